using Nf.Emulator.Machine;

namespace Nf.Emulator.Peripherals;

/// <summary>A drive whose files are in RAM.</summary>
/// <param name="power">What can tear its writes; none for a drive that is never cut off.</param>
public sealed class MemoryDrive(PowerSupply? power = null) : DriveModel
{
    private readonly Dictionary<string, MemoryStream> _files = [];

    /// <summary>The names of the files, in order.</summary>
    public IReadOnlyList<string> Names => [.. _files.Keys.Order(StringComparer.Ordinal)];

    /// <inheritdoc/>
    protected override long UsedBytes => _files.Values.Sum(file => file.Length);

    /// <summary>Takes all files away.</summary>
    public void Empty() => _files.Clear();

    /// <summary>A file's bytes.</summary>
    public byte[] Bytes(string name) => _files[name].ToArray();

    /// <summary>A file from elsewhere, as a person copies it onto the drive.</summary>
    public void Put(string name, byte[] bytes)
    {
        var file = new MemoryStream();
        file.Write(bytes);
        _files[name] = file;
    }

    /// <inheritdoc/>
    protected override int CountEntries(string folder)
    {
        var inside = folder.Length == 0 ? "" : folder + "/";
        return _files.Keys.Where(name => name.StartsWith(inside, StringComparison.Ordinal))
            .Select(name => name[inside.Length..].Split('/')[0]).Distinct().Count();
    }

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
        var added = bytes.ToArray();
        file.Position = file.Length;
        Write(added.Length, done => file.Write(added, 0, done));
        return true;
    }

    /// <inheritdoc/>
    protected override bool DeleteFile(string name)
    {
        if (!_files.ContainsKey(name)) return false;
        Write(1, done => _ = done > 0 && _files.Remove(name));
        return true;
    }

    /// <inheritdoc/>
    protected override bool RenameFile(string name, string newName)
    {
        if (!_files.TryGetValue(name, out var file)) return false;
        Write(1, done =>
        {
            if (done == 0) return;
            _files.Remove(name);
            _files[newName] = file;
        });
        return true;
    }

    private void Write(int count, Action<int> apply)
    {
        if (power is null) apply(count);
        else power.Write(StoreWrite.Drive, count, apply);
    }
}
