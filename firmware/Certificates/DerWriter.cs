using System;

namespace Nf.Firmware.Certificates;

/// <summary>Writes DER into a buffer from its end to its start: what is inside an element comes before its length.</summary>
/// <remarks>
/// <code>
/// writer.Begin();
/// int end = writer.Length;
/// writer.Small(1); writer.Bytes(Oids.Data, 0, Oids.Data.Length); // the last one first
/// writer.Wrap(DerTag.Sequence, end);
/// sink.Write(writer.Buffer, writer.Offset, writer.Count);
/// </code>
/// <see cref="Skip"/> counts bytes that come from elsewhere, so that the elements around them get their length.
/// </remarks>
/// <exception cref="InvalidOperationException">The buffer is full.</exception>
public sealed class DerWriter
{
    public DerWriter(int capacity)
    {
        Buffer = new byte[capacity];
    }

    /// <summary>Holds what is written, from <see cref="Offset"/> on.</summary>
    public byte[] Buffer { get; }

    /// <summary>Index of the first byte written.</summary>
    public int Offset { get; private set; }

    /// <summary>Bytes written.</summary>
    public int Count => Buffer.Length - Offset;

    /// <summary>Bytes written and skipped.</summary>
    public int Length { get; private set; }

    /// <summary>Begins anew.</summary>
    public void Begin()
    {
        Offset = Buffer.Length;
        Length = 0;
    }

    /// <summary>Counts bytes that stand here and are written by somebody else.</summary>
    public void Skip(int count) => Length += count;

    /// <summary>Bytes as they are, before those already there.</summary>
    public void Bytes(byte[] data, int offset, int count)
    {
        if (count > Offset) throw new InvalidOperationException("the buffer is full");
        Offset -= count;
        Length += count;
        Array.Copy(data, offset, Buffer, Offset, count);
    }

    /// <summary>A whole array, before what is already there.</summary>
    public void Bytes(byte[] data) => Bytes(data, 0, data.Length);

    /// <summary>Puts everything since <paramref name="end"/> into an element.</summary>
    /// <param name="tag">Its first byte.</param>
    /// <param name="end"><see cref="Length"/> before what belongs into it.</param>
    public void Wrap(int tag, int end)
    {
        int count = Length - end;
        int rest = count;
        if (count >= 0x80)
        {
            int bytes = 0;
            for (; rest != 0; rest >>= 8, bytes++) Byte(rest);
            rest = 0x80 | bytes;
        }

        Byte(rest);
        Byte(tag);
    }

    /// <summary>An element with bytes in it.</summary>
    public void Element(int tag, byte[] data, int offset, int count)
    {
        int end = Length;
        Bytes(data, offset, count);
        Wrap(tag, end);
    }

    /// <summary>An integer of 0 or more from its bytes, first byte highest and not zero.</summary>
    public void Integer(byte[] data, int offset, int count)
    {
        int end = Length;
        Bytes(data, offset, count);
        if (data[offset] >= 0x80) Byte(0);
        Wrap(DerTag.Integer, end);
    }

    /// <summary>An integer from 0 to 127.</summary>
    public void Small(int value)
    {
        Byte(value);
        Byte(1);
        Byte(DerTag.Integer);
    }

    /// <summary>Bits from whole bytes.</summary>
    public void Bits(byte[] data, int offset, int count)
    {
        int end = Length;
        Bytes(data, offset, count);
        WrapBits(end);
    }

    /// <summary>Puts everything since <paramref name="end"/> into a string of bits.</summary>
    public void WrapBits(int end)
    {
        Byte(0);
        Wrap(DerTag.BitString, end);
    }

    /// <summary>A first byte alone, before a length that is already there.</summary>
    public void Tag(int tag) => Byte(tag);

    private void Byte(int value)
    {
        if (Offset == 0) throw new InvalidOperationException("the buffer is full");
        Buffer[--Offset] = (byte)value;
        Length++;
    }
}
