using System.Globalization;
using System.Text;
using CsCheck;
using Nf.Firmware.Money;

namespace Nf.Tests.Machine.Core;

/// <summary>The core's numbers as text against .NET's.</summary>
[TestClass]
public class DecimalTextTests
{
    [TestMethod]
    public void What_is_written_is_the_platform_s_number_and_is_read_back() =>
        Gen.Select(Gen.Long, Gen.Int[0, 18]).Sample((value, decimals) =>
        {
            byte[] buffer = new byte[DecimalText.MaxLength];
            int start = DecimalText.Write(buffer, buffer.Length, value, decimals);
            string expected = (value / Power(decimals)).ToString("F" + decimals, CultureInfo.InvariantCulture);
            Assert.AreEqual(expected, Encoding.ASCII.GetString(buffer[start..]));

            bool read = DecimalText.TryParse(buffer, start, buffer.Length - start, decimals, long.MaxValue, out long back);
            Assert.AreEqual(value != long.MinValue, read);
            if (read) Assert.AreEqual(value, back);
        });

    [TestMethod]
    public void Trimming_keeps_the_value() =>
        Gen.Select(Gen.Long[-2_000_000, 2_000_000], Gen.Int[0, 6]).Sample((value, decimals) =>
        {
            byte[] buffer = new byte[DecimalText.MaxLength];
            int start = DecimalText.WriteTrimmed(buffer, buffer.Length, value, decimals);
            string expected = (value / Power(decimals)).ToString("0.######", CultureInfo.InvariantCulture);
            Assert.AreEqual(expected, Encoding.ASCII.GetString(buffer[start..]));
        });

    [TestMethod]
    public void Random_text_is_read_as_the_platform_reads_it() =>
        Gen.Char["0123456789.-+ x"].Array[0, 9].Sample(text =>
        {
            byte[] bytes = Encoding.ASCII.GetBytes(text);
            bool read = DecimalText.TryParse(bytes, 0, bytes.Length, 2, 1_000_000, out long value);
            string clean = new(text);
            bool expected = System.Text.RegularExpressions.Regex.IsMatch(clean, @"\A-?[0-9]+(\.[0-9]{1,2})?\z")
                && Math.Abs(decimal.Parse(clean, CultureInfo.InvariantCulture)) <= 10_000m;
            Assert.AreEqual(expected, read, clean);
            Assert.AreEqual(expected ? (long)(decimal.Parse(clean, CultureInfo.InvariantCulture) * 100) : 0, value, clean);
        });

    private static decimal Power(int decimals) => decimals == 0 ? 1 : 10 * Power(decimals - 1);
}
