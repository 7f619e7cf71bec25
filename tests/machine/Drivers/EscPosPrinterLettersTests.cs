using Nf.Emulator.Peripherals;
using Nf.Firmware.Text;
using Nf.Hal.Devices;

namespace Nf.Tests.Machine.Drivers;

/// <summary>Letters and signs beyond ASCII, as they come out on paper.</summary>
[TestClass]
public sealed class EscPosPrinterLettersTests
{
    private const string Romanian = "ăâîșț ĂÂÎȘȚ";

    /// <summary>Signs that nothing on the page resembles.</summary>
    private const string Hopeless = "±¶";

    [TestMethod]
    [DataRow(LineStyle.Normal, PaperStyle.None)]
    [DataRow(LineStyle.Bold, PaperStyle.Bold)]
    [DataRow(LineStyle.Tall, PaperStyle.Bold | PaperStyle.Tall)]
    [DataRow(LineStyle.Underlined, PaperStyle.Underlined)]
    [DataRow(LineStyle.BoldUnderlined, PaperStyle.Bold | PaperStyle.Underlined)]
    [DataRow(LineStyle.TallUnderlined, PaperStyle.Bold | PaperStyle.Tall | PaperStyle.Underlined)]
    public void Romanian_letters_are_exact_in_every_style(LineStyle style, PaperStyle expected)
    {
        var bench = PrinterBench.Ready();

        bench.Print(Romanian, style);

        Assert.AreEqual(new PaperLine(Romanian, expected), bench.Roll.Lines.Single());
        Assert.AreEqual(0, bench.Model.Messages.Count);
    }

    [TestMethod]
    public void Both_spellings_have_the_comma_on_paper()
    {
        var bench = PrinterBench.Ready();

        bench.Print("Înghețată și ȘUNCĂ, ŢARĂ, peşte, Şuţ");

        Assert.AreEqual(new PaperLine("Înghețată și ȘUNCĂ, ȚARĂ, pește, Șuț"), bench.Roll.Lines.Single());
    }

    [TestMethod]
    public void Plain_letters_beside_them_are_the_printers_own()
    {
        const string Text = "sștțRȘSȚTL RLșRL";
        var bench = PrinterBench.Ready();

        bench.Print(Text);
        bench.Print(Text, LineStyle.Logotype);
        bench.Print("RSLT");

        CollectionAssert.AreEqual(
            new[] { new PaperLine(Text), new PaperLine(Text, PaperStyle.Logotype), new PaperLine("RSLT") }, bench.Roll.Lines.ToArray());
    }

    [TestMethod]
    public void Everything_that_the_core_can_print_is_itself_or_what_resembles_it()
    {
        const string Lacking = "€„©”·ŒœŸÀÆÈÊÌÏÒÙÛàæèêìïòùûÿ";
        const string Nearest = "E\"c\".OoYAAEEIIOUUaaeeiiouuy";
        for (var code = 0x20; code < 0x100; code++)
        {
            var c = Latin16.ToUnicode((byte)code);
            if (char.IsControl(c)) continue;
            var at = Lacking.IndexOf(c);
            var expected = at >= 0 ? Nearest[at] : Hopeless.Contains(c) ? '?' : c;

            Assert.AreEqual(expected.ToString(), Printed(c), $"{c}, U+{(int)c:X4}");
        }
    }

    [TestMethod]
    public void Nothing_comes_out_with_a_cedilla()
    {
        for (var c = 0x80; c < 0x3000; c++) Assert.AreEqual(-1, Printed((char)c).IndexOfAny(['ş', 'ţ', 'Ş', 'Ţ']), $"U+{c:X4}");
    }

    [TestMethod]
    public void What_neither_page_nor_driver_has_becomes_question_marks()
    {
        var bench = PrinterBench.Ready();

        bench.Print("Ж €5 \u001b@ 😀!");

        Assert.AreEqual("? E5 ?@ ?!", bench.Roll.Lines.Single().Text);
    }

    [TestMethod]
    [DataRow(new byte[] { 0xC8 }, "?")]
    [DataRow(new byte[] { 0xC8, (byte)'a' }, "?a")]
    [DataRow(new byte[] { 0x80, 0xBF, (byte)'a' }, "??a")]
    [DataRow(new byte[] { 0xE2, 0x82, 0xAC, (byte)'a' }, "Ea")]
    [DataRow(new byte[] { 0xE2, 0x82 }, "??")]
    [DataRow(new byte[] { 0xC1, 0x81 }, "??")]
    [DataRow(new byte[] { 0xE0, 0x81, 0x81 }, "?")]
    [DataRow(new byte[] { 0xE0, 0x88, 0x99 }, "?")]
    [DataRow(new byte[] { 0xFF, 0x1B, 0x7F }, "???")]
    public void What_is_not_UTF8_becomes_question_marks(byte[] text, string expected)
    {
        var bench = PrinterBench.Ready();

        bench.Start(text);
        bench.Finish();

        Assert.AreEqual(expected, bench.Roll.Lines.Single().Text);
    }

    [TestMethod]
    [DataRow("ș", 80)]
    [DataRow("șa", 53)]
    [DataRow("aȚ", 53)]
    public void The_longest_text_of_them_fits_in_every_style_and_again_after_a_loss_of_power(string part, int times)
    {
        var text = string.Concat(Enumerable.Repeat(part, times));
        foreach (var style in Enum.GetValues<LineStyle>().Where(style => style < LineStyle.Ean8 && style != LineStyle.QrCode))
        {
            var bench = new PrinterBench();
            bench.Print(text, style);
            Assert.AreEqual(text, string.Concat(bench.Text), $"{style}");

            bench.Start("RL" + text[..^2], LineStyle.Logotype);
            bench.RunFor(milliseconds: 10);
            bench.Model.Powered = false;
            bench.RunFor(milliseconds: 3000);
            bench.Model.Powered = true;
            bench.RunFor(milliseconds: 5000);
            Assert.AreEqual(text + "RL" + text[..^2], string.Concat(bench.Text), $"{style}");
            Assert.AreEqual(0, bench.Model.Messages.Count);
        }
    }

    [TestMethod]
    public void The_model_shows_the_page_as_it_is_cedillas_too()
    {
        var bench = PrinterBench.Ready();
        byte[] bytes = [0xB8, 0xDD, 0xAD, 0xEE, 0xC7, (byte)'\n'];

        bench.Wire.Write(bytes, 0, bytes.Length);
        bench.RunFor(milliseconds: 100);

        CollectionAssert.AreEqual(new[] { "ŞŢşţă" }, bench.Text);
    }

    private static string Printed(char c)
    {
        var bench = PrinterBench.Ready();
        bench.Print(c.ToString());
        return bench.Roll.Lines.Single().Text;
    }
}
