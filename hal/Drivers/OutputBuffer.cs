using System;
using Nf.Hal.Buses;

namespace Nf.Hal.Drivers;

/// <summary>Bytes on their way to a serial line that may not take them all at once.</summary>
internal sealed class OutputBuffer
{
    private readonly byte[] _bytes;
    private int _start;
    private int _end;

    internal OutputBuffer(int capacity) => _bytes = new byte[capacity];

    /// <summary>The line has taken everything.</summary>
    internal bool IsEmpty => _start == _end;

    /// <summary>Forgets what was not taken.</summary>
    internal void Clear() => _start = _end = 0;

    /// <summary>Adds bytes to send.</summary>
    /// <exception cref="InvalidOperationException">No room: the owner adds more than it planned for.</exception>
    internal void Append(byte[] bytes, int count)
    {
        MakeRoom(count);
        Array.Copy(bytes, 0, _bytes, _end, count);
        _end += count;
    }

    /// <summary>Adds one byte to send.</summary>
    /// <exception cref="InvalidOperationException">No room.</exception>
    internal void Append(byte value)
    {
        MakeRoom(1);
        _bytes[_end++] = value;
    }

    /// <summary>Hands over to the line what it takes now.</summary>
    internal void Flush(ISerialLine line)
    {
        if (IsEmpty) return;
        _start += line.Write(_bytes, _start, _end - _start);
        if (IsEmpty) Clear();
    }

    private void MakeRoom(int count)
    {
        if (_end + count <= _bytes.Length) return;
        if (_end - _start + count > _bytes.Length) throw new InvalidOperationException("output buffer is full");
        Array.Copy(_bytes, _start, _bytes, 0, _end - _start);
        _end -= _start;
        _start = 0;
    }
}
