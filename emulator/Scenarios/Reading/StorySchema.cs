using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;

namespace Nf.Emulator.Scenarios.Reading;

/// <summary>The schema that every story keeps to, the file <c>emulator/Scenarios/scenario.schema.json</c>.</summary>
public static class StorySchema
{
    private const string Resource = "Nf.Emulator.Scenarios.scenario.schema.json";
    private const string UnknownKey = "additionalProperties";
    private const string Choice = "oneOf";
    private const string Names = "propertyNames";
    /// <summary>The schema itself.</summary>
    public static string Text { get; } = ReadText();

    private static readonly EvaluationOptions s_list = new() { OutputFormat = OutputFormat.List };
    private static readonly Lazy<JsonSchema> s_schema = new(() => JsonSchema.FromText(Text));
    private static readonly Lazy<JsonNode> s_tree = new(() => JsonNode.Parse(Text)!);

    /// <summary>The schema as a tree.</summary>
    internal static JsonNode Tree => s_tree.Value;

    /// <summary>What is wrong with a story, in the order of the file.</summary>
    internal static IReadOnlyList<StoryProblem> Check(StoryNode story)
    {
        using var document = JsonDocument.Parse(story.ToJson()?.ToJsonString() ?? "null");
        var results = s_schema.Value.Evaluate(document.RootElement, s_list);
        if (results.IsValid) return [];
        var problems = (results.Details ?? []).Where(detail => detail.Errors is { Count: > 0 }).SelectMany(detail => Problems(story, detail));
        return [.. problems.Distinct().OrderBy(problem => problem.Place.Line).ThenBy(problem => problem.Place.Column)];
    }

    private static IEnumerable<StoryProblem> Problems(StoryNode story, EvaluationResults detail)
    {
        var at = Segments(detail.InstanceLocation.ToString());
        var schemaAt = WithoutEcho(Segments(detail.SchemaLocation.Fragment.TrimStart('#')));
        if (schemaAt is [.., UnknownKey])
        {
            yield return Unknown(story, at, schemaAt);
            yield break;
        }

        foreach (var (keyword, message) in detail.Errors!)
        {
            // What holds them says only that something inside is wrong.
            if (keyword is "properties" or "items" or "$ref" or UnknownKey or Names || Find(story, at) is not { } found) continue;
            var choice = Array.IndexOf(schemaAt, Choice);
            yield return new StoryProblem(found.Place, choice < 0
                ? Expected(keyword, message, Walk(schemaAt), found)
                : $"expected {Description(Walk(schemaAt[..choice]))}");
        }
    }

    // The library names some subschemas by the words that they were applied in once more.
    private static string[] WithoutEcho(string[] path) => path is [.., UnknownKey or Names, _] ? path[..^1] : path;

    private static string Expected(string keyword, string message, JsonNode? schema, StoryNode found)
    {
        if (keyword is "required") return $"{Missing(schema, found)}: {Description(schema)}";
        if (keyword is "minProperties" or "maxProperties") return $"one word is expected here, there are {found.Entries.Count()}: {Description(schema)}";
        if (schema?["enum"] is JsonArray choices) return $"expected one of: {string.Join(", ", choices.Select(choice => choice!.ToString()))}";
        return schema?["description"] is null ? message : $"expected {Description(schema)}";
    }

    private static string Missing(JsonNode? schema, StoryNode found)
    {
        var words = schema?["required"]?.AsArray().Select(word => word!.ToString()).Where(word => found[word] is null) ?? [];
        return $"missing: {string.Join(", ", words)}";
    }

    private static StoryProblem Unknown(StoryNode story, string[] at, string[] schemaAt)
    {
        var parent = Find(story, at[..^1]) ?? story;
        var known = Walk(schemaAt[..^1])?["properties"]?.AsObject().Select(property => property.Key) ?? [];
        return new StoryProblem(parent.PlaceOf(at[^1]), $"unknown word '{at[^1]}'; known here: {string.Join(", ", known)}");
    }

    private static string Description(JsonNode? schema) => schema?["description"]?.ToString() ?? "";

    private static JsonNode? Walk(string[] path) => path.Aggregate((JsonNode?)Tree, (node, step) => node switch
    {
        JsonObject map => map[step],
        JsonArray list when int.TryParse(step, out var index) => list[index],
        _ => null,
    });

    private static StoryNode? Find(StoryNode root, string[] path) => path.Aggregate((StoryNode?)root, (node, step) =>
        node?[step] ?? (int.TryParse(step, out var index) ? node?.Items.ElementAtOrDefault(index) : null));

    private static string[] Segments(string pointer) =>
        [.. Uri.UnescapeDataString(pointer).Split('/', StringSplitOptions.RemoveEmptyEntries).Select(step => step.Replace("~1", "/").Replace("~0", "~"))];

    private static string ReadText()
    {
        using var reader = new StreamReader(typeof(StorySchema).Assembly.GetManifestResourceStream(Resource)!);
        return reader.ReadToEnd();
    }
}
