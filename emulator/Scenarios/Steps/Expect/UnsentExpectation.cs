using Nf.Emulator.Scenarios.Reading;
using Nf.Emulator.Scenarios.Running;

namespace Nf.Emulator.Scenarios.Steps.Expect;

/// <summary>Closed days that the register knows ANAF does not have.</summary>
internal sealed class UnsentExpectation : IExpectation
{
    private const int Diagnostics = 71;
    private const string Server = "2";
    private const int Unsent = 2;

    public void Compare(StoryRun run, StoryNode said) => Matching.Equal(said, run.Ask(said, Diagnostics, Server).Fields[Unsent], "unsent days");
}
