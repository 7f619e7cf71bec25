using Nf.Emulator.Scenarios.Bench;
using Nf.Emulator.Scenarios.Reading;
using Nf.Emulator.Scenarios.Running;

namespace Nf.Emulator.Scenarios.Steps.Expect;

/// <summary>The customer's display.</summary>
internal sealed class DisplayExpectation : IExpectation
{
    public BenchAbilities Needs => BenchAbilities.Display;

    public void Compare(StoryRun run, StoryNode said)
    {
        var (upper, lower) = run.Bench.Display;
        Compare(said["upper"], upper, "upper");
        Compare(said["lower"], lower, "lower");
    }

    private static void Compare(StoryNode? said, string line, string which)
    {
        if (said is not null && !Matching.Has(line, said.Text)) throw new StoryFailure(said.Place, $"{which} line of the display with \"{said.Text}\"", $"\"{line}\"");
    }
}
