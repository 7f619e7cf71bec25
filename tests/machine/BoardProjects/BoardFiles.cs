using System.Runtime.CompilerServices;

namespace Nf.Tests.Machine.BoardProjects;

/// <summary>The repository's own files, as a user of the board tools finds them.</summary>
internal static class BoardFiles
{
    /// <summary>The repository.</summary>
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Here(), "..", "..", ".."));

    /// <summary>The folder of the boards, and of their solution.</summary>
    public static string Boards => Path.Combine(Root, "boards");

    /// <summary>The rows of a table under boards, each by its columns' names.</summary>
    public static IReadOnlyList<Dictionary<string, string>> Table(string name)
    {
        var lines = File.ReadAllLines(Path.Combine(Boards, name)).Where(line => line.Length > 0).Select(line => line.Split('\t')).ToList();
        return [.. lines.Skip(1).Select(cells => lines[0].Zip(cells).ToDictionary(pair => pair.First, pair => pair.Second))];
    }

    /// <summary>All sources below a folder, built ones left out.</summary>
    public static IEnumerable<string> Sources(string folder) => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
        .Where(path => !path.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin")).Select(Path.GetFullPath);

    /// <summary>A path as findings name it.</summary>
    public static string Short(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
