using Nf.Emulator.Machine;

namespace Nf.Emulator.State;

/// <summary>Cells in RAM. Untouched pages cost nothing, and a clone shares pages until one side writes to them.</summary>
/// <remarks>Not for several threads at once; clones of one store may each live on a thread of their own.</remarks>
public sealed class RamStore : IByteStore
{
    private readonly PagedBytes _bytes;

    /// <summary>Blank cells.</summary>
    /// <param name="length">Number of cells.</param>
    /// <param name="fill">What a blank cell reads: FFh for flash.</param>
    public RamStore(int length, byte fill = 0) : this(length, new PagedBytes(fill))
    {
    }

    private RamStore(int length, PagedBytes bytes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        Length = length;
        _bytes = bytes;
    }

    /// <inheritdoc/>
    public int Length { get; }

    /// <summary>The same cells, from here on apart.</summary>
    public RamStore Clone() => new(Length, _bytes.Clone());

    /// <inheritdoc/>
    public void Read(int address, Span<byte> bytes)
    {
        CellRange.Check(address, bytes.Length, Length);
        _bytes.Read(address, bytes);
    }

    /// <inheritdoc/>
    public void Write(int address, ReadOnlySpan<byte> bytes)
    {
        CellRange.Check(address, bytes.Length, Length);
        _bytes.Write(address, bytes);
    }
}
