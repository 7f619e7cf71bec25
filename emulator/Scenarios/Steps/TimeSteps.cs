using Nf.Emulator.Scenarios.Bench;
using Nf.Emulator.Scenarios.Reading;
using Nf.Emulator.Scenarios.Running;

namespace Nf.Emulator.Scenarios.Steps;

/// <summary>Time passes; the register works meanwhile.</summary>
internal sealed class WaitStep : IStepKind
{
    public void Play(StoryRun run, StoryNode said) => run.Bench.Wait(StoryValues.Duration(said));
}

/// <summary>Waits until everything is printed.</summary>
internal sealed class RestStep : IStepKind
{
    private static readonly TimeSpan s_usual = TimeSpan.FromSeconds(60);

    public void Play(StoryRun run, StoryNode said)
    {
        var most = said["most"] is { } told ? StoryValues.Duration(told) : s_usual;
        if (!run.Bench.WaitForRest(most)) throw new StoryTimeout(said.Place, $"the register stands still: it is not done after {most.TotalSeconds} s");
    }
}

/// <summary>The register's clock comes to a moment, or is turned to it.</summary>
internal sealed class ClockStep(bool passes) : IStepKind
{
    public void Check(StoryNode said) => StoryValues.Moment(said);

    public BenchAbilities Needs(StoryNode said) => BenchAbilities.Clock;

    public void Play(StoryRun run, StoryNode said)
    {
        var moment = StoryValues.Moment(said);
        if (passes && moment < run.Bench.Clock) throw new StoryFailure(said.Place, $"a moment that is still to come", $"the clock is at {run.Bench.Clock:yyyy-MM-dd HH:mm:ss}");
        run.Bench.MoveClock(moment, passes);
    }
}
