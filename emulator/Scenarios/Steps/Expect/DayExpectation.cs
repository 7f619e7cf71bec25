using Nf.Emulator.Scenarios.Reading;
using Nf.Emulator.Scenarios.Running;

namespace Nf.Emulator.Scenarios.Steps.Expect;

/// <summary>The open day's sums, as the register tells them on the host line.</summary>
internal sealed class DayExpectation : IExpectation
{
    private const int ByGroup = 65;
    private const int Counters = 110;
    private const int ServiceSums = 70;
    private const string Sales = "2";

    public void Compare(StoryRun run, StoryNode said)
    {
        var groups = run.Ask(said, ByGroup).Fields;
        Matching.Equal(said["number"], groups[0], "day");
        foreach (var (letter, sum) in said["groups"]?.Entries ?? []) Matching.Equal(sum, groups[letter[0] - 'A' + 1], $"group {letter}");
        var sales = run.Ask(said, Counters, Sales).Fields;
        Matching.Equal(said["receipts"], sales[0], "receipts");
        Matching.Equal(said["total"], sales[1], "total");
        if (said["drawer"] is { } drawer) Matching.Equal(drawer, run.Ask(said, ServiceSums, "0", "0").Fields[0], "drawer");
    }
}
