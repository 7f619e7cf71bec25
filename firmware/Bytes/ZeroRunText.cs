using System;

namespace Nf.Firmware.Bytes;

/// <summary>Bytes as short text: two capital hex digits a byte, and one letter from G (1) to Z (20) for a run of zeros.</summary>
/// <remarks>Saved sums are zeros for the most part: the text is a third of plain hex, whatever the fields are.</remarks>
internal static class ZeroRunText
{
    private const int LongestRun = 'Z' - 'G' + 1;

    private static readonly byte[] Digits =
    {
        (byte)'0', (byte)'1', (byte)'2', (byte)'3', (byte)'4', (byte)'5', (byte)'6', (byte)'7',
        (byte)'8', (byte)'9', (byte)'A', (byte)'B', (byte)'C', (byte)'D', (byte)'E', (byte)'F',
    };

    /// <summary>Writes bytes as text and returns its length, at most twice their number.</summary>
    internal static int Write(byte[] bytes, int count, byte[] text)
    {
        byte[] digits = Digits;
        int at = 0;
        for (int i = 0; i < count;)
        {
            byte value = bytes[i++];
            if (value != 0)
            {
                text[at++] = digits[value >> 4];
                text[at++] = digits[value & 15];
                continue;
            }

            int start = i;
            int end = i + LongestRun - 1 < count ? i + LongestRun - 1 : count;
            // Four bytes a turn: most are zeros, and on an interpreter every step counts.
            while (i < end - 3 && BitConverter.ToUInt32(bytes, i) == 0) i += 4;
            while (i < end && bytes[i] == 0) i++;
            text[at++] = (byte)('G' + i - start);
        }

        return at;
    }

    /// <summary>Reads text back and returns the number of bytes; -1 when it is no such text or too long for the buffer.</summary>
    internal static int Read(byte[] text, int count, byte[] bytes)
    {
        int at = 0;
        for (int i = 0; i < count;)
        {
            int run = text[i] - 'G' + 1;
            if (run > 0)
            {
                if (run > LongestRun || at + run > bytes.Length) return -1;
                for (; run > 0; run--) bytes[at++] = 0;
                i++;
                continue;
            }

            int high = Value(text[i]);
            int low = i + 1 < count ? Value(text[i + 1]) : -1;
            if (high < 0 || low < 0 || at == bytes.Length) return -1;
            bytes[at++] = (byte)(high << 4 | low);
            i += 2;
        }

        return at;
    }

    private static int Value(byte digit)
    {
        if (digit >= '0' && digit <= '9') return digit - '0';
        return digit >= 'A' && digit <= 'F' ? digit - 'A' + 10 : -1;
    }
}
