using System.Text.RegularExpressions;

namespace Nf.Tests.Machine.BoardProjects;

/// <summary>The list of sources in a board's project, which its tools want file by file.</summary>
internal static partial class CompileList
{
    /// <summary>The project as it should be: its own sources first, then those it takes from elsewhere.</summary>
    /// <param name="project">Path of the <c>.nfproj</c>.</param>
    /// <param name="files">What it compiles from other folders, as paths from the repository's root.</param>
    public static string Expected(string project, IEnumerable<string> files)
    {
        var folder = Path.GetDirectoryName(project)!;
        var own = Directory.EnumerateFiles(folder, "*.cs").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal);
        var lines = own.Select(Line).Concat(files.Select(file => Line(Windows(Path.GetRelativePath(folder, Path.Combine(Repository.Root, file))), file)));
        return List.Replace(File.ReadAllText(project), _ => "  <ItemGroup Label=\"Sources\">\n" + string.Concat(lines) + "  </ItemGroup>\n", 1);
    }

    private static string Line(string include) => $"    <Compile Include=\"{include}\" />\n";

    // What lies below the project needs no place of its own in it.
    private static string Line(string include, string file) =>
        include.StartsWith("..", StringComparison.Ordinal) ? $"    <Compile Include=\"{include}\" Link=\"{Windows(file)}\" />\n" : Line(include);

    private static string Windows(string path) => path.Replace('/', '\\');

    [GeneratedRegex(" *<ItemGroup Label=\"Sources\">.*?</ItemGroup>\n", RegexOptions.Singleline)]
    private static partial Regex List { get; }
}
