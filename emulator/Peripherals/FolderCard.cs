using Nf.Emulator.Machine;

namespace Nf.Emulator.Peripherals;

/// <summary>A card whose files are files of a folder. The folder appears with the first append.</summary>
/// <remarks>
/// An append is in the operating system's hands when it returns: the death of this process no longer undoes it. What the
/// operating system refuses, the card refuses.
/// </remarks>
public sealed class FolderCard : CardModel
{
    private readonly string _folder;

    /// <summary>Puts the folder's files on the card.</summary>
    public FolderCard(string folder, PowerSupply power) : base(power)
    {
        _folder = Path.GetFullPath(folder);
        var directory = new DirectoryInfo(_folder);
        if (directory.Exists) UsedBytes = directory.EnumerateFiles().Sum(file => file.Length);
    }

    /// <inheritdoc/>
    protected override int CountFiles() => Directory.Exists(_folder) ? Directory.EnumerateFileSystemEntries(_folder).Count() : 0;

    /// <inheritdoc/>
    protected override int FileLength(string name)
    {
        var file = new FileInfo(PathOf(name));
        return file.Exists ? (int)Math.Min(file.Length, int.MaxValue) : -1;
    }

    /// <inheritdoc/>
    protected override int ReadFile(string name, int position, Span<byte> bytes)
    {
        try
        {
            using var handle = File.OpenHandle(PathOf(name), share: FileShare.ReadWrite);
            return RandomAccess.Read(handle, bytes, position);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return 0;
        }
    }

    /// <inheritdoc/>
    protected override bool AppendToFile(string name, ReadOnlySpan<byte> bytes)
    {
        try
        {
            Directory.CreateDirectory(_folder);
            using var handle = File.OpenHandle(PathOf(name), FileMode.OpenOrCreate, FileAccess.Write, FileShare.Read);
            RandomAccess.Write(handle, bytes, RandomAccess.GetLength(handle));
            UsedBytes += bytes.Length;
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private string PathOf(string name) => Path.Combine(_folder, name);
}
