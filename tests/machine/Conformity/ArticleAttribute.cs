namespace Nf.Tests.Machine.Conformity;

/// <summary>This test shows that a rule of the law is kept; the article is one of <c>emulator/Conformity/rules.tsv</c>.</summary>
/// <remarks><code>[TestMethod, Article("HG 479/2003, norme art. 34 l)")]</code></remarks>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
internal sealed class ArticleAttribute(string article) : Attribute
{
    public string Article { get; } = article;
}
