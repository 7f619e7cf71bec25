using System.Text;
using CsCheck;
using Nf.Firmware.Text;

namespace Nf.Tests.Machine.Core;

/// <summary>The core's 8-bit text against .NET's code pages and UTF-8.</summary>
[TestClass]
public class TextTests
{
    private static readonly Encoding Windows1250 = CodePagesEncodingProvider.Instance.GetEncoding(1250)!;

    /// <summary>The upper half of ISO/IEC 8859-16, which .NET has not; a dot where it agrees with ISO-8859-1.</summary>
    private const string Standard =
        ".ĄąŁ€„Š.š.Ș.Ź.źŻ" +
        "..ČłŽ”..žčș.ŒœŸż" +
        "...Ă.Ć.........." +
        "ĐŃ...Ő.ŚŰ....ĘȚ." +
        "...ă.ć.........." +
        "đń...ő.śű....ęț.";

    private static readonly byte[] EveryByte = [.. Enumerable.Range(0, 256).Select(b => (byte)b)];

    [TestMethod]
    public void Every_byte_is_the_standard_s_character()
    {
        foreach (byte b in EveryByte)
        {
            char expected = b < 0xA0 || Standard[b - 0xA0] == '.' ? (char)b : Standard[b - 0xA0];
            Assert.AreEqual(expected, Latin16.ToUnicode(b), $"{b:X2}h");
            Assert.AreEqual(b, Latin16.FromUnicode(expected), $"{b:X2}h");
        }
    }

    [TestMethod]
    public void A_character_without_a_byte_becomes_a_question_mark_and_only_such_a_one()
    {
        string known = Latin16.ToText(EveryByte, 0, 256) + "ŞşŢţ";
        for (int c = 0; c <= 0xFFFF; c++)
        {
            if (!known.Contains((char)c)) Assert.AreEqual((byte)'?', Latin16.FromUnicode((char)c), $"U+{c:X4}");
        }
    }

    [TestMethod]
    public void Utf8_is_that_of_the_platform() => Gen.Byte.Array[0, 60].Sample(text =>
    {
        byte[] utf8 = new byte[3 * text.Length];
        int length = Latin16.ToUtf8(text, 0, text.Length, utf8, 0);
        string expected = Latin16.ToText(text, 0, text.Length);
        Assert.AreEqual(expected, Encoding.UTF8.GetString(utf8, 0, length));
        Assert.AreEqual(Encoding.UTF8.GetByteCount(expected), length);
    });

    [TestMethod]
    public void Capitals_are_those_of_the_platform()
    {
        foreach (byte b in EveryByte)
        {
            char upper = char.ToUpperInvariant(Latin16.ToUnicode(b));
            byte expected = Latin16.FromUnicode(upper) is var code && Latin16.ToUnicode(code) == upper ? code : b;
            Assert.AreEqual(expected, Latin16.ToUpper(b), $"{b:X2}h");
        }
    }

    /// <summary>Signs that are made plain on purpose are the only ones that may differ.</summary>
    [TestMethod]
    public void Letters_from_the_host_are_those_of_its_code_page()
    {
        byte[] decoded = new byte[256];
        HostText.Decode(EveryByte, 0, 256, decoded, 0);
        string windows = Windows1250.GetString(EveryByte);
        foreach (byte b in EveryByte)
        {
            byte exact = Latin16.FromUnicode(windows[b]);
            if (b < 0x20 || b is 0x7F or 0xA0) Assert.AreEqual((byte)' ', decoded[b], $"{b:X2}h");
            else if (b == 0xAD) Assert.AreEqual((byte)'-', decoded[b]);
            else if (char.IsControl(windows[b])) Assert.AreEqual((byte)'?', decoded[b], $"{b:X2}h has no character");
            else if (exact != '?') Assert.AreEqual(exact, decoded[b], $"{b:X2}h");
            else if (char.IsUpper(windows[b]) || char.IsLower(windows[b])) Assert.AreEqual(WithoutMark(windows[b]), (char)decoded[b], $"{b:X2}h");
            else Assert.IsLessThan(0xC0, decoded[b], $"{b:X2}h");
        }
    }

    private static char WithoutMark(char letter) =>
        "TtLlRLEDNRUYrlednruyu"["ŤťĽľŔĹĚĎŇŘŮÝŕĺěďňřůýµ".IndexOf(letter)];
}
