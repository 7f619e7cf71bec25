namespace Nf.Emulator.State;

/// <summary>Files that are there whole or not at all, whenever this process dies.</summary>
internal static class SafeFile
{
    /// <summary>Writes a file beside the place, then moves it there.</summary>
    public static void Replace(string path, ReadOnlySpan<byte> bytes)
    {
        var fresh = path + ".new";
        File.WriteAllBytes(fresh, bytes);
        File.Move(fresh, path, overwrite: true);
    }
}
