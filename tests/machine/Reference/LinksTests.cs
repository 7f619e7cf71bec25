using System.Text.RegularExpressions;

namespace Nf.Tests.Machine.Reference;

/// <summary>Every link of a page leads to a file of the repository, and to a heading of it.</summary>
[TestClass]
public sealed partial class LinksTests
{
    private static readonly string[] Pages =
        [Path.Combine(Repository.Root, "README.md"), .. Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs"), "*.md", SearchOption.AllDirectories)];

    [TestMethod]
    public void Links_lead_somewhere()
    {
        List<string> dead = [];
        var links = 0;
        foreach (var page in Pages)
        {
            foreach (Match match in Link().Matches(File.ReadAllText(page)))
            {
                links++;
                if (!Leads(page, match.Groups[1].Value)) dead.Add($"{Path.GetRelativePath(Repository.Root, page)}: {match.Groups[1].Value}");
            }
        }

        Assert.IsEmpty(dead, string.Join('\n', dead));
        Assert.IsGreaterThan(50, links);
    }

    private static bool Leads(string page, string link)
    {
        var parts = link.Split('#');
        var target = parts[0].Length == 0 ? page : Path.GetFullPath(Path.Combine(Path.GetDirectoryName(page)!, parts[0]));
        if (parts.Length == 1) return File.Exists(target) || Directory.Exists(target);
        return File.Exists(target) && File.ReadLines(target).Any(line => line.StartsWith('#') && Anchor(line) == parts[1]);
    }

    // As code hosts make it: small letters, blanks to hyphens, other signs left out.
    private static string Anchor(string heading) =>
        NoAnchor().Replace(heading.TrimStart('#').Trim().ToLowerInvariant(), "").Replace(' ', '-');

    [GeneratedRegex(@"\]\(((?!https?:)[^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"[^\p{L}\p{N}_\- ]")]
    private static partial Regex NoAnchor();
}
