using Microsoft.Win32.SafeHandles;
using Nf.Emulator.Machine;

namespace Nf.Emulator.State;

/// <summary>Cells in a file that is a plain image of the chip, byte for byte, as a chip programmer would read it.</summary>
/// <remarks>
/// The file appears at the first write, filled with the blank value: 4 MB of FFh take a few milliseconds once, which is
/// cheaper than an image that needs explaining. Writes go straight to the operating system, without a buffer here.
/// </remarks>
public sealed class FileStore : IByteStore, IDisposable
{
    private readonly string _path;
    private readonly byte _blank;
    private readonly bool _readOnly;
    private SafeFileHandle? _file;

    /// <summary>Opens the file if there is one.</summary>
    /// <param name="length">Number of cells, and bytes of the file.</param>
    /// <param name="blank">What a cell reads that was never written.</param>
    /// <param name="readOnly">Only look, also while another process writes.</param>
    /// <exception cref="StateException">The file has another size, or cannot be opened.</exception>
    public FileStore(string path, int length, byte blank = 0, bool readOnly = false)
    {
        Length = length;
        _path = path;
        _blank = blank;
        _readOnly = readOnly;
        if (File.Exists(path)) _file = OpenExisting();
    }

    /// <inheritdoc/>
    public int Length { get; }

    /// <inheritdoc/>
    public void Read(int address, Span<byte> bytes)
    {
        CellRange.Check(address, bytes.Length, Length);
        if (_file is null) bytes.Fill(_blank);
        else ReadFile(_file, address, bytes);
    }

    /// <inheritdoc/>
    /// <exception cref="StateException">The operating system refused, for instance because the disk is full.</exception>
    public void Write(int address, ReadOnlySpan<byte> bytes)
    {
        CellRange.Check(address, bytes.Length, Length);
        if (_readOnly) throw new InvalidOperationException($"{_path} is open for reading only");
        try
        {
            _file ??= Create();
            RandomAccess.Write(_file, bytes, address);
        }
        catch (Exception e) when (StateException.IsIoProblem(e))
        {
            throw StateException.From(_path, e);
        }
    }

    /// <summary>Closes the file.</summary>
    public void Dispose() => _file?.Dispose();

    private void ReadFile(SafeFileHandle file, int address, Span<byte> bytes)
    {
        try
        {
            while (bytes.Length > 0)
            {
                var count = RandomAccess.Read(file, bytes, address);
                if (count == 0) throw WrongSize(RandomAccess.GetLength(file));
                address += count;
                bytes = bytes[count..];
            }
        }
        catch (Exception e) when (StateException.IsIoProblem(e))
        {
            throw StateException.From(_path, e);
        }
    }

    private SafeFileHandle OpenExisting()
    {
        try
        {
            var file = OpenHandle();
            var size = RandomAccess.GetLength(file);
            if (size == Length) return file;
            file.Dispose();
            throw WrongSize(size);
        }
        catch (Exception e) when (StateException.IsIoProblem(e))
        {
            throw StateException.From(_path, e);
        }
    }

    private SafeFileHandle OpenHandle() => _readOnly
        ? File.OpenHandle(_path, share: FileShare.ReadWrite)
        : File.OpenHandle(_path, access: FileAccess.ReadWrite, share: FileShare.Read);

    private SafeFileHandle Create()
    {
        var image = new byte[Length];
        image.AsSpan().Fill(_blank);
        SafeFile.Replace(_path, image);
        return OpenHandle();
    }

    private StateException WrongSize(long size) => new(StateProblem.Damaged,
        $"{_path} has {size} bytes instead of {Length}: put a copy of the right size back, or start with another state directory");
}
