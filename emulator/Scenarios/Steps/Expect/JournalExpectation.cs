using System.Globalization;
using Nf.Emulator.Scenarios.Bench;
using Nf.Emulator.Scenarios.Reading;
using Nf.Emulator.Scenarios.Running;

namespace Nf.Emulator.Scenarios.Steps.Expect;

/// <summary>A day's file of the electronic journal.</summary>
internal sealed class JournalExpectation : IExpectation
{
    private const string HashMark = "[SHA-256]";

    public BenchAbilities Needs => BenchAbilities.Journal;

    public void Compare(StoryRun run, StoryNode said)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"Z{said["day"]!.Number:0000}.TXT");
        var text = run.Bench.JournalFile(name) ?? throw new StoryFailure(said.Place, $"the journal's file {name}", "no such file");
        var lines = text.Split('\n');
        Matching.Contain(said["contains"], lines, "journal");
        Matching.Lack(said["without"], lines, "journal");
        if (said["closed"] is { } closed) Matching.Equal(closed, lines.Contains(HashMark) ? "true" : "false", "closed");
    }
}
