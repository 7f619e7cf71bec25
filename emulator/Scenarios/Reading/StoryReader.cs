using System.Text;
using Nf.Emulator.Scenarios.Bench;
using Nf.Emulator.Scenarios.Steps;
using Nf.Hal.Devices;

namespace Nf.Emulator.Scenarios.Reading;

/// <summary>Reads stories.</summary>
public static class StoryReader
{
    private static readonly TimeSpan s_usualLimit = TimeSpan.FromHours(2);

    /// <summary>Reads a story.</summary>
    /// <param name="file">Its name, for messages; files that it names lie beside it.</param>
    /// <param name="content">Its bytes, UTF-8.</param>
    /// <exception cref="StoryException">It is none; says everything that is wrong.</exception>
    public static Story Read(string file, byte[] content)
    {
        var root = StoryYaml.Read(file, Encoding.UTF8.GetString(content).TrimStart('\uFEFF'));
        if (StorySchema.Check(root) is { Count: > 0 } problems) throw new StoryException(problems);
        var steps = root["steps"]!.Items.Select(Step).ToList();
        var limit = root["limit"] is { } said ? StoryValues.Duration(said) : s_usualLimit;
        var story = new Story(file, root["title"]!.Text, root["why"]!.Text, Order(root["register"]), limit, steps);
        CheckProfile(story);
        return story;
    }

    // No register of profile 0 has what these need: that is the story's mistake, and no bench's.
    private static void CheckProfile(Story story)
    {
        const BenchAbilities online = BenchAbilities.Anaf | BenchAbilities.NetworkFaults;
        if (story.Order.Profile == 1 || story.Steps.FirstOrDefault(step => (step.Kind.Needs(step.Said) & online) != 0) is not { } step) return;
        throw StoryYaml.Wrong(step.Place, "a register of profile 0 has no network; say register: profile: 1");
    }

    private static StoryStep Step(StoryNode item)
    {
        var (word, said) = item.Entries.Single();
        var kind = StepKinds.ByWord[word];
        kind.Check(said);
        return new StoryStep(word, kind, said, item.PlaceOf(word));
    }

    private static BenchOrder Order(StoryNode? register) => new(
        register?["clock"] is { } clock ? StoryValues.Moment(clock) : BenchOrder.UsualStart,
        register?["profile"]?.Number ?? 0,
        register?.Or("way", "") switch { "wifi" => LinkKind.Wifi, "cellular" => LinkKind.Cellular, _ => LinkKind.Ethernet });
}
