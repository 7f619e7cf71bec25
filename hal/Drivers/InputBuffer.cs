using System;

namespace Nf.Hal.Drivers;

/// <summary>Bytes that came in and were not read yet, in a room that does not grow.</summary>
internal sealed class InputBuffer
{
    private readonly byte[] _bytes;
    private int _start;
    private int _end;

    /// <param name="capacity">Bytes that it keeps at most.</param>
    internal InputBuffer(int capacity) => _bytes = new byte[capacity];

    internal void Clear() => _start = _end = 0;

    /// <summary>There is room for so many bytes more.</summary>
    internal bool MakeRoom(int count)
    {
        Array.Copy(_bytes, _start, _bytes, 0, _end - _start);
        _end -= _start;
        _start = 0;
        return _bytes.Length - _end >= count;
    }

    /// <summary>Keeps bytes; what there is no room for is lost.</summary>
    internal void Add(byte[] bytes, int offset, int count)
    {
        if (count > _bytes.Length - _end) count = _bytes.Length - _end;
        Array.Copy(bytes, offset, _bytes, _end, count);
        _end += count;
    }

    /// <summary>Gives up to <paramref name="count"/> bytes; 0 when there are none.</summary>
    internal int Read(byte[] buffer, int offset, int count)
    {
        if (count > _end - _start) count = _end - _start;
        Array.Copy(_bytes, _start, buffer, offset, count);
        _start += count;
        return count;
    }
}
