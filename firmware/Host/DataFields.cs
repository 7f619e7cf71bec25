using System;

namespace Nf.Firmware.Host;

/// <summary>DATA of a request with its escapes undone, cut into fields.</summary>
internal sealed class DataFields
{
    /// <summary>More than any command has; further ones make the DATA wrong.</summary>
    private const int MaxFields = 32;

    private readonly int[] _starts = new int[MaxFields];
    private readonly int[] _ends = new int[MaxFields];
    private readonly byte[] _data = new byte[FrameBytes.MaxData];
    private int _length;
    private int _count;

    /// <summary>The bytes, without escapes. A TAB that ends a field is still there; an escaped one is text.</summary>
    public byte[] Data => _data;

    /// <summary>How many bytes of <see cref="Data"/> are in use.</summary>
    public int Length => _length;

    /// <summary>Fields that came, empty ones too.</summary>
    public int Count => _count;

    /// <summary>Takes DATA as it came in a frame.</summary>
    /// <returns>False when it holds a bare control byte, half an escape, or too many fields.</returns>
    public bool Take(byte[] frame, int offset, int count)
    {
        _length = 0;
        _count = 0;
        int start = 0;
        int end = offset + count;
        while (offset < end)
        {
            offset = TakeText(frame, offset, end);
            if (offset == end) break;
            byte control = frame[offset++];
            if (control == FrameBytes.Escape)
            {
                if (offset == end || !IsEscaped(frame[offset])) return false;
                _data[_length++] = (byte)(frame[offset++] - FrameBytes.EscapeOffset);
                continue;
            }

            if (control != FrameBytes.Tab || !AddField(start, _length)) return false;
            _data[_length++] = control;
            start = _length;
        }

        return start == _length || AddField(start, _length);
    }

    // Takes bytes up to the next control byte.
    private int TakeText(byte[] frame, int offset, int end)
    {
        int stop = offset;
        while (stop < end && frame[stop] >= FrameBytes.FirstPrintable) stop++;
        Array.Copy(frame, offset, _data, _length, stop - offset);
        _length += stop - offset;
        return stop;
    }

    /// <summary>Where a field begins in <see cref="Data"/>; the end of DATA for one that is missing.</summary>
    public int Offset(int field) => field < _count ? _starts[field] : _length;

    /// <summary>Bytes of a field; 0 for one that is missing.</summary>
    public int LengthOf(int field) => field < _count ? _ends[field] - _starts[field] : 0;

    private static bool IsEscaped(byte b) =>
        b >= FrameBytes.EscapeOffset && b < FrameBytes.EscapeOffset + FrameBytes.FirstPrintable;

    private bool AddField(int start, int end)
    {
        if (_count == MaxFields) return false;
        _starts[_count] = start;
        _ends[_count] = end;
        _count++;
        return true;
    }
}
