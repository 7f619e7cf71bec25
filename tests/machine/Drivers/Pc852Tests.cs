using Nf.Hal.Drivers;

namespace Nf.Tests.Machine.Drivers;

[TestClass]
public sealed class Pc852Tests
{
    [TestMethod]
    [DataRow('Ă', 0xC6)]
    [DataRow('ă', 0xC7)]
    [DataRow('Â', 0xB6)]
    [DataRow('â', 0x83)]
    [DataRow('Î', 0xD7)]
    [DataRow('î', 0x8C)]
    [DataRow('Ș', 0xB8)]
    [DataRow('Ş', 0xB8)]
    [DataRow('ș', 0xAD)]
    [DataRow('ş', 0xAD)]
    [DataRow('Ț', 0xDD)]
    [DataRow('Ţ', 0xDD)]
    [DataRow('ț', 0xEE)]
    [DataRow('ţ', 0xEE)]
    public void Romanian_letters_have_their_codes_in_both_spellings(char letter, int code) =>
        Assert.AreEqual(code, Pc852.FromUnicode(letter));

    [TestMethod]
    public void Every_printable_code_comes_back()
    {
        for (var code = 0x20; code < 0x100; code++)
        {
            if (code != 0x7F) Assert.AreEqual(code, Pc852.FromUnicode(Pc852.ToUnicode((byte)code)));
        }
    }

    [TestMethod]
    [DataRow(new byte[] { 0xC8 }, "?")]
    [DataRow(new byte[] { 0xC8, (byte)'a' }, "?a")]
    [DataRow(new byte[] { 0x80, 0xBF, (byte)'a' }, "??a")]
    [DataRow(new byte[] { 0xE2, 0x82, 0xAC, (byte)'a' }, "?a")]
    [DataRow(new byte[] { 0xC1, 0x81 }, "??")]
    [DataRow(new byte[] { 0xFF, 0x1B, 0x7F }, "???")]
    public void What_is_not_UTF8_becomes_question_marks(byte[] text, string expected)
    {
        var target = new byte[8];

        var count = Pc852.FromUtf8(text, 0, text.Length, target, 1);

        Assert.AreEqual(expected, string.Concat(target[1..(count + 1)].Select(code => (char)code)));
    }
}
