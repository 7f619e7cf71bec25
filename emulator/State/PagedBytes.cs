namespace Nf.Emulator.State;

/// <summary>Bytes in RAM, in pages that exist once written and that clones share until one of them writes.</summary>
internal sealed class PagedBytes
{
    private const int PageSize = 4096;

    private readonly byte _fill;
    private byte[]?[] _pages;
    private bool[] _owned;

    /// <summary>Unwritten bytes read as the fill value.</summary>
    public PagedBytes(byte fill)
    {
        _fill = fill;
        _pages = [];
        _owned = [];
    }

    private PagedBytes(PagedBytes source)
    {
        Array.Clear(source._owned);
        _fill = source._fill;
        _pages = (byte[]?[])source._pages.Clone();
        _owned = new bool[_pages.Length];
    }

    /// <summary>The same bytes, from here on apart. Costs a reference a page.</summary>
    public PagedBytes Clone() => new(this);

    /// <summary>Copies bytes out.</summary>
    public void Read(int address, Span<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            var part = bytes[..PartLength(address, bytes.Length)];
            var index = address / PageSize;
            if (index < _pages.Length && _pages[index] is { } page) page.AsSpan(address % PageSize, part.Length).CopyTo(part);
            else part.Fill(_fill);
            address += part.Length;
            bytes = bytes[part.Length..];
        }
    }

    /// <summary>Changes bytes.</summary>
    public void Write(int address, ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            var part = bytes[..PartLength(address, bytes.Length)];
            part.CopyTo(OwnPage(address / PageSize).AsSpan(address % PageSize));
            address += part.Length;
            bytes = bytes[part.Length..];
        }
    }

    private static int PartLength(int address, int count) => Math.Min(count, PageSize - address % PageSize);

    private byte[] OwnPage(int index)
    {
        if (index >= _pages.Length) Grow(index + 1);
        if (_owned[index]) return _pages[index]!;
        var page = new byte[PageSize];
        if (_pages[index] is { } shared) shared.CopyTo(page, 0);
        else page.AsSpan().Fill(_fill);
        _pages[index] = page;
        _owned[index] = true;
        return page;
    }

    private void Grow(int pages)
    {
        var length = Math.Max(pages, _pages.Length * 2);
        Array.Resize(ref _pages, length);
        Array.Resize(ref _owned, length);
    }
}
