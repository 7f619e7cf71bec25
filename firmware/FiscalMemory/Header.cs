using System;
using Nf.Firmware.Bytes;
using Nf.Firmware.Text;

namespace Nf.Firmware.FiscalMemory;

/// <summary>The lines at the top of every document: operator, address with county (norms, art. 55).</summary>
public sealed class Header
{
    /// <summary>Lines at most.</summary>
    public const int MaxLines = 10;

    /// <summary>Characters of a line at most.</summary>
    public const int MaxLength = 48;

    /// <summary>Bytes of the saved form of a header that is full; a record holds fewer.</summary>
    public const int MaxSavedLength = 1 + MaxLines * (1 + MaxLength);

    private readonly byte[][] _lines = new byte[MaxLines][];

    /// <summary>How many lines there are.</summary>
    public int Count { get; private set; }

    /// <summary>Bytes of the saved form.</summary>
    public int SavedLength
    {
        get
        {
            int length = 1 + Count;
            for (int i = 0; i < Count; i++) length += _lines[i].Length;
            return length;
        }
    }

    /// <summary>It is no longer than a record of the fiscal memory holds.</summary>
    public bool FitsRecord => SavedLength <= RecordLayout.MaxPayload;

    /// <summary>There is nothing to read in it.</summary>
    public bool IsBlank
    {
        get
        {
            for (int i = 0; i < Count; i++)
                for (int j = 0; j < _lines[i].Length; j++)
                    if (_lines[i][j] != ' ') return false;
            return true;
        }
    }

    /// <summary>One line, in ISO-8859-16.</summary>
    public byte[] Line(int index) => _lines[index];

    /// <summary>Replaces all lines; each is cut at 48 characters.</summary>
    /// <exception cref="ArgumentOutOfRangeException">More than 10 lines.</exception>
    public void Set(string[] lines)
    {
        if (lines.Length > MaxLines) throw new ArgumentOutOfRangeException("lines");
        var buffer = new byte[MaxLength];
        for (int i = 0; i < lines.Length; i++)
        {
            int length = Latin16.Write(lines[i], buffer, 0, MaxLength);
            _lines[i] = new byte[length];
            Array.Copy(buffer, _lines[i], length);
        }

        Count = lines.Length;
    }

    /// <summary>Replaces one line; lines that nobody set before it are empty, empty ones at the end are none.</summary>
    /// <param name="index">0 to 9.</param>
    /// <param name="text">ISO-8859-16.</param>
    /// <param name="offset">Where the line begins.</param>
    /// <param name="length">At most 48.</param>
    public void SetLine(int index, byte[] text, int offset, int length)
    {
        if (length > MaxLength) throw new ArgumentOutOfRangeException("length");
        for (; Count <= index; Count++) _lines[Count] = new byte[0];
        _lines[index] = new byte[length];
        Array.Copy(text, offset, _lines[index], 0, length);
        while (Count > 0 && _lines[Count - 1].Length == 0) Count--;
    }

    /// <summary>Takes the lines of another header.</summary>
    public void CopyFrom(Header other)
    {
        Count = other.Count;
        for (int i = 0; i < Count; i++) _lines[i] = other._lines[i];
    }

    public void Save(ByteWriter writer)
    {
        writer.U8(Count);
        for (int i = 0; i < Count; i++)
        {
            writer.U8(_lines[i].Length);
            writer.Bytes(_lines[i], 0, _lines[i].Length);
        }
    }

    public void Load(ByteReader reader)
    {
        Count = reader.U8();
        for (int i = 0; i < Count; i++)
        {
            int length = reader.U8();
            _lines[i] = new byte[length];
            reader.Bytes(_lines[i], 0, length);
        }
    }
}
