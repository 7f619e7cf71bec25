namespace Nf.Tests.Machine.Conformity;

/// <summary>The source tree that these tests were built in.</summary>
internal static class Repository
{
    /// <summary>The folder that holds <c>nf.sln</c>.</summary>
    public static string Root { get; } = Find();

    private static string Find()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "nf.sln"))) folder = Path.GetDirectoryName(folder)!;
        return folder;
    }
}
