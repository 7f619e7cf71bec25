using System;
using Nf.Firmware.Errors;
using Nf.Firmware.WorkingMemory;

namespace Nf.Firmware.Programming;

/// <summary>Which article numbers are programmed, one bit each: searches read no cell that holds nothing.</summary>
/// <remarks>
/// A bit is set before its article is written and cleared after the article is gone. So after a power cut a bit may say
/// too much, never too little; whoever meets such a bit clears it.
/// </remarks>
internal sealed class ArticleMap
{
    /// <summary>Bytes of one stored piece.</summary>
    private const int PieceLength = 125;

    private readonly CellStore _cells;
    private readonly byte[] _bits = new byte[ArticleTable.Count / 8];
    private readonly byte[] _piece = new byte[PieceLength];

    internal ArticleMap(CellStore cells) => _cells = cells;

    /// <summary>How many numbers are marked.</summary>
    internal int Marked { get; private set; }

    /// <summary>Reads the map; false when a part of it is lost or was never written.</summary>
    internal bool Load()
    {
        Marked = 0;
        for (int at = 0; at < _bits.Length; at += PieceLength)
        {
            if (!_cells.Read(Address(at), _piece, PieceLength)) return false;
            Array.Copy(_piece, 0, _bits, at, PieceLength);
        }

        for (int number = 1; number <= ArticleTable.Count; number++)
            if (Has(number)) Marked++;
        return true;
    }

    /// <summary>Begins an empty map.</summary>
    internal FiscalError Clear()
    {
        Marked = 0;
        Array.Clear(_bits, 0, _bits.Length);
        Array.Clear(_piece, 0, PieceLength);
        FiscalError error = FiscalError.None;
        for (int at = 0; at < _bits.Length && error == FiscalError.None; at += PieceLength)
            error = _cells.Write(Address(at), _piece, PieceLength);
        return error;
    }

    internal bool Has(int number) => (_bits[Index(number)] & Bit(number)) != 0;

    internal FiscalError Set(int number, bool programmed)
    {
        if (Has(number) == programmed) return FiscalError.None;
        _bits[Index(number)] ^= Bit(number);
        Marked += programmed ? 1 : -1;
        int start = Index(number) / PieceLength * PieceLength;
        Array.Copy(_bits, start, _piece, 0, PieceLength);
        return _cells.Write(Address(start), _piece, PieceLength);
    }

    /// <summary>The nearest number that is marked, or that is not, from one number on; 0 when there is none.</summary>
    /// <param name="from">The first to look at.</param>
    /// <param name="step">1 upwards, -1 downwards.</param>
    /// <param name="marked">Look for a marked number, else for a free one.</param>
    internal int Find(int from, int step, bool marked)
    {
        for (int number = from; number >= 1 && number <= ArticleTable.Count; number += step)
            if (Has(number) == marked) return number;
        return 0;
    }

    private static int Index(int number) => (number - 1) >> 3;

    private static byte Bit(int number) => (byte)(1 << ((number - 1) & 7));

    private static int Address(int index) => TableLayout.ArticleMap + index / PieceLength * (PieceLength + CellStore.Overhead);
}
