#if NANOFRAMEWORK_1_0
using nanoFramework.TestFramework;
#endif
using System;
using Nf.Firmware.Checks;

namespace Nf.Tests.Unit.Checks;

[TestClass]
public class MemoryCheckTests
{
    /// <summary>Worked out from the written form by another program: a memory written by one build is read by the next.</summary>
    [TestMethod]
    public void Known_bytes_have_their_known_check()
    {
        Assert.IsTrue(Of("") == 0);
        Assert.IsTrue(Of("1234567") == 0x2BF4CAE3);
        Assert.IsTrue(Of("12345678") == 0xC2482956);
        Assert.IsTrue(Of("123456789") == 0xFAE9C69E);
        Assert.IsTrue(Of("The quick brown fox jumps over the lazy dog") == 0x39542BBD);
    }

    [TestMethod]
    public void Every_bit_of_every_byte_counts_and_so_does_the_place()
    {
        for (int length = 1; length <= 40; length++)
        {
            byte[] data = new byte[length];
            uint check = MemoryCheck.Of(data, 0, length);
            for (int i = 0; i < 8 * length; i++)
            {
                data[i / 8] = (byte)(1 << i % 8);
                Assert.IsTrue(MemoryCheck.Of(data, 0, length) != check);
                data[i / 8] = 0;
            }
        }
    }

    /// <summary>A memory that is all zeros or all ones holds no cell: its check stands behind it and is not the right one.</summary>
    [TestMethod]
    public void A_blank_memory_never_checks()
    {
        byte[] zeros = new byte[256];
        byte[] ones = new byte[256];
        for (int i = 0; i < ones.Length; i++) ones[i] = 0xFF;
        for (int length = 1; length <= 256; length++)
        {
            Assert.IsTrue(MemoryCheck.Of(zeros, 0, length) != 0);
            Assert.IsTrue(MemoryCheck.Of(ones, 0, length) != 0xFFFFFFFF);
        }
    }

    [TestMethod]
    public void A_sum_goes_on_with_the_next_piece()
    {
        byte[] data = Ascii.Bytes("The quick brown fox jumps over the lazy dog");
        ulong sum = MemoryCheck.Add(0, data, 0, 20);
        Assert.IsTrue((uint)sum == MemoryCheck.Of(data, 0, 20));
        Assert.IsTrue((uint)MemoryCheck.Add(sum, data, 20, 23) != MemoryCheck.Of(data, 20, 23));
    }

    [TestMethod]
    public void A_range_outside_the_array_is_refused()
    {
        Check.Throws(typeof(ArgumentOutOfRangeException), () => MemoryCheck.Of(new byte[4], 2, 3));
        Check.Throws(typeof(ArgumentOutOfRangeException), () => MemoryCheck.Of(new byte[4], -1, 2));
        Check.Throws(typeof(ArgumentOutOfRangeException), () => MemoryCheck.Of(new byte[4], 2, -1));
    }

    private static uint Of(string text) => MemoryCheck.Of(Ascii.Bytes(text), 0, text.Length);
}
