using System;
using Nf.Firmware.Checks;

namespace Nf.Firmware.Host;

/// <summary>What a byte did to the frame under way.</summary>
internal enum FrameProgress
{
    /// <summary>The frame is not complete, or no frame has begun.</summary>
    Waiting,

    /// <summary>The frame is wrong and forgotten.</summary>
    Wrong,

    /// <summary>The request is there.</summary>
    Complete,
}

/// <summary>Finds frames in the bytes that come; the form is checked byte by byte, so that a wrong one ends at once.</summary>
internal sealed class FrameReader
{
    private const int SequenceAt = 5;

    private readonly DatecsRequest _request;
    private readonly byte[] _frame;
    private int _count;
    private int _summedEnd;

    public FrameReader(DatecsRequest request)
    {
        _request = request;
        _frame = request.Frame;
    }

    /// <summary>A frame has begun and is not complete.</summary>
    public bool InFrame => _count > 0;

    /// <summary>Looks for the next start byte.</summary>
    public void Forget() => _count = 0;

    /// <summary>
    /// Takes bytes until a frame ends or there are no more. What comes outside a frame is ignored; a start byte always
    /// begins a new one.
    /// </summary>
    /// <param name="progress">What the last byte did.</param>
    /// <returns>Where the next byte is.</returns>
    public int Take(byte[] input, int offset, int end, out FrameProgress progress)
    {
        var last = FrameProgress.Waiting;
        while (offset < end && last == FrameProgress.Waiting)
        {
            int data = _count < _summedEnd && _count >= FrameBytes.DataOffset ? TakeData(input, offset, end) : 0;
            if (data > 0) offset += data;
            else last = TakeByte(input[offset++]);
        }

        progress = last;
        return offset;
    }

    private FrameProgress TakeByte(byte b)
    {
        if (b == FrameBytes.Start) return Begin();
        if (_count == 0) return FrameProgress.Waiting;
        int at = _count++;
        _frame[at] = b;
        if (!IsRight(at, b))
        {
            Forget();
            return FrameProgress.Wrong;
        }

        return b == FrameBytes.End && at == _summedEnd + 5 ? Finish() : FrameProgress.Waiting;
    }

    // Takes a run of the frame's DATA at once, up to a start byte.
    private int TakeData(byte[] input, int offset, int end)
    {
        int left = _summedEnd - _count;
        int stop = end - offset < left ? end : offset + left;
        int at = offset;
        while (at < stop && input[at] != FrameBytes.Start) at++;
        int taken = at - offset;
        Array.Copy(input, offset, _frame, _count, taken);
        _count += taken;
        return taken;
    }

    private FrameProgress Begin()
    {
        _frame[0] = FrameBytes.Start;
        _count = 1;
        _summedEnd = 0;
        return FrameProgress.Waiting;
    }

    private FrameProgress Finish()
    {
        _request.Accept(_count);
        Forget();
        return FrameProgress.Complete;
    }

    private bool IsRight(int at, byte b)
    {
        if (at < SequenceAt) return FrameBytes.IsDigit(b) && (at < SequenceAt - 1 || TakeLength());
        if (at == SequenceAt) return b >= FrameBytes.FirstPrintable;
        if (at < FrameBytes.DataOffset) return FrameBytes.IsDigit(b);
        if (at < _summedEnd) return true;
        if (at == _summedEnd) return b == FrameBytes.EndOfSummed;
        if (at < _summedEnd + 5) return FrameBytes.IsDigit(b) && (at < _summedEnd + 4 || IsSumRight());
        return b == FrameBytes.End;
    }

    /// <summary>LEN is complete: it counts itself, SEQ, CMD, DATA and 05h.</summary>
    private bool TakeLength()
    {
        _summedEnd = FrameBytes.ReadWord(_frame, 1) - FrameBytes.LengthOffset;
        int data = _summedEnd - FrameBytes.DataOffset;
        return data >= 0 && data <= FrameBytes.MaxData;
    }

    private bool IsSumRight() => FrameBytes.ReadWord(_frame, _summedEnd + 1) == ByteSum.Of(_frame, 1, _summedEnd);
}
