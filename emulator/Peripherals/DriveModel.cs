using Nf.Hal.Buses;

namespace Nf.Emulator.Peripherals;

/// <summary>A removable drive in its port; where its files are is the business of the two kinds of drive.</summary>
public abstract class DriveModel : IDriveFiles
{
    /// <summary>A drive is plugged in.</summary>
    public bool Present { get; set; } = true;

    /// <summary>It can only be read.</summary>
    public bool WriteProtected { get; set; }

    /// <summary>Bytes that fit on it in all.</summary>
    public long CapacityBytes { get; set; } = 8L << 30;

    /// <inheritdoc/>
    public long FreeBytes => Present ? Math.Max(0, CapacityBytes - UsedBytes) : 0;

    /// <summary>Bytes in its files.</summary>
    protected abstract long UsedBytes { get; }

    /// <inheritdoc/>
    public int Entries(string folder) => Present ? CountEntries(folder) : 0;

    /// <inheritdoc/>
    public int Length(string name) => Present ? FileLength(name) : -1;

    /// <inheritdoc/>
    public int Read(string name, int position, byte[] buffer, int offset, int count) =>
        Present ? ReadFile(name, position, buffer.AsSpan(offset, count)) : 0;

    /// <inheritdoc/>
    public bool Append(string name, byte[] buffer, int offset, int count) =>
        CanWrite && FreeBytes >= count && AppendToFile(name, buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public bool Delete(string name) => CanWrite && DeleteFile(name);

    /// <inheritdoc/>
    public bool Rename(string name, string newName) => CanWrite && FileLength(newName) < 0 && RenameFile(name, newName);

    private bool CanWrite => Present && !WriteProtected;

    /// <summary>How much is in a folder, the empty name for the root.</summary>
    protected abstract int CountEntries(string folder);

    /// <summary>The file's length; -1 when there is none.</summary>
    protected abstract int FileLength(string name);

    /// <summary>Reads what there is of the bytes.</summary>
    protected abstract int ReadFile(string name, int position, Span<byte> bytes);

    /// <summary>Adds the bytes, creating the file; false when it could not.</summary>
    protected abstract bool AppendToFile(string name, ReadOnlySpan<byte> bytes);

    /// <summary>Deletes the file; false when it could not.</summary>
    protected abstract bool DeleteFile(string name);

    /// <summary>Renames the file; false when it could not.</summary>
    protected abstract bool RenameFile(string name, string newName);
}
