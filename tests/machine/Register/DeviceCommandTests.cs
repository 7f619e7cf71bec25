using Nf.Firmware.Errors;
using Nf.Tests.Machine.Rig;

namespace Nf.Tests.Machine.Register;

/// <summary>Commands that move devices and issue nothing: display, paper, drawer, and those that this register has not.</summary>
[TestClass]
public sealed class DeviceCommandTests
{
    [TestMethod]
    public void The_host_writes_and_clears_the_display()
    {
        var register = Greeting();
        register.Do(47, "BINE AȚI VENIT\t");
        register.Do(35, "12345678901234567890\t");
        Shows(register, "BINE ATI VENIT", "12345678901234567890");
        register.Do(47, "\t");
        Shows(register, "", "12345678901234567890");
        register.Refused(FiscalErrors.Syntax(1), 35, "123456789012345678901\t");
        register.Do(33);
        Shows(register, "", "");
    }

    [TestMethod]
    public void Its_text_stands_until_the_next_sale()
    {
        var register = Greeting();
        register.Do(35, "OFERTA ZILEI\t");
        register.Machine.Idle(TimeSpan.FromMinutes(1));
        StringAssert.Contains(register.Hardware.Display.Lower, "OFERTA ZILEI");
        register.Open().Sell("7.00");
        Assert.IsFalse(register.Hardware.Display.Lower.Contains("OFERTA"));
    }

    [TestMethod]
    [DataRow("", 1)]
    [DataRow("1\t", 1)]
    [DataRow("99\t", 99)]
    public void Paper_is_fed_and_no_line_of_the_journal(string data, int lines)
    {
        var register = TestRegister.Fiscalised();
        register.Do(44, data);
        register.Machine.RunToRest();
        Assert.AreEqual(lines, register.Roll.Lines.Count);
        Assert.AreEqual("", register.Journal(1));
        Assert.AreEqual(0, register.Register.State.TextLength);
    }

    [TestMethod]
    [DataRow(44, "0\t", -112201)]
    [DataRow(44, "100\t", -112201)]
    [DataRow(44, "x\t", -112101)]
    [DataRow(80, "70000\t\t", -112201)]
    [DataRow(80, "x\t\t", -112101)]
    [DataRow(80, "1000\t-1\t", -112202)]
    [DataRow(106, "65536\t", -112201)]
    [DataRow(106, "x\t", -112101)]
    public void A_field_out_of_range_is_refused(int command, string data, int error) =>
        TestRegister.Fiscalised().Refused((FiscalError)error, command, data);

    [TestMethod]
    public void Paper_is_cut_when_what_was_before_is_printed()
    {
        var register = TestRegister.Fiscalised();
        register.Open().Sell("1.00");
        register.Do(53, "0\t\t");
        register.Do(56);
        register.Do(44, "2\t");
        register.Do(46);
        register.Machine.RunToRest();
        var lines = register.Roll.Lines;
        Assert.IsTrue(lines[^1].IsCut && lines[^4].IsCut && lines[^2].Text.Length + lines[^3].Text.Length == 0);
        register.Receipt();
    }

    [TestMethod]
    public void Paper_may_move_inside_an_open_receipt()
    {
        var register = ReceiptSteps.Opened();
        register.Sell("1.00");
        register.Do(44, "3\t");
        register.Do(46);
        register.Do(106);
        register.PayAndClose().HasInOrder("MAGAZIN DEMO SRL", "BON FISCAL");
    }

    [TestMethod]
    [DataRow("", 100)]
    [DataRow("300\t", 300)]
    [DataRow("80\t", 80)]
    [DataRow("65535\t", 510)]
    public void The_drawer_opens_once(string data, int pulse)
    {
        var register = TestRegister.Fiscalised();
        register.Do(106, data);
        register.Host.Repeat();
        register.Machine.RunToRest();
        CollectionAssert.AreEqual(new[] { pulse }, register.Hardware.Printer.DrawerPulses.ToArray());
        Assert.AreEqual(0, register.Roll.Lines.Count);
    }

    [TestMethod]
    [DataRow(44)]
    [DataRow(46)]
    [DataRow(106)]
    public void Without_a_printer_nothing_moves(int command)
    {
        var register = TestRegister.Fiscalised();
        BlockingTests.Pass(register, r => r.Hardware.Printer.CoverOpen = true);
        register.Refused(FiscalError.CoverOpen, command);
        BlockingTests.Pass(register, r => r.Hardware.Printer.Powered = false);
        register.Refused(FiscalError.PrinterNotConnected, command);
    }

    [TestMethod]
    public void A_document_that_cannot_go_on_says_why_the_paper_stands_still()
    {
        var register = TestRegister.Fiscalised();
        register.Open().Sell("1.00");
        register.Do(53, "0\t\t");
        register.Do(56);
        register.Card.Present = false;
        register.Machine.Idle(TimeSpan.FromSeconds(2));
        register.Refused(FiscalError.JournalMissing, 46);
    }

    [TestMethod]
    [DataRow(45, "")]
    [DataRow(45, "0\t")]
    [DataRow(80, "1000\t500\t")]
    [DataRow(80, "")]
    public void What_this_register_has_not_is_accepted_and_does_nothing(int command, string data)
    {
        var register = TestRegister.Fiscalised();
        var mark = RegisterMark.Of(register);
        Assert.AreEqual(0, register.Do(command, data).Fields.Length);
        register.Machine.RunToRest();
        Assert.AreEqual(mark, RegisterMark.Of(register));
    }

    [TestMethod]
    [DataRow(127, "0\tSTAMPILA.BMP\t")]
    [DataRow(202, "START\t")]
    public void Images_are_refused(int command, string data) => TestRegister.Fiscalised().Refused(FiscalError.NoGraphics, command, data);

    [TestMethod]
    public void A_register_that_is_not_fiscalised_moves_its_devices_and_issues_nothing()
    {
        var register = new TestRegister();
        register.Machine.PowerOn();
        register.Do(44);
        register.Do(106);
        register.Do(33);
        register.Do(123, "1\t");
        register.Do(76);
        register.Do(90);
        register.Refused(FiscalError.NotFiscalised, 38);
    }

    private static TestRegister Greeting()
    {
        var register = TestRegister.Fiscalised();
        register.Machine.Idle(TimeSpan.FromSeconds(1));
        return register;
    }

    private static void Shows(TestRegister register, string upper, string lower)
    {
        register.Machine.RunToRest();
        register.Machine.Idle(TimeSpan.FromSeconds(1));
        Assert.AreEqual(upper, register.Hardware.Display.Upper.Trim());
        Assert.AreEqual(lower, register.Hardware.Display.Lower.Trim());
    }
}
