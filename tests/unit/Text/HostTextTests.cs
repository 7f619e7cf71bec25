#if NANOFRAMEWORK_1_0
using nanoFramework.TestFramework;
#endif
using Nf.Firmware.Text;

namespace Nf.Tests.Unit.Text;

[TestClass]
public class HostTextTests
{
    [TestMethod]
    public void Romanian_letters_are_understood()
    {
        byte[] data = { 0xE3, 0xE2, 0xEE, 0xBA, 0xFE, 0xC3, 0xC2, 0xCE, 0xAA, 0xDE };
        Assert.AreEqual("ăâîșțĂÂÎȘȚ", Decoded(data));
    }

    [TestMethod]
    public void Control_characters_become_spaces()
    {
        Assert.AreEqual("a    b", Decoded(new byte[] { (byte)'a', 0, 9, 0x1F, 0x7F, (byte)'b' }));
    }

    [TestMethod]
    public void A_letter_without_a_code_loses_its_mark()
    {
        Assert.AreEqual("Lt'\"-", Decoded(new byte[] { 0xBC, 0x9D, 0x92, 0x93, 0x96 }));
    }

    [TestMethod]
    public void A_buffer_may_be_decoded_in_place()
    {
        byte[] data = { 1, 0xA5, (byte)'x', 0xA5 };
        Assert.AreEqual(2, HostText.Decode(data, 1, 2, data, 1));
        Assert.AreEqual("01a178a5", Ascii.Hex(data, 0, 4));
    }

    private static string Decoded(byte[] data)
    {
        byte[] text = new byte[data.Length];
        return Latin16.ToText(text, 0, HostText.Decode(data, 0, data.Length, text, 0));
    }
}
