namespace Nf.Emulator.Commands;

/// <summary>Files that the command line names: what keeps one from being used is said in a sentence.</summary>
internal static class NamedFile
{
    /// <summary>Reads a file and understands it.</summary>
    /// <exception cref="InputException">It cannot be read.</exception>
    public static T Read<T>(string file, Func<byte[], T> understand)
    {
        try
        {
            return understand(File.ReadAllBytes(file));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new InputException($"cannot read {Name(file)}: {Reason(file, e)}");
        }
    }

    /// <summary>Creates a file, or empties the one that is there; each line is written at once.</summary>
    /// <exception cref="InputException">It cannot be written.</exception>
    public static StreamWriter Create(string file)
    {
        try
        {
            return new StreamWriter(file) { AutoFlush = true };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new InputException($"cannot write {Name(file)}: {Reason(file, e)}");
        }
    }

    private static string Name(string file) => file.Length == 0 ? "the file with the empty name" : file;

    private static string Reason(string file, Exception e) => e switch
    {
        _ when Directory.Exists(file) => "it is a directory, give a file",
        FileNotFoundException => "there is no such file, check the path",
        DirectoryNotFoundException => "its directory does not exist, check the path",
        UnauthorizedAccessException => "no permission, change its owner or rights",
        _ => e.Message,
    };
}
