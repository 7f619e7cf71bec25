#if NANOFRAMEWORK_1_0
using nanoFramework.TestFramework;
#endif
using System;
using Nf.Firmware.Money;

namespace Nf.Tests.Unit.Money;

[TestClass]
public class DecimalTextTests
{
    [TestMethod]
    public void Numbers_are_read_with_up_to_their_decimals()
    {
        Reads(1200, "12", 2);
        Reads(1230, "12.3", 2);
        Reads(-1234, "-12.34", 2);
        Reads(7, "0.07", 2);
        Reads(7, "007", 0);
        Reads(0, "-0", 2);
        Reads(1500, "1.5", 3);
    }

    [TestMethod]
    public void Anything_else_is_refused()
    {
        string[] wrong =
        {
            "", "-", ".", "-.", "1.", ".5", "-.5", "1.234", "1..2", "1.2.3", "1,2", "+1", "--1", "1-", " 1", "1 ", "1a", "0x1", "1e3", "1.-2",
        };
        for (int i = 0; i < wrong.Length; i++) Assert.AreEqual("", Read(wrong[i], 2, 1000000));
        Assert.AreEqual("", Read("1.0", 0, 1000000));
    }

    [TestMethod]
    public void A_magnitude_above_the_limit_is_refused()
    {
        Assert.AreEqual("999999999", Read("9999999.99", 2, Amount.MaxPrice));
        Assert.AreEqual("-999999999", Read("-9999999.99", 2, Amount.MaxPrice));
        Assert.AreEqual("", Read("10000000", 2, Amount.MaxPrice));
        Assert.AreEqual("", Read("-10000000", 2, Amount.MaxPrice));
        Assert.AreEqual("0", Read("0.00", 2, 0));
        Assert.AreEqual("", Read("0.01", 2, 0));
        Assert.AreEqual("3", Read("3", 0, 3));
        Assert.AreEqual("", Read("4", 0, 3));
    }

    [TestMethod]
    public void Numbers_longer_than_a_long_do_not_wrap()
    {
        Assert.AreEqual("9223372036854775807", Read("9223372036854775807", 0, long.MaxValue));
        Assert.AreEqual("", Read("9223372036854775808", 0, long.MaxValue));
        Assert.AreEqual("", Read("18446744073709551617", 0, long.MaxValue));
        Assert.AreEqual("", Read("922337203685477581", 2, long.MaxValue));
        Assert.AreEqual("1", Read("0000000000000000000000000000001", 0, long.MaxValue));
    }

    [TestMethod]
    public void Only_the_given_bytes_are_read()
    {
        Assert.IsTrue(DecimalText.TryParse(Ascii.Bytes("x12.5y"), 1, 4, 2, 9999, out long value));
        Assert.IsTrue(value == 1250);
    }

    [TestMethod]
    public void Numbers_are_written_with_all_their_decimals()
    {
        Writes("12.34", 1234, 2);
        Writes("0.05", 5, 2);
        Writes("-0.05", -5, 2);
        Writes("0.00", 0, 2);
        Writes("10", 10, 0);
        Writes("0", 0, 0);
        Writes("9223372036854775807", long.MaxValue, 0);
        Writes("-92233720368547758.08", long.MinValue, 2);
        Writes("-9.223372036854775808", long.MinValue, 18);
    }

    [TestMethod]
    public void Zeros_that_end_the_decimals_can_be_left_out()
    {
        Trims("1.5", 1500, 3);
        Trims("2", 2000, 3);
        Trims("0.125", 125, 3);
        Trims("-1.25", -1250, 3);
        Trims("0", 0, 3);
        Trims("100", 100, 0);
    }

    [TestMethod]
    public void Whole_numbers_can_be_padded_with_zeros()
    {
        byte[] buffer = new byte[6];
        Assert.AreEqual(4, DecimalText.WritePadded(buffer, 1, 7, 4));
        Assert.AreEqual("003030303700", Ascii.Hex(buffer, 0, 6));
        Assert.AreEqual(4, DecimalText.WritePadded(buffer, 1, 9999, 4));
        Assert.AreEqual("9999", Ascii.Text(buffer, 1, 4));
        Check.Throws(typeof(ArgumentOutOfRangeException), () => DecimalText.WritePadded(buffer, 0, 10000, 4));
        Check.Throws(typeof(ArgumentOutOfRangeException), () => DecimalText.WritePadded(buffer, 0, -1, 4));
    }

    private static void Reads(long expected, string text, int decimals) =>
        Assert.AreEqual(expected.ToString(), Read(text, decimals, 1000000));

    /// <summary>The value, or nothing when it was refused.</summary>
    private static string Read(string text, int decimals, long max)
    {
        byte[] bytes = Ascii.Bytes(text);
        if (DecimalText.TryParse(bytes, 0, bytes.Length, decimals, max, out long value)) return value.ToString();
        Assert.IsTrue(value == 0);
        return "";
    }

    private static void Writes(string expected, long value, int decimals)
    {
        byte[] buffer = new byte[DecimalText.MaxLength + 2];
        int end = DecimalText.MaxLength + 1;
        int start = DecimalText.Write(buffer, end, value, decimals);
        Assert.AreEqual(expected, Ascii.Text(buffer, start, end - start));
        Assert.IsTrue(buffer[start - 1] == 0);
        Assert.IsTrue(buffer[end] == 0);
    }

    private static void Trims(string expected, long value, int decimals)
    {
        byte[] buffer = new byte[DecimalText.MaxLength];
        int start = DecimalText.WriteTrimmed(buffer, buffer.Length, value, decimals);
        Assert.AreEqual(expected, Ascii.Text(buffer, start, buffer.Length - start));
    }
}
