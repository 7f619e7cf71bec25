namespace Nf.Emulator.Peripherals;

/// <summary>A drive whose files are in RAM.</summary>
public sealed class MemoryDrive : DriveModel
{
    private readonly Dictionary<string, MemoryStream> _files = [];

    /// <summary>The names of the files, in order.</summary>
    public IReadOnlyList<string> Names => [.. _files.Keys.Order(StringComparer.Ordinal)];

    /// <inheritdoc/>
    protected override long UsedBytes => _files.Values.Sum(file => file.Length);

    /// <summary>A file's bytes.</summary>
    public byte[] Bytes(string name) => _files[name].ToArray();

    /// <inheritdoc/>
    protected override int FileLength(string name) => _files.TryGetValue(name, out var file) ? (int)file.Length : -1;

    /// <inheritdoc/>
    protected override int ReadFile(string name, int position, Span<byte> bytes)
    {
        if (!_files.TryGetValue(name, out var file)) return 0;
        file.Position = position;
        return file.Read(bytes);
    }

    /// <inheritdoc/>
    protected override bool AppendToFile(string name, ReadOnlySpan<byte> bytes)
    {
        if (!_files.TryGetValue(name, out var file)) _files[name] = file = new MemoryStream();
        file.Position = file.Length;
        file.Write(bytes);
        return true;
    }

    /// <inheritdoc/>
    protected override bool DeleteFile(string name) => _files.Remove(name);

    /// <inheritdoc/>
    protected override bool RenameFile(string name, string newName)
    {
        if (!_files.Remove(name, out var file)) return false;
        _files[newName] = file;
        return true;
    }
}
