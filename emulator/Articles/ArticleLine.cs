namespace Nf.Emulator.Articles;

/// <summary>An article with the line of the file that it stands on.</summary>
public sealed record ArticleLine(int Line, ArticleRow Row);

/// <summary>What is wrong with a line of the file.</summary>
public sealed record ArticleProblem(int Line, string Message);
