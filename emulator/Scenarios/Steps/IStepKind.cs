using Nf.Emulator.Scenarios.Bench;
using Nf.Emulator.Scenarios.Reading;
using Nf.Emulator.Scenarios.Running;

namespace Nf.Emulator.Scenarios.Steps;

/// <summary>A word that a step may begin with. An object of a kind keeps nothing: everything is in the run.</summary>
/// <example><code>ByWord["cash in"].Play(run, step)</code></example>
public interface IStepKind
{
    /// <summary>Looks at what the schema cannot check, before anything is played.</summary>
    /// <exception cref="StoryException">It is wrong.</exception>
    void Check(StoryNode said)
    {
    }

    /// <summary>What a bench must be able to do for it.</summary>
    BenchAbilities Needs(StoryNode said) => BenchAbilities.None;

    /// <summary>Does it.</summary>
    /// <exception cref="StoryFailure">It did not come as the story says.</exception>
    void Play(StoryRun run, StoryNode said);
}
