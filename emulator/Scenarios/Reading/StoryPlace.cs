namespace Nf.Emulator.Scenarios.Reading;

/// <summary>Where something stands in a story, the first line and column being 1.</summary>
/// <param name="File">The file as the caller named it.</param>
public readonly record struct StoryPlace(string File, long Line, long Column)
{
    /// <summary>The form that editors and compilers share.</summary>
    public override string ToString() => $"{File}:{Line}:{Column}";
}

/// <summary>Something that is wrong with a story, before anything of it is played.</summary>
public sealed record StoryProblem(StoryPlace Place, string Text)
{
    public override string ToString() => $"{Place}: {Text}";
}

/// <summary>A file is no story; says everything that is wrong with it, a line each.</summary>
public sealed class StoryException(IReadOnlyList<StoryProblem> problems) : Exception(string.Join('\n', problems))
{
    public IReadOnlyList<StoryProblem> Problems => problems;
}
