using Nf.Tests.Machine.Register;
using Nf.Tests.Machine.Rig;

namespace Nf.Tests.Machine.Paper;

/// <summary>Service sums, X and Z as they leave the printer.</summary>
[TestClass]
public sealed class DayPaperTests
{
    private const int SmallestMemory = 1024 * 1024;

    [TestMethod]
    [EachWidth]
    public void Service_sums(int columns)
    {
        var register = TestRegister.Fiscalised(_ => { }, columns);
        register.Register.SetForeignCurrency("EUR", 497050);
        register.At(8, 0).Print(70, "0\t300\t");
        GoldenPaper.Check("service-sum-in", register);
        register.Print(70, "1\t120.50\t");
        GoldenPaper.Check("service-sum-out", register);
        register.Print(70, "2\t50\t");
        GoldenPaper.Check("service-sum-in-currency", register);
        register.Print(70, "3\t20\t");
        GoldenPaper.Check("service-sum-out-currency", register);
    }

    [TestMethod]
    [EachWidth]
    public void X_and_Z_of_a_day_with_everything(int columns)
    {
        var register = TestRegister.Fiscalised(_ => { }, columns);
        register.Register.SetForeignCurrency("EUR", 497050);
        register.At(8, 0).Print(70, "0\t300\t");
        register.Print(70, "2\t50\t");
        SellAll(register.At(9, 15));
        register.Print(70, "1\t100\t");
        register.At(14, 0).Print(69, "X\t");
        GoldenPaper.Check("report-x", register);
        register.At(22, 0).CloseDay();
        GoldenPaper.Check("report-z", register);
    }

    [TestMethod]
    [EachWidth]
    public void Z_of_one_who_is_not_registered_for_VAT(int columns)
    {
        var register = TestRegister.Fiscalised(ReceiptPaperTests.NotRegistered, columns).At(9, 15);
        register.Receipt("40", 5);
        register.At(22, 0).CloseDay();
        GoldenPaper.Check("report-z-not-registered", register);
    }

    [TestMethod]
    [EachWidth]
    public void Z_with_its_warnings(int columns)
    {
        var register = TestRegister.Fiscalised(_ => { }, columns, SmallestMemory);
        FiscalMemoryTests.Fill(register, 60);
        register.At(9, 15).Receipt("12.10");
        register.Card.CapacityBytes = register.Card.UsedBytes + BlockingTests.LinesLeft(6000);
        register.At(22, 0).CloseDay();
        GoldenPaper.Check("report-z-warnings", register);
    }

    private static void SellAll(TestRegister register)
    {
        register.Do(48, "1\t0001\t1\tI\tRO123456789\t");
        register.Sell("12.10", "1", kind: "4", value: "2.10");
        register.Sell("11.00", "3", ReceiptSteps.Reduced11);
        register.Sell("-11.00", "3", ReceiptSteps.Reduced11);
        register.Sell("0.50", "2", ReceiptSteps.Zero, name: "GARANTIE SGR METAL");
        register.Sell("50", group: 7, name: "Consultație");
        register.Sell("8", group: 6, name: "Taxă de turism");
        register.Sell("-1", name: "AMBALAJ REFOLOSIBIL");
        register.Do(51, "1\t0\t1\t10\t");
        register.Do(53, "1\t20\t");
        register.Do(53, "9\t20\t0\t");
        register.Close();
        register.Receipt("21.80", ReceiptSteps.Reduced9);
        register.Open().Sell("5");
        register.Print(60, "");
    }
}
