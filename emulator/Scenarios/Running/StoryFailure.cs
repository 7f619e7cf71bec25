using Nf.Emulator.Scenarios.Reading;

namespace Nf.Emulator.Scenarios.Running;

/// <summary>A story did not go as it says.</summary>
/// <param name="place">The place in the story.</param>
/// <param name="expected">What the story says.</param>
/// <param name="got">What came.</param>
public sealed class StoryFailure(StoryPlace place, string expected, string got) : Exception($"expected {expected}\n  got {got}")
{
    public StoryPlace Place => place;
}

/// <summary>The register did not answer, or was not done in time.</summary>
public sealed class StoryTimeout(StoryPlace place, string what) : Exception(what)
{
    public StoryPlace Place => place;
}
