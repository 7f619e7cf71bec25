using System.Xml.Linq;

namespace Nf.Tests.Machine.BoardProjects;

/// <summary>One .nfproj with its packages.config, which no SDK here can build.</summary>
internal sealed class NanoProject
{
    private static readonly XNamespace Space = "http://schemas.microsoft.com/developer/msbuild/2003";

    private readonly XDocument _document;
    private readonly XDocument _packages;

    private NanoProject(string path)
    {
        Path = path;
        _document = XDocument.Load(path);
        _packages = XDocument.Load(At("packages.config"));
    }

    /// <summary>All under boards and tests.</summary>
    public static IReadOnlyList<NanoProject> All { get; } =
    [
        .. new[] { "boards", "tests" }
            .SelectMany(folder => Directory.EnumerateFiles(System.IO.Path.Combine(BoardFiles.Root, folder), "*.nfproj", SearchOption.AllDirectories))
            .Order(StringComparer.Ordinal).Select(path => new NanoProject(System.IO.Path.GetFullPath(path))),
    ];

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>As findings call it.</summary>
    public string Name => BoardFiles.Short(Path);

    public string Folder => System.IO.Path.GetDirectoryName(Path)!;

    public bool IsProgram => Property("OutputType") == "Exe";

    /// <summary>What it compiles, whole paths.</summary>
    public IEnumerable<string> Sources => Items("Compile").Select(At);

    /// <summary>Projects it refers to, whole paths.</summary>
    public IEnumerable<string> References => Items("ProjectReference").Select(At);

    /// <summary>What it imports, as written, with the condition.</summary>
    public IEnumerable<(string Project, string Condition)> Imports =>
        _document.Root!.Elements(Space + "Import").Select(import => ((string)import.Attribute("Project")!, (string?)import.Attribute("Condition") ?? ""));

    /// <summary>Libraries: name and version as written, and where the file is.</summary>
    public IEnumerable<(string Identity, string Hint)> Libraries =>
        _document.Descendants(Space + "Reference").Select(item => ((string)item.Attribute("Include")!, At((string)item.Element(Space + "HintPath")!)));

    /// <summary>packages.config: id, version, framework.</summary>
    public IEnumerable<(string Id, string Version, string Framework)> Packages => _packages.Root!.Elements("package")
        .Select(item => ((string)item.Attribute("id")!, (string)item.Attribute("version")!, (string)item.Attribute("targetFramework")!));

    /// <summary>This project and all that it refers to, each once.</summary>
    public IReadOnlyCollection<NanoProject> Closure()
    {
        var found = new Dictionary<string, NanoProject>();
        Collect(this, found);
        return found.Values;
    }

    /// <summary>A property's value; empty when it is not set.</summary>
    public string Property(string name) => _document.Descendants(Space + name).Select(element => element.Value).FirstOrDefault("");

    private static void Collect(NanoProject project, Dictionary<string, NanoProject> found)
    {
        if (!found.TryAdd(project.Path, project)) return;
        foreach (var other in All.Where(other => project.References.Contains(other.Path))) Collect(other, found);
    }

    private IEnumerable<string> Items(string kind) => _document.Descendants(Space + kind).Select(item => (string)item.Attribute("Include")!);

    private string At(string path) => System.IO.Path.GetFullPath(System.IO.Path.Combine(System.IO.Path.GetDirectoryName(Path)!, path.Replace('\\', '/')));
}
