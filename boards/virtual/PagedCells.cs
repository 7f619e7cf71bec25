using System;

namespace Nf.Boards.Virtual;

/// <summary>Memory cells that take room only where something was written.</summary>
public sealed class PagedCells
{
    private const int PageSize = 1024;

    private readonly byte[][] _pages;
    private readonly byte _blank;

    /// <param name="capacity">Cells, a multiple of 1,024.</param>
    /// <param name="blank">What a cell holds that was never written.</param>
    public PagedCells(int capacity, byte blank)
    {
        Capacity = capacity;
        _blank = blank;
        _pages = new byte[capacity / PageSize][];
    }

    /// <summary>How many cells there are.</summary>
    public int Capacity { get; }

    /// <summary>Bytes of RAM that what was written takes, headers of the arrays left out.</summary>
    public int UsedBytes { get; private set; }

    /// <summary>Copies cells.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are no such cells.</exception>
    public void Read(int address, byte[] buffer, int offset, int count)
    {
        Check(address, count);
        for (int i = 0; i < count; i++) buffer[offset + i] = this[address + i];
    }

    /// <summary>Replaces cells.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There are no such cells.</exception>
    public void Write(int address, byte[] buffer, int offset, int count)
    {
        Check(address, count);
        while (count > 0)
        {
            byte[] page = Page(address / PageSize);
            int at = address % PageSize;
            int piece = count < PageSize - at ? count : PageSize - at;
            Array.Copy(buffer, offset, page, at, piece);
            address += piece;
            offset += piece;
            count -= piece;
        }
    }

    /// <summary>One cell.</summary>
    public byte this[int address]
    {
        get
        {
            byte[] page = _pages[address / PageSize];
            return page == null ? _blank : page[address % PageSize];
        }
    }

    private byte[] Page(int index)
    {
        if (_pages[index] != null) return _pages[index];
        byte[] page = new byte[PageSize];
        for (int i = 0; _blank != 0 && i < PageSize; i++) page[i] = _blank;
        UsedBytes += PageSize;
        return _pages[index] = page;
    }

    private void Check(int address, int count)
    {
        if (address < 0 || count < 0 || address > Capacity - count) throw new ArgumentOutOfRangeException(nameof(address));
    }
}
