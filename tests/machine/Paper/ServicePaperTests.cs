using Nf.Emulator.Machine;
using Nf.Firmware.Errors;
using Nf.Tests.Machine.Register;
using Nf.Tests.Machine.Rig;
using Nf.Tests.Machine.Service;

namespace Nf.Tests.Machine.Paper;

/// <summary>A technician's visit on paper: trials before fiscalisation, and the document about it.</summary>
[TestClass]
public sealed class ServicePaperTests
{
    private const string OtherCheckDigit = "2234567890";

    [TestMethod]
    [EachWidth]
    [Article("HG 479/2003, norme art. 103 (2)")]
    public void Trials(int columns)
    {
        var register = New(columns);
        register.Do(149, "2\t");
        register.At(9, 15).Open().Sell("4.50", "2", ReceiptSteps.Reduced11, name: "Pâine albă");
        register.PayAndClose();
        GoldenPaper.Check("receipt-trial", register);
        register.At(9, 20).Print(69, "X\t");
        GoldenPaper.Check("report-x-trial", register);
        register.At(9, 25).CloseDay();
        GoldenPaper.Check("report-z-trial", register);
    }

    [TestMethod]
    [EachWidth]
    public void Fiscalisation(int columns) => Fiscalise("fiscalisation", DemoShop.Series, columns);

    [TestMethod]
    [EachWidth]
    public void Fiscalisation_with_a_series_whose_check_digit_is_wrong(int columns) => Fiscalise("fiscalisation-doubtful", OtherCheckDigit, columns);

    private static void Fiscalise(string name, string series, int columns)
    {
        var register = New(columns).At(9, 30);
        register.Print(72, $"{series}\tRO99999991\t1\t");
        GoldenPaper.Check(name, register);
    }

    private static TestRegister New(int columns)
    {
        var register = new TestRegister(columns: columns);
        Assert.AreEqual(FiscalError.None, register.Machine.PowerOn());
        register.InService();
        register.Do(61, "16-11-26 09:00:00\t");
        register.Do(43, "W\t1\tMAGAZIN DEMO SRL\t");
        register.Do(43, "W\t2\tSTR. EXEMPLULUI NR. 0\t");
        register.Do(43, "W\t3\tLOC. DEMO, JUD. EXEMPLU\t");
        register.Do(43, "W\t");
        register.Do(91, "NF00000001\t");
        register.Do(83, "21.00\t11.00\t9.00\t0.00\t100.02\t");
        return register;
    }
}
