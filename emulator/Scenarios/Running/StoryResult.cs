using Nf.Emulator.Scenarios.Reading;

namespace Nf.Emulator.Scenarios.Running;

/// <summary>How a story ended.</summary>
public enum StoryVerdict
{
    /// <summary>All came as it says.</summary>
    Passed,

    /// <summary>Something came otherwise.</summary>
    Failed,

    /// <summary>The register stood still, or took longer than the story's limit.</summary>
    TimedOut,

    /// <summary>The bench cannot do what it needs; nothing was played.</summary>
    Skipped,
}

/// <summary>What became of a story.</summary>
/// <param name="Place">Where it ended badly; the file's first line otherwise.</param>
/// <param name="Message">What was wrong, or missing; empty when it passed.</param>
/// <param name="Paper">Everything that was printed.</param>
/// <param name="Wire">Everything that went over the host line.</param>
/// <param name="Elapsed">The register's time that it took.</param>
/// <param name="Seed">Plays it again, the same.</param>
public sealed record StoryResult(Story Story, StoryVerdict Verdict, StoryPlace Place, string Message, IReadOnlyList<string> Paper,
    IReadOnlyList<WireEntry> Wire, TimeSpan Elapsed, int Seed);
