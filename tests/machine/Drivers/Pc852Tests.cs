using Nf.Hal.Drivers;

namespace Nf.Tests.Machine.Drivers;

[TestClass]
public sealed class Pc852Tests
{
    private const string Cedillas = "ŞŢşţ";

    [TestMethod]
    [DataRow('Ă', 0xC6)]
    [DataRow('ă', 0xC7)]
    [DataRow('Â', 0xB6)]
    [DataRow('â', 0x83)]
    [DataRow('Î', 0xD7)]
    [DataRow('î', 0x8C)]
    public void Romanian_letters_of_the_page_have_their_codes(char letter, int code) =>
        Assert.AreEqual(code, Pc852.FromUnicode(letter));

    [TestMethod]
    public void Every_printable_code_comes_back_but_those_of_the_letters_with_cedilla()
    {
        for (var code = 0x20; code < 0x100; code++)
        {
            var character = (char)Pc852.ToUnicode((byte)code);
            var plain = Cedillas.IndexOf(character);
            if (code != 0x7F) Assert.AreEqual(plain < 0 ? code : "STst"[plain], Pc852.FromUnicode(character));
        }
    }

    [TestMethod]
    public void No_character_gets_the_code_of_a_letter_with_cedilla()
    {
        for (var c = 0; c < 0x10000; c++) Assert.DoesNotContain((char)Pc852.ToUnicode(Pc852.FromUnicode(c)), Cedillas, $"U+{c:X4}");
    }
}
