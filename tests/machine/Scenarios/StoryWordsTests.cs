using System.Text.Json.Nodes;
using Nf.Emulator.Scenarios.Bench;
using Nf.Emulator.Scenarios.Reading;
using Nf.Emulator.Scenarios.Steps;

namespace Nf.Tests.Machine.Scenarios;

/// <summary>The schema's words are the program's, and the reference page has them all.</summary>
[TestClass]
public sealed class StoryWordsTests
{
    private static readonly JsonNode s_schema = JsonNode.Parse(StorySchema.Text)!;
    private static readonly string s_page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "reference", "scenarios.md"));

    [TestMethod]
    public void Every_step_of_the_schema_can_be_played() =>
        CollectionAssert.AreEquivalent(Keys(s_schema["$defs"]!["step"]!), StepKinds.ByWord.Keys.ToArray());

    [TestMethod]
    public void Every_fault_of_the_schema_can_be_brought_about() => CollectionAssert.AreEquivalent(
        s_schema["$defs"]!["step"]!["properties"]!["fault"]!["enum"]!.AsArray().Select(word => word!.ToString()).ToArray(), BenchFaults.ByWords.Keys.ToArray());

    /// <summary>A story with each word of expect, and with each state, is read: what is not in the tables would throw.</summary>
    [TestMethod]
    public void Every_expectation_of_the_schema_is_compared()
    {
        var needs = BenchAbilities.None;
        foreach (var word in Keys(s_schema["$defs"]!["expect"]!))
        {
            var value = word switch
            {
                "last Z" or "unsent days" => "0",
                "receipt" => "closed",
                "journal" => "{ day: 1 }",
                "drive" => "{ empty: true }",
                "messages" => "{ received: 0 }",
                "day" => "{ number: 1 }",
                "display" => "{ upper: \"\" }",
                "status" => "{ has: [fiscalised] }",
                _ => "{ without: [x] }",
            };
            needs |= StoryFiles.Of($"  - expect: {{ {word}: {value} }}", "register: { profile: 1 }").Needs;
        }

        Assert.AreEqual(BenchAbilities.Anaf | BenchAbilities.Display | BenchAbilities.Journal | BenchAbilities.Drive, needs);
    }

    [TestMethod]
    public void Every_state_of_the_schema_is_a_status_bit()
    {
        var states = s_schema["$defs"]!["bit"]!["enum"]!.AsArray().Select(word => word!.ToString()).ToList();
        var others = string.Join(", ", states.Where(state => state != "fiscalised"));
        var result = StoryFiles.Play(StoryFiles.Of($"  - expect: {{ status: {{ has: [fiscalised], has not: [{others}] }} }}"));
        Assert.AreEqual("", result.Message);
        foreach (var state in others.Split(", "))
            StringAssert.StartsWith(StoryFiles.Play(StoryFiles.Of($"  - expect: {{ status: {{ has: [{state}] }} }}")).Message, $"expected status \"{state}\"");
    }

    [TestMethod]
    public void The_reference_page_has_every_word()
    {
        var words = Words(s_schema).Distinct().ToList();
        Assert.IsGreaterThan(100, words.Count);
        var missing = words.Where(word => !s_page.Contains($"`{word}`", StringComparison.Ordinal)).ToList();
        Assert.IsEmpty(missing, string.Join(", ", missing));
    }

    private static string[] Keys(JsonNode schema) => [.. schema["properties"]!.AsObject().Select(property => property.Key)];

    // Names of properties, and what may be chosen.
    private static IEnumerable<string> Words(JsonNode? node) => node switch
    {
        JsonObject map => (map["properties"] is JsonObject properties ? properties.Select(property => property.Key) : [])
            .Concat(map["enum"] is JsonArray choices ? choices.Select(choice => choice!.ToString()) : [])
            .Concat(map.SelectMany(entry => Words(entry.Value))),
        JsonArray list => list.SelectMany(Words),
        _ => [],
    };
}
