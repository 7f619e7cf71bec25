namespace Nf.Tests.Machine.Rig;

/// <summary>The repository that the tests were built from.</summary>
internal static class SourceTree
{
    /// <summary>A file's path, from the repository's root.</summary>
    public static string File(params string[] parts) => Path.Combine([Root(), .. parts]);

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!System.IO.File.Exists(Path.Combine(folder, "nf.sln"))) folder = Path.GetDirectoryName(folder)!;
        return folder;
    }
}
