using Nf.Emulator.Scenarios.Bench;
using Nf.Emulator.Scenarios.Reading;
using Nf.Emulator.Scenarios.Running;

namespace Nf.Emulator.Scenarios.Steps.Expect;

/// <summary>One word of <c>expect</c>.</summary>
internal interface IExpectation
{
    /// <summary>What a bench must be able to do for it.</summary>
    BenchAbilities Needs => BenchAbilities.None;

    /// <summary>Looks at what the schema cannot check, before anything is played.</summary>
    /// <exception cref="StoryException">It is wrong.</exception>
    void Check(StoryNode said)
    {
    }

    /// <summary>Compares what was said with what is.</summary>
    /// <exception cref="StoryFailure">They differ.</exception>
    void Compare(StoryRun run, StoryNode said);
}
