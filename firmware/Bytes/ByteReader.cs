using System;

namespace Nf.Firmware.Bytes;

/// <summary>Reads the fields of a stored record from a buffer, little endian; <see cref="ByteWriter"/> wrote them.</summary>
/// <exception cref="InvalidOperationException">The field goes past the end of the buffer.</exception>
public sealed class ByteReader
{
    private readonly byte[] _buffer;
    private int _position;

    /// <summary>Reads from the start of the buffer.</summary>
    public ByteReader(byte[] buffer)
    {
        _buffer = buffer;
    }

    /// <summary>Index of the next byte.</summary>
    public int Position => _position;

    /// <summary>Goes to an index of the buffer, or to its end.</summary>
    public void Seek(int to)
    {
        if (to < 0 || to > _buffer.Length) throw new InvalidOperationException("outside the buffer");
        _position = to;
    }

    /// <summary>One byte.</summary>
    public int U8() => _buffer[Take(1)];

    /// <summary>Two bytes.</summary>
    public int U16()
    {
        int at = Take(2);
        return _buffer[at] | _buffer[at + 1] << 8;
    }

    /// <summary>Four bytes, 0 to 4,294,967,295.</summary>
    public long U32() => BitConverter.ToUInt32(_buffer, Take(4));

    /// <summary>Eight bytes.</summary>
    public long I64() => BitConverter.ToInt64(_buffer, Take(8));

    /// <summary>Bytes as they are.</summary>
    public void Bytes(byte[] target, int offset, int count) =>
        Array.Copy(_buffer, Take(count), target, offset, count);

    /// <summary>Passes over that many bytes.</summary>
    public void Skip(int count) => Take(count);

    private int Take(int count)
    {
        if (count < 0 || count > _buffer.Length - _position) throw new InvalidOperationException("the record is short");
        int at = _position;
        _position += count;
        return at;
    }
}
