using Nf.Emulator.Scenarios.Reading;
using Nf.Emulator.Scenarios.Running;

namespace Nf.Emulator.Scenarios.Steps.Expect;

/// <summary>The number of the last closed day.</summary>
internal sealed class LastZExpectation : IExpectation
{
    private const int Variables = 255;

    public void Compare(StoryRun run, StoryNode said) => Matching.Equal(said, run.Ask(said, Variables, "nZreport", "", "").Fields[0], "last Z");
}
