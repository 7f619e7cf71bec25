using System;

namespace Nf.Firmware.Checks;

/// <summary>The sum of bytes, as the host's frames carry it.</summary>
public static class ByteSum
{
    // Every second byte of eight.
    private const ulong Lanes = 0x00FF00FF00FF00FF;

    /// <summary>Adds up to 500 bytes; a sum of more than 65,535 is cut.</summary>
    public static int Of(byte[] data, int offset, int count)
    {
        int end = offset + count;
        int last = end - 7;
        // Four sums of 16 bits side by side: eight bytes for what one costs an interpreter.
        ulong sums = 0;
        while (offset < last)
        {
            ulong word = BitConverter.ToUInt64(data, offset);
            sums += (word & Lanes) + (word >> 8 & Lanes);
            offset += 8;
        }

        int sum = (int)(sums & 0xFFFF) + (int)(sums >> 16 & 0xFFFF) + (int)(sums >> 32 & 0xFFFF) + (int)(sums >> 48);
        while (offset < end) sum += data[offset++];
        return sum & 0xFFFF;
    }
}
