using Nf.Emulator.Commands;

namespace Nf.Emulator.Conformity;

/// <summary>Finds the built test assemblies of the repository that the caller stands in.</summary>
public static class BuiltTests
{
    private const string Solution = "nf.sln";

    /// <summary>The newest build of each project under <c>tests</c>.</summary>
    /// <param name="folder">The repository's root or a folder below it.</param>
    /// <exception cref="InputException">There is no repository, or nothing is built in it.</exception>
    public static IReadOnlyList<string> Find(string folder)
    {
        var root = Root(folder) ?? throw new InputException(
            $"no {Solution} in '{folder}' or above it: go to the repository, or name a built test assembly with --tests");
        string[] found = [.. Projects(root).Select(Newest).OfType<string>()];
        return found.Length > 0 ? found : throw new InputException(
            $"no tests are built in '{root}': run dotnet build tests/machine there, or name a built test assembly with --tests");
    }

    private static string? Root(string folder)
    {
        var at = new DirectoryInfo(folder);
        while (at is not null && !File.Exists(Path.Combine(at.FullName, Solution))) at = at.Parent;
        return at?.FullName;
    }

    private static IEnumerable<string> Projects(string root)
    {
        var tests = Path.Combine(root, "tests");
        return Directory.Exists(tests)
            ? Directory.EnumerateDirectories(tests).SelectMany(folder => Directory.EnumerateFiles(folder, "*.csproj")).Order(StringComparer.Ordinal)
            : [];
    }

    private static string? Newest(string project)
    {
        var bin = Path.Combine(Path.GetDirectoryName(project)!, "bin");
        var name = Path.GetFileNameWithoutExtension(project) + ".dll";
        return Directory.Exists(bin)
            ? Directory.EnumerateFiles(bin, name, SearchOption.AllDirectories).MaxBy(File.GetLastWriteTimeUtc)
            : null;
    }
}
