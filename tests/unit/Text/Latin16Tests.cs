#if NANOFRAMEWORK_1_0
using nanoFramework.TestFramework;
#endif
using Nf.Firmware.Text;

namespace Nf.Tests.Unit.Text;

[TestClass]
public class Latin16Tests
{
    [TestMethod]
    public void Romanian_letters_have_the_codes_of_the_standard()
    {
        Assert.AreEqual("e3e2eebafec3c2ceaade", Hex("ăâîșțĂÂÎȘȚ"));
    }

    [TestMethod]
    public void Letters_with_cedilla_become_those_with_comma_below()
    {
        Assert.AreEqual("bafeaade", Hex("\u015F\u0163\u015E\u0162"));
    }

    [TestMethod]
    public void The_other_signs_have_theirs()
    {
        Assert.AreEqual("a4a5b5bebfffa0", Hex("€„”Ÿżÿ\u00A0"));
    }

    [TestMethod]
    public void A_character_that_the_code_has_not_becomes_a_question_mark()
    {
        Assert.AreEqual("3f3f3f3f", Hex("¡¾×\u4E2D"));
    }

    [TestMethod]
    public void Every_byte_comes_back()
    {
        for (int i = 0; i < 256; i++) Assert.AreEqual(i, (int)Latin16.FromUnicode(Latin16.ToUnicode((byte)i)));
    }

    [TestMethod]
    public void Text_is_cut_where_the_room_ends()
    {
        byte[] buffer = new byte[6];
        Assert.AreEqual(3, Latin16.Write("abcdef", buffer, 1, 3));
        Assert.AreEqual("006162630000", Ascii.Hex(buffer, 0, 6));
        Assert.AreEqual(0, Latin16.Write("abc", buffer, 0, 0));
    }

    [TestMethod]
    public void Bytes_come_back_as_text()
    {
        Assert.AreEqual("țară", Latin16.ToText(new byte[] { 0x20, 0xFE, (byte)'a', (byte)'r', 0xE3 }, 1, 4));
    }

    [TestMethod]
    public void Utf8_has_one_two_or_three_bytes()
    {
        byte[] utf8 = new byte[10];
        int length = Latin16.ToUtf8(new byte[] { (byte)'a', 0xBA, 0xA4, 0xE2 }, 0, 4, utf8, 1);
        Assert.AreEqual("61c899e282acc3a2", Ascii.Hex(utf8, 1, length));
    }

    [TestMethod]
    public void Letters_have_capitals()
    {
        Assert.AreEqual("ĂÂÎȘȚ AZ 09 ŸŻ{", Upper("ăâîșț az 09 ÿż{"));
        Assert.AreEqual("ĂȘȚ", Upper("ĂȘȚ"));
    }

    private static string Hex(string text)
    {
        byte[] bytes = new byte[text.Length];
        int length = Latin16.Write(text, bytes, 0, bytes.Length);
        return Ascii.Hex(bytes, 0, length);
    }

    private static string Upper(string text)
    {
        byte[] bytes = new byte[text.Length];
        Latin16.Write(text, bytes, 0, bytes.Length);
        for (int i = 0; i < bytes.Length; i++) bytes[i] = Latin16.ToUpper(bytes[i]);
        return Latin16.ToText(bytes, 0, bytes.Length);
    }
}
