using System;

namespace Nf.Firmware.Checks;

/// <summary>The check of what stands in the working memory: 32 bits that a torn write or a lost memory does not have.</summary>
/// <remarks>
/// A CRC costs an interpreter a dozen instructions a byte; this one takes eight bytes at once. It is made of pieces: of
/// each its length, then its bytes, eight at a time as a little endian number; where fewer are left, the last eight once
/// more; a piece shorter than eight is one number. Each number x changes the sum h so:
/// <c>h = (h xor x) * 9E3779B97F4A7C15h; h = h xor (h >> 32)</c>, from 0 on. The check is the low half. One number that
/// differs always changes h, because both steps can be undone.
/// </remarks>
/// <example><code>uint check = MemoryCheck.Of(data, 0, data.Length);</code></example>
public static class MemoryCheck
{
    private const ulong Factor = 0x9E3779B97F4A7C15;

    private const int WordLength = 8;

    /// <summary>The check of one piece.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The range is not inside the array.</exception>
    public static uint Of(byte[] data, int offset, int count) => (uint)Add(0, data, offset, count);

    /// <summary>The sum with another piece; its low half is the check.</summary>
    /// <param name="sum">0 before the first piece.</param>
    /// <exception cref="ArgumentOutOfRangeException">The range is not inside the array.</exception>
    public static ulong Add(ulong sum, byte[] data, int offset, int count)
    {
        if (offset < 0 || count < 0 || offset > data.Length - count) throw new ArgumentOutOfRangeException("count");
        sum = (sum ^ (uint)count) * Factor;
        sum ^= sum >> 32;
        int end = offset + count;
        int last = end - WordLength;
        // Two numbers a turn: on an interpreter the loop itself costs a third of one.
        for (; offset < last - WordLength; offset += 2 * WordLength)
        {
            sum = (sum ^ BitConverter.ToUInt64(data, offset)) * Factor;
            sum ^= sum >> 32;
            sum = (sum ^ BitConverter.ToUInt64(data, offset + WordLength)) * Factor;
            sum ^= sum >> 32;
        }

        if (offset < last)
        {
            sum = (sum ^ BitConverter.ToUInt64(data, offset)) * Factor;
            sum ^= sum >> 32;
        }

        sum = (sum ^ (count < WordLength ? Short(data, offset, end) : BitConverter.ToUInt64(data, last))) * Factor;
        return sum ^ sum >> 32;
    }

    private static ulong Short(byte[] data, int offset, int end)
    {
        ulong word = 0;
        while (end > offset) word = word << 8 | data[--end];
        return word;
    }
}
