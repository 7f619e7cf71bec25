namespace Nf.Emulator.Peripherals;

/// <summary>A drive whose files are files of a folder. The folder appears with the first append.</summary>
/// <remarks>What the operating system refuses, the drive refuses.</remarks>
public sealed class FolderDrive(string folder) : DriveModel
{
    private readonly string _folder = Path.GetFullPath(folder);

    /// <inheritdoc/>
    /// <remarks>The host's own disk says when it is full.</remarks>
    protected override long UsedBytes => 0;

    /// <inheritdoc/>
    protected override int CountEntries(string folder)
    {
        var path = PathOf(folder);
        return Directory.Exists(path) ? Directory.EnumerateFileSystemEntries(path).Count() : 0;
    }

    /// <inheritdoc/>
    protected override int FileLength(string name)
    {
        var file = new FileInfo(PathOf(name));
        return file.Exists ? (int)Math.Min(file.Length, int.MaxValue) : -1;
    }

    /// <inheritdoc/>
    protected override int ReadFile(string name, int position, Span<byte> bytes)
    {
        var read = 0;
        Try(() => File.OpenHandle(PathOf(name), share: FileShare.ReadWrite), out var handle);
        if (handle is null) return 0;
        using (handle) read = RandomAccess.Read(handle, bytes, position);
        return read;
    }

    /// <inheritdoc/>
    protected override bool AppendToFile(string name, ReadOnlySpan<byte> bytes)
    {
        var copy = bytes.ToArray();
        return Try(() =>
        {
            Directory.CreateDirectory(Path.GetDirectoryName(PathOf(name))!);
            using var file = new FileStream(PathOf(name), FileMode.Append, FileAccess.Write, FileShare.Read);
            file.Write(copy);
            return true;
        }, out _);
    }

    /// <inheritdoc/>
    protected override bool DeleteFile(string name) => Try(() =>
    {
        File.Delete(PathOf(name));
        return true;
    }, out _);

    /// <inheritdoc/>
    protected override bool RenameFile(string name, string newName) => Try(() =>
    {
        File.Move(PathOf(name), PathOf(newName));
        return true;
    }, out _);

    private string PathOf(string name) => Path.Combine(_folder, name);

    private static bool Try<T>(Func<T> action, out T? result)
    {
        try
        {
            result = action();
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            result = default;
            return false;
        }
    }
}
