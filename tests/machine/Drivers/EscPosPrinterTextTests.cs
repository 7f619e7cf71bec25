using Nf.Emulator.Peripherals;
using Nf.Hal.Devices;

namespace Nf.Tests.Machine.Drivers;

[TestClass]
public sealed class EscPosPrinterTextTests
{
    [TestMethod]
    public void A_line_with_diacritics_arrives_and_is_confirmed()
    {
        var bench = PrinterBench.Ready();

        bench.Print("Înghețată și ȘUNCĂ, ŢARĂ");

        Assert.AreEqual(new PaperLine("Înghețată și ȘUNCĂ, ȚARĂ"), bench.Roll.Lines.Single());
    }

    [TestMethod]
    public void What_the_code_page_lacks_becomes_question_marks()
    {
        var bench = PrinterBench.Ready();

        bench.Print("Ж €5 \u001b@ 😀!");

        Assert.AreEqual("? ?5 ?@ ?!", bench.Roll.Lines.Single().Text);
    }

    [TestMethod]
    [Article("HG 479/2003, norme art. 59 (1)-(2)")]
    [DataRow(LineStyle.Normal, PaperStyle.None)]
    [DataRow(LineStyle.Bold, PaperStyle.Bold)]
    [DataRow(LineStyle.Tall, PaperStyle.Bold | PaperStyle.Tall)]
    [DataRow(LineStyle.Logotype, PaperStyle.Logotype)]
    [DataRow(LineStyle.Underlined, PaperStyle.Underlined)]
    [DataRow(LineStyle.BoldUnderlined, PaperStyle.Bold | PaperStyle.Underlined)]
    [DataRow(LineStyle.TallUnderlined, PaperStyle.Bold | PaperStyle.Tall | PaperStyle.Underlined)]
    public void A_style_reaches_the_paper_and_ends_with_its_line(LineStyle style, PaperStyle expected)
    {
        var bench = PrinterBench.Ready();

        bench.Print("RL 4000000001", style);
        bench.Print("RL");

        Assert.AreEqual(new PaperLine("RL 4000000001", expected), bench.Roll.Lines[0]);
        Assert.AreEqual(new PaperLine("RL"), bench.Roll.Lines[1]);
    }

    [TestMethod]
    public void A_logotype_line_without_the_letters_is_plain_text()
    {
        var bench = PrinterBench.Ready();

        bench.Print("4000000001 R", LineStyle.Logotype);

        Assert.AreEqual(new PaperLine("4000000001 R"), bench.Roll.Lines.Single());
    }

    [TestMethod]
    public void A_QR_code_carries_the_text_centred_and_what_follows_is_at_the_left()
    {
        var bench = PrinterBench.Ready();

        bench.Print("Bon nr. 1, țară", LineStyle.QrCode);
        bench.Print("text");

        Assert.AreEqual(PaperLine.Qr("Bon nr. 1, țară", PaperAlign.Center), bench.Roll.Lines[0]);
        Assert.AreEqual(new PaperLine("text"), bench.Roll.Lines[1]);
    }

    [TestMethod]
    [DataRow(LineStyle.Ean8, "40170725", "EAN-8 40170725")]
    [DataRow(LineStyle.Ean13, "8410376017113", "EAN-13 8410376017113")]
    [DataRow(LineStyle.Code128, "A{1}b", "CODE 128 A{1}b")]
    [DataRow(LineStyle.Code128, "1234567890123456789", "CODE 128 1234567890123456789")]
    public void A_bar_code_stands_centred_and_what_follows_is_at_the_left(LineStyle style, string text, string expected)
    {
        var bench = PrinterBench.Ready();

        bench.Print(text, style);
        bench.Print("text");

        Assert.AreEqual(PaperLine.OfBarcode(expected, PaperAlign.Center), bench.Roll.Lines[0]);
        Assert.AreEqual(new PaperLine("text"), bench.Roll.Lines[1]);
        Assert.AreEqual(0, bench.Model.Messages.Count);
    }

    [TestMethod]
    [DataRow(LineStyle.Ean8, "40170726")]
    [DataRow(LineStyle.Ean13, "841037601711")]
    [DataRow(LineStyle.Code128, "12345678901234567890")]
    public void The_model_does_not_print_what_a_printer_would_not(LineStyle style, string text)
    {
        var bench = PrinterBench.Ready();

        bench.Print(text, style);

        Assert.AreEqual(0, bench.Roll.Lines.Count);
        StringAssert.Contains(bench.Model.Messages.Single(), "not printed");
    }

    [TestMethod]
    public void The_longest_Code_128_is_taken_and_a_longer_one_refused()
    {
        var bench = PrinterBench.Ready();

        bench.Print(new string('{', 80), LineStyle.Code128);

        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => bench.Start(new string('x', 81), LineStyle.Code128));
    }

    [TestMethod]
    [DataRow(1)]
    [DataRow(99)]
    public void Feeding_takes_its_time_and_leaves_blank_paper(int lines)
    {
        var bench = PrinterBench.Ready();
        var start = bench.Time.Milliseconds;

        bench.Driver.Feed(lines);
        bench.Finish();

        Assert.AreEqual(lines, bench.Roll.Lines.Count(line => line.Text.Length == 0));
        Assert.IsInRange(21 * lines, 21 * lines + 60, bench.Time.Milliseconds - start);
    }

    [TestMethod]
    [DataRow(0, 2)]
    [DataRow(80, 80)]
    [DataRow(300, 300)]
    [DataRow(65535, 510)]
    public void The_drawer_gets_one_pulse_that_its_solenoid_takes(int milliseconds, int expected)
    {
        var bench = PrinterBench.Ready();

        bench.Driver.Open(milliseconds);
        bench.Finish();

        CollectionAssert.AreEqual(new[] { expected }, bench.Model.DrawerPulses.ToArray());
    }

    [TestMethod]
    [DataRow(LineStyle.Normal)]
    [DataRow(LineStyle.Logotype)]
    [DataRow(LineStyle.QrCode)]
    public void The_longest_text_is_taken_and_a_longer_one_refused(LineStyle style)
    {
        var bench = new PrinterBench();

        bench.Print("RL" + new string('x', 158), style);

        Assert.AreEqual(160, bench.Roll.Lines.Sum(line => line.Text.Length + (line.QrPayload?.Length ?? 0)));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => bench.Start(new string('x', 161), style));
    }

    [TestMethod]
    public void A_line_longer_than_the_paper_wraps_and_one_that_fits_exactly_does_not()
    {
        var bench = PrinterBench.Ready();

        bench.Print(new string('a', 42));
        bench.Print(new string('b', 43));

        CollectionAssert.AreEqual(new[] { new string('a', 42), new string('b', 42), "b" }, bench.Text);
    }

    [TestMethod]
    public void A_cut_comes_after_the_lines_before_it()
    {
        var bench = PrinterBench.Ready();

        bench.Print("last");
        bench.Driver.Cut();
        bench.Finish();

        CollectionAssert.AreEqual(new[] { new PaperLine("last"), PaperLine.Cut }, bench.Roll.Lines.ToArray());
    }

    [TestMethod]
    public void A_line_takes_its_printing_time_and_is_not_idle_before()
    {
        var bench = PrinterBench.Ready();
        var start = bench.Time.Milliseconds;

        bench.Print("x");

        var took = bench.Time.Milliseconds - start;
        Assert.IsTrue(took is >= 21 and <= 30, $"{took} ms");
    }

    [TestMethod]
    public void A_second_line_before_the_first_is_done_is_refused()
    {
        var bench = PrinterBench.Ready();
        bench.Start("first");

        Assert.ThrowsExactly<InvalidOperationException>(() => bench.Start("second"));
        Assert.ThrowsExactly<InvalidOperationException>(bench.Driver.Cut);
    }

    [TestMethod]
    public void The_model_knows_every_command_that_the_driver_sends()
    {
        var bench = PrinterBench.Ready();

        foreach (var style in Enum.GetValues<LineStyle>()) bench.Print(style == LineStyle.Ean13 ? "8410376017113" : "40170725", style);
        bench.Driver.Cut();
        bench.Finish();

        Assert.AreEqual("", string.Join('\n', bench.Model.Messages));
    }
}
