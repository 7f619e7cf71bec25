using Nf.Emulator.Scenarios.Bench;
using Nf.Emulator.Scenarios.Reading;
using Nf.Emulator.Scenarios.Running;

namespace Nf.Emulator.Scenarios.Steps;

/// <summary>Something happens to a part, or is taken back.</summary>
internal sealed class FaultStep(bool on) : IStepKind
{
    public BenchAbilities Needs(StoryNode said) => BenchFaults.ByWords[said.Text].Needs;

    public void Play(StoryRun run, StoryNode said) => run.Bench.Set(BenchFaults.ByWords[said.Text].Fault, on);
}

/// <summary>Something happens to a part in the middle of a document.</summary>
internal sealed class PrintingFaultStep : IStepKind
{
    public BenchAbilities Needs(StoryNode said) => BenchFaults.ByWords[said["what"]!.Text].Needs;

    public void Play(StoryRun run, StoryNode said) => run.Bench.SetAfterLines(BenchFaults.ByWords[said["what"]!.Text].Fault, said["after lines"]!.Number);
}

/// <summary>The technician's switch.</summary>
internal sealed class ServiceSwitchStep : IStepKind
{
    public BenchAbilities Needs(StoryNode said) => BenchAbilities.ServiceSwitch;

    public void Play(StoryRun run, StoryNode said) => run.Bench.SetServiceSwitch(said.Text == "on");
}

/// <summary>A memory is lost while the register is off.</summary>
internal sealed class LoseStep : IStepKind
{
    public BenchAbilities Needs(StoryNode said) => BenchAbilities.MemoryLoss;

    public void Play(StoryRun run, StoryNode said)
    {
        if (run.Bench.IsOn) throw new StoryFailure(said.Place, "a register that is off; say 'power: off' before", "one that is on");
        run.Bench.LoseWorkingMemory();
    }
}
