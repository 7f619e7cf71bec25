using System;

namespace Nf.Firmware.Bytes;

/// <summary>Writes the fields of a stored record into a buffer, little endian.</summary>
/// <remarks>A value that its field cannot hold throws: a record never keeps less than it was given.</remarks>
/// <exception cref="InvalidOperationException">The field goes past the end of the buffer; nothing of it is written.</exception>
public sealed class ByteWriter
{
    private readonly byte[] _buffer;
    private int _position;

    /// <summary>Writes from the start of the buffer.</summary>
    public ByteWriter(byte[] buffer)
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

    /// <summary>One byte, 0 to 255.</summary>
    public void U8(int value)
    {
        if (value >> 8 != 0) Refuse();
        _buffer[Take(1)] = (byte)value;
    }

    /// <summary>Two bytes, 0 to 65,535.</summary>
    public void U16(int value)
    {
        if (value >> 16 != 0) Refuse();
        int at = Take(2);
        _buffer[at] = (byte)value;
        _buffer[at + 1] = (byte)(value >> 8);
    }

    /// <summary>Four bytes, 0 to 4,294,967,295.</summary>
    public void U32(long value)
    {
        if (value >> 32 != 0) Refuse();
        Word(Take(4), (uint)value);
    }

    /// <summary>Eight bytes, any value.</summary>
    public void I64(long value)
    {
        int at = Take(8);
        uint high = (uint)(value >> 32);
        if (high != 0)
        {
            Word(at, (uint)value);
            Word(at + 4, high);
            return;
        }

        // Most saved sums are 0 or small, and on an interpreter this costs less.
        Array.Clear(_buffer, at, 8);
        if (value != 0) Word(at, (uint)value);
    }

    /// <summary>Bytes as they are.</summary>
    public void Bytes(byte[] source, int offset, int count) =>
        Array.Copy(source, offset, _buffer, Take(count), count);

    /// <summary>That many zeros.</summary>
    public void Zero(int count) => Array.Clear(_buffer, Take(count), count);

    private void Word(int at, uint value)
    {
        _buffer[at] = (byte)value;
        _buffer[at + 1] = (byte)(value >> 8);
        _buffer[at + 2] = (byte)(value >> 16);
        _buffer[at + 3] = (byte)(value >> 24);
    }

    private static void Refuse() => throw new ArgumentOutOfRangeException("value");

    private int Take(int count)
    {
        if (count < 0 || count > _buffer.Length - _position) throw new InvalidOperationException("the buffer is full");
        int at = _position;
        _position += count;
        return at;
    }
}
