namespace Nf.Emulator.Scenarios.Running;

/// <summary>A result for people, in lines.</summary>
public static class StoryText
{
    private const int PaperLines = 12;

    /// <summary>Place, verdict and why; of what ended badly the last lines of the paper and the seed.</summary>
    public static string Of(StoryResult result) => result.Verdict switch
    {
        StoryVerdict.Passed => $"passed: {result.Story.Title}",
        StoryVerdict.Skipped => $"{result.Place}: skipped: {result.Message}",
        _ => $"{result.Place}: {(result.Verdict == StoryVerdict.Failed ? "failed" : "timed out")}: {result.Message}\n{Paper(result)}\n  again: --seed {result.Seed}",
    };

    private static string Paper(StoryResult result) => result.Paper.Count == 0
        ? "  nothing is on paper"
        : string.Join('\n', result.Paper.TakeLast(PaperLines).Select(line => $"  | {line}").Prepend("  the last of the paper:"));
}
