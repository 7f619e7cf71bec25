namespace Nf.Tests.Machine.BoardProjects;

/// <summary>An assembly of the board, and which files of hal and firmware it is made of.</summary>
/// <param name="Name">Of the assembly, its project and its folder in boards/nano.</param>
/// <param name="Files">Paths from the repository's root, with '/', in order.</param>
internal sealed record BoardPart(string Name, string[] Files)
{
    /// <summary>The assemblies and the rule for their files: boards/nano/parts.tsv.</summary>
    public static string Table { get; } = Path.Combine(Repository.Root, "boards", "nano", "parts.tsv");

    /// <summary>All parts, lowest first, as the table orders them.</summary>
    public static BoardPart[] All { get; } = Read();

    /// <summary>The part's project.</summary>
    public string Project => Path.Combine(Folder, Name + ".nfproj");

    /// <summary>Sources that only the board has, beside the project.</summary>
    public string[] OwnFiles => Directory.GetFiles(Folder, "*.cs");

    private string Folder => Path.Combine(Path.GetDirectoryName(Table)!, Name);

    private static BoardPart[] Read()
    {
        (string Beginning, string Part)[] rules =
        [
            .. from line in File.ReadLines(Table)
               where line != "" && line[0] != '#'
               let cells = line.Split('\t')
               select (cells[0], cells[1]),
        ];
        var files = Sources("hal").Concat(Sources("firmware")).ToLookup(file => PartOf(rules, file));
        return [.. rules.Select(rule => rule.Part).Distinct().Select(part => new BoardPart(part, [.. files[part]]))];
    }

    private static string PartOf((string Beginning, string Part)[] rules, string file) =>
        rules.Where(rule => file.StartsWith(rule.Beginning, StringComparison.Ordinal)).MaxBy(rule => rule.Beginning.Length).Part;

    /// <summary>All sources below a folder of the repository, in order.</summary>
    public static IEnumerable<string> Sources(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.cs", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
            .Where(file => !file.Contains("/bin/", StringComparison.Ordinal) && !file.Contains("/obj/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);
}
