using Nf.Emulator.Peripherals;
using Nf.Firmware.Errors;
using Nf.Tests.Machine.Rig;

namespace Nf.Tests.Machine.Register;

/// <summary>A host's own documents: never a receipt, never in its way for longer than they are open.</summary>
[TestClass]
public sealed class NonFiscalTests
{
    [TestMethod]
    public void It_has_the_header_its_text_and_the_words_that_end_it()
    {
        var register = TestRegister.Fiscalised();
        Assert.AreEqual("1", register.Do(38).Fields[0]);
        register.Do(42, "Comandă masa 7\t");
        register.Do(92, "3\t");
        register.Do(42, "\t");
        Assert.AreEqual("1", register.Do(39).Fields[0]);
        register.Machine.RunToRest();
        var paper = register.LastDocument();
        paper.HasInOrder("MAGAZIN DEMO SRL", "CIF: RO99999991", "DOCUMENT NEFISCAL NR: 1", "Comandă masa 7", new string('=', 42), "BON NEFISCAL");
        paper.HasNot("RL ");
        Assert.AreEqual("BON NEFISCAL", paper[^1]);
        Assert.IsFalse(register.Roll.Lines.Any(line => line.Style.HasFlag(PaperStyle.Logotype)));
        CollectionAssert.AreEqual(paper.Select(Trimmed).ToArray(), register.Journal(1).TrimEnd('\n').Split('\n').Select(Trimmed).ToArray(), "journal and paper");
        Assert.AreEqual("", register.Records(1));
        Assert.AreEqual(0, register.Register.State.Totals.Receipts);
        register.CloseDay();
        ClosureTests.Hash(register, 1);
    }

    [TestMethod]
    public void The_header_cannot_be_left_out()
    {
        var register = TestRegister.Fiscalised();
        register.Do(38, "1\t");
        register.Do(39);
        register.Machine.RunToRest();
        register.LastDocument().Has("MAGAZIN DEMO SRL");
    }

    [TestMethod]
    [DataRow("0\t0\t0\t0\t0\t", PaperStyle.None, "Text")]
    [DataRow("1\t0\t0\t0\t0\t", PaperStyle.Bold, "Text")]
    [DataRow("0\t1\t0\t0\t0\t", PaperStyle.None, "Text")]
    [DataRow("0\t0\t1\t0\t0\t", PaperStyle.Bold | PaperStyle.Tall, "Text")]
    [DataRow("0\t0\t0\t1\t1\t", PaperStyle.Underlined, "                   Text")]
    [DataRow("1\t0\t0\t1\t2\t", PaperStyle.Bold | PaperStyle.Underlined, "                                      Text")]
    [DataRow("1\t1\t1\t1\t0\t", PaperStyle.Bold | PaperStyle.Tall | PaperStyle.Underlined, "Text")]
    public void Its_text_looks_as_asked_as_a_receipts_does(string attributes, PaperStyle style, string text)
    {
        var register = TestRegister.Fiscalised();
        register.Do(38);
        register.Do(42, $"Text\t{attributes}");
        register.Do(39);
        register.Open().Sell("1.00");
        register.Do(54, $"Text\t{attributes}\t");
        register.PayAndClose();
        var lines = register.Roll.Lines.Where(line => line.Text.Contains("Text")).ToList();
        Assert.AreEqual(2, lines.Count);
        foreach (var line in lines) Assert.AreEqual(new PaperLine(text, style), line);
    }

    [TestMethod]
    [DataRow("Text\t2\t", -112202)]
    [DataRow("Text\t\t2\t", -112203)]
    [DataRow("Text\t\t\t2\t", -112204)]
    [DataRow("Text\t\t\t\tx\t", -112105)]
    [DataRow("Text\t\t\t\t\t3\t", -112206)]
    public void An_attribute_that_does_not_exist_is_refused(string data, int error)
    {
        var register = TestRegister.Fiscalised();
        register.Do(38);
        register.Refused((FiscalError)error, 42, data);
        register.Refused(FiscalErrors.Syntax(1), 42, new string('x', 73) + "\t");
        register.Do(39);
        register.Open().Sell("1.00");
        register.Refused((FiscalError)error, 54, data);
    }

    [TestMethod]
    [DataRow("BON FISCAL")]
    [DataRow("bon fiscal")]
    [DataRow("Acesta este un bon fiscal!")]
    [DataRow("B O N   F I S C A L")]
    [DataRow("*** B.O.N. ***** F1SCÂL ***")]
    [DataRow("80N FISCAL")]
    public void It_cannot_say_that_it_is_a_receipt(string text)
    {
        var register = TestRegister.Fiscalised();
        register.Do(38);
        register.Refused(FiscalError.TextForbidden, 42, text + "\t");
        register.Refused(FiscalError.TextForbidden, 84, $"4\t{text}\t");
        register.Do(42, "BON\t");
        register.Refused(FiscalError.TextForbidden, 42, "FISCAL\t");
        register.Do(42, "NEFISCAL\t");
        register.Do(39);
        register.Machine.RunToRest();
        Assert.IsFalse(register.Paper.Any(line => line.Contains("FISCAL") && !line.Contains("NEFISCAL")));
        register.Open().Sell("1.00");
        register.Do(54, text + "\t");
    }

    [TestMethod]
    [DataRow("Bonul de masă nu este document contabil")]
    [DataRow("BON NEFISCAL")]
    [DataRow("cod fiscal RO123")]
    public void Other_words_are_free(string text)
    {
        var register = TestRegister.Fiscalised();
        register.Do(38);
        register.Do(42, text + "\t");
    }

    [TestMethod]
    [DataRow(48, "1\t0001\t1\t\t\t", FiscalError.NonFiscalOpen)]
    [DataRow(49, "Articol\t1\t1.00\t\t\t\t1\tBUC\t", FiscalError.NonFiscalOpen)]
    [DataRow(51, "", FiscalError.NonFiscalOpen)]
    [DataRow(53, "", FiscalError.NonFiscalOpen)]
    [DataRow(54, "Text\t", FiscalError.NonFiscalOpen)]
    [DataRow(56, "", FiscalError.NonFiscalOpen)]
    [DataRow(60, "", FiscalError.NonFiscalOpen)]
    [DataRow(69, "X\t", FiscalError.NonFiscalOpen)]
    [DataRow(69, "Z\t", FiscalError.NonFiscalOpen)]
    [DataRow(70, "0\t1.00\t", FiscalError.NonFiscalOpen)]
    [DataRow(38, "", FiscalError.ReceiptOpen)]
    public void While_it_is_open(int command, string data, FiscalError error)
    {
        var register = TestRegister.Fiscalised();
        register.Do(38);
        var mark = RegisterMark.Of(register);
        register.Refused(error, command, data);
        Assert.AreEqual(mark, RegisterMark.Of(register));
        Assert.AreEqual(FiscalError.ReceiptOpen, register.Register.ChangeVatGroups(register.Register.Identity.Groups));
        Assert.AreNotEqual(0, register.Do(74).Status[2] & 0x20, "status bit 2.5");
        Assert.AreEqual("5", register.Do(74, "0\t").Fields[1]);
        Assert.AreEqual("5", register.Do(76).Fields[0]);
        register.Do(39);
        Assert.AreEqual(0, register.Do(74).Status[2] & 0x20);
        register.Receipt();
    }

    [TestMethod]
    [DataRow(38)]
    [DataRow(39)]
    [DataRow(42)]
    public void While_a_receipt_is_open(int command)
    {
        var register = ReceiptSteps.Opened();
        register.Refused(FiscalError.FiscalReceiptOpen, command, command == 42 ? "Text\t" : "");
        register.Sell("1.00");
        register.PayAndClose();
    }

    [TestMethod]
    [DataRow(39, "")]
    [DataRow(42, "Text\t")]
    [DataRow(84, "2\t8410376017113\t")]
    [DataRow(92, "1\t")]
    public void Without_one(int command, string data) => TestRegister.Fiscalised().Refused(FiscalError.ReceiptClosed, command, data);

    [TestMethod]
    public void A_power_cut_forgets_an_open_one_without_a_trace()
    {
        var register = TestRegister.Fiscalised();
        register.Do(38);
        register.Do(42, "Text\t");
        Assert.AreEqual(FiscalError.None, register.Machine.PowerOn());
        Assert.AreEqual(0, register.Roll.Lines.Count);
        Assert.AreEqual("", register.Journal(1));
        register.Refused(FiscalError.ReceiptClosed, 39);
        register.Receipt();
    }

    [TestMethod]
    public void It_has_at_most_200_parts()
    {
        var register = TestRegister.Fiscalised();
        register.Do(38);
        for (var i = 0; i < 200; i++) register.Do(42, $"Rând {i}\t");
        register.Refused(FiscalError.TooManyItems, 42, "Prea mult\t");
        register.Refused(FiscalError.TooManyItems, 92, "1\t");
        register.Do(39);
        register.Machine.RunToRest();
        register.LastDocument().Has("Rând 199");
    }

    [TestMethod]
    public void It_is_issued_once_however_often_its_end_is_sent()
    {
        var register = TestRegister.Fiscalised();
        register.Do(38);
        var first = register.Do(39);
        CollectionAssert.AreEqual(first.Fields, register.Host.Repeat().Fields);
        register.Machine.RunToRest();
        register.Machine.PowerOn();
        CollectionAssert.AreEqual(first.Fields, register.Host.Repeat().Fields);
        register.Machine.RunToRest();
        Assert.AreEqual(1, register.Paper.Count(line => line.Trim() == "BON NEFISCAL"));
    }

    [TestMethod]
    public void What_blocks_receipts_blocks_it()
    {
        var register = TestRegister.Fiscalised();
        register.Do(38);
        BlockingTests.Pass(register, r => r.Hardware.Printer.CoverOpen = true);
        register.Refused(FiscalError.CoverOpen, 39);
        BlockingTests.Pass(register, r => r.Hardware.Printer.CoverOpen = false);
        register.Do(39);
        register.Machine.RunToRest();
        register.LastDocument().Has("BON NEFISCAL");
        BlockingTests.Pass(register, r => r.Hardware.Printer.PaperLoaded = false);
        register.Refused(FiscalError.PaperEnd, 38);
    }

    private static string Trimmed(string line) => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
