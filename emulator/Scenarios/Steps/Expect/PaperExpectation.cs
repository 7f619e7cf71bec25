using Nf.Emulator.Scenarios.Bench;
using Nf.Emulator.Scenarios.Reading;
using Nf.Emulator.Scenarios.Running;

namespace Nf.Emulator.Scenarios.Steps.Expect;

/// <summary>The paper since the story began.</summary>
internal sealed class PaperExpectation : IExpectation
{
    private const string Golden = "same as";

    public void Check(StoryNode said)
    {
        if (said[Golden] is { } file && !File.Exists(PathOf(file))) throw StoryYaml.Wrong(file.Place, $"there is no file {PathOf(file)}");
    }

    public void Compare(StoryRun run, StoryNode said)
    {
        var paper = run.Bench.Paper;
        Matching.Contain(said["contains"], paper, "paper");
        Matching.Lack(said["without"], paper, "paper");
        Order(said["in order"], paper);
        foreach (var text in said["once"]?.Items ?? [])
        {
            var times = paper.Count(line => Matching.Has(line, text.Text));
            if (times != 1) throw new StoryFailure(text.Place, $"one line with \"{text.Text}\"", $"{times}");
        }

        if (said[Golden] is { } golden) Same(golden, OnBench(run, File.ReadAllLines(PathOf(golden))), OnBench(run, paper));
    }

    private static void Order(StoryNode? said, IReadOnlyList<string> paper)
    {
        var at = 0;
        var before = "the beginning";
        foreach (var text in said?.Items ?? [])
        {
            while (at < paper.Count && !Matching.Has(paper[at], text.Text)) at++;
            if (at == paper.Count) throw new StoryFailure(text.Place, $"\"{text.Text}\" on the paper after {before}", "no such line there");
            at++;
            before = $"\"{text.Text}\"";
        }
    }

    private static void Same(StoryNode golden, IReadOnlyList<string> wanted, IReadOnlyList<string> paper)
    {
        for (var i = 0; i < Math.Max(wanted.Count, paper.Count); i++)
        {
            var (line, got) = (wanted.ElementAtOrDefault(i) ?? "the end", paper.ElementAtOrDefault(i) ?? "the end");
            if (line != got) throw new StoryFailure(golden.Place, $"line {i + 1} of {golden.Text}, \"{line}\"", $"\"{got}\"");
        }
    }

    // Where the clock cannot be held, seconds have passed that the file knows nothing of.
    private static IReadOnlyList<string> OnBench(StoryRun run, IReadOnlyList<string> paper) =>
        (run.Bench.Can & BenchAbilities.Clock) != 0 ? paper : Rig.PaperComparison.Timeless(paper);

    private static string PathOf(StoryNode file) => Path.Combine(Path.GetDirectoryName(file.Place.File) ?? "", file.Text);
}
