using Nf.Emulator.Scenarios.Bench;
using Nf.Emulator.Scenarios.Steps;

namespace Nf.Emulator.Scenarios.Reading;

/// <summary>A story, read and checked.</summary>
/// <param name="File">The file as the caller named it.</param>
/// <param name="Title">In a few words.</param>
/// <param name="Why">Why it matters.</param>
/// <param name="Order">The register that it wants; the seed is the caller's.</param>
/// <param name="Limit">The register's time that it may take.</param>
/// <param name="Steps">What happens.</param>
public sealed record Story(string File, string Title, string Why, BenchOrder Order, TimeSpan Limit, IReadOnlyList<StoryStep> Steps)
{
    /// <summary>The file's first line.</summary>
    public StoryPlace Start => new(File, 1, 1);

    /// <summary>What a bench must be able to do.</summary>
    public BenchAbilities Needs =>
        Steps.Aggregate(Order.Profile == 1 ? BenchAbilities.Anaf : BenchAbilities.None, (needs, step) => needs | step.Kind.Needs(step.Said));

    /// <summary>How far the print has come when something happens is the clock's: in real time its paper is another than in the emulator's.</summary>
    public bool PaperHangsOnTime => Steps.Any(step => step.Kind is PrintingFaultStep || step.Kind is PowerCutStep && step.Said[PowerCutStep.After] is not null);
}

/// <summary>One step of a story.</summary>
/// <param name="Word">What happens.</param>
/// <param name="Kind">Who does it.</param>
/// <param name="Said">What was said about it.</param>
/// <param name="Place">Where the word stands.</param>
public sealed record StoryStep(string Word, IStepKind Kind, StoryNode Said, StoryPlace Place);
