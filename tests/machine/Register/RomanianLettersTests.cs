using Nf.Emulator.Host;
using Nf.Emulator.Machine;
using Nf.Firmware.Errors;
using Nf.Tests.Machine.FiscalNet.Folder;
using Nf.Tests.Machine.Rig;

namespace Nf.Tests.Machine.Register;

/// <summary>Letters that come in with a cedilla, as Windows-1250 and old programs write them, from the host to every place they go.</summary>
[TestClass]
public sealed class RomanianLettersTests
{
    private const string Cedillas = "ŞŢşţ";
    private const string Sent = "ŞORŢ şi ţesut ăâî";
    private const string Meant = "ȘORȚ și țesut ăâî";

    [TestMethod]
    [Article("HG 479/2003, norme art. 33 B d)")]
    public void From_the_host_line_they_reach_paper_journal_and_records_with_the_comma()
    {
        var register = WithHeader(Sent);
        register.Open().Do(54, Sent + "\t");
        register.Do(49, $"{Sent}\t1\t1.00\t1.000\t\t\t1\tŞIRŢ\t");

        register.PayAndClose().HasInOrder(Meant, Meant, Meant, "1 ȘIRȚ X 1.00= 1.00 A");

        Assert.AreEqual(3, register.Journal(1).Split('\n').Count(line => line.Trim() == Meant));
        HasNoCedilla(register);
    }

    [TestMethod]
    public void The_host_line_carries_them_as_Windows_1250_has_them()
    {
        CollectionAssert.AreEqual(new byte[] { 0xAA, 0xDE, 0xBA, 0xFE, (byte)'\t' }, HostText.EncodeFields([Cedillas]));
        var register = ReceiptSteps.Opened();
        register.Do(54, Cedillas + "\t");
        register.Sell("1.00");

        register.PayAndClose().Has("ȘȚșț");

        HasNoCedilla(register);
    }

    [TestMethod]
    public void The_display_shows_them_without_a_mark_rather_than_with_a_wrong_one()
    {
        var register = ReceiptSteps.Opened();
        register.Sell("1.00", name: Sent);
        register.Machine.RunToRest();
        Assert.AreEqual("SORT si tesut ăâî".PadRight(20), register.Hardware.Display.Upper);

        register.Do(47, Sent + "\t");
        register.Do(35, Meant + "\t");
        register.Machine.RunToRest();
        Assert.AreEqual("SORT si tesut ăâî".PadRight(20), register.Hardware.Display.Upper);
        Assert.AreEqual("SORT si tesut ăâî".PadRight(20), register.Hardware.Display.Lower);
    }

    [TestMethod]
    public void From_a_FiscalNet_file_in_UTF_8_they_come_the_same_way()
    {
        using var rig = new FolderRig();
        rig.Drop("1.txt", $"S^{Sent}^4250^1000^BUC^1^7\r\nP^1^\r\n");
        rig.Serve();

        Assert.AreEqual("BONOK=1", rig.Answer("1.txt")[0]);
        rig.Register.LastDocument().Has(Meant);
        Assert.Contains($"\n{Meant}\n", rig.Register.Journal(1));
        HasNoCedilla(rig.Register);
    }

    [TestMethod]
    public void A_printer_that_lost_its_power_prints_them_with_the_comma_again()
    {
        var register = TestRegister.Fiscalised();
        register.Receipt();
        register.Hardware.Printer.Powered = false;
        register.Hardware.Printer.Powered = true;
        register.Open().Sell("1.00", name: Sent);

        register.PayAndClose().Has(Meant);
        HasNoCedilla(register);
    }

    private static TestRegister WithHeader(string line)
    {
        var register = new TestRegister();
        Assert.AreEqual(FiscalError.None, register.Machine.PowerOn());
        var order = DemoShop.Order();
        order.Header.Set([line]);
        Assert.AreEqual(FiscalError.None, register.Register.Fiscalise(order));
        return register;
    }

    private static void HasNoCedilla(TestRegister register)
    {
        foreach (var text in new[] { string.Concat(register.Paper), register.Journal(1), register.RecordFile(1) })
        {
            Assert.AreEqual(-1, text.IndexOfAny(Cedillas.ToCharArray()), text);
        }
    }
}
