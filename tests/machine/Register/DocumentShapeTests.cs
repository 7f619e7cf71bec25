using Nf.Emulator.Machine;
using Nf.Firmware.Errors;
using Nf.Tests.Machine.Rig;
using static Nf.Tests.Machine.Register.ReceiptSteps;

namespace Nf.Tests.Machine.Register;

/// <summary>What is the same on all documents, and what depends on who the operator is (norms, art. 33 A b), 55 to 57).</summary>
[TestClass]
public sealed class DocumentShapeTests
{
    private static readonly string[] Header = ["MAGAZIN DEMO SRL", "STR. EXEMPLULUI NR. 0", "LOC. DEMO, JUD. EXEMPLU", "CIF: RO99999991"];

    [TestMethod]
    [Article("HG 479/2003, norme art. 33 A b)")]
    [Article("HG 479/2003, norme art. 55")]
    public void Every_document_begins_with_the_header()
    {
        var register = TestRegister.Fiscalised();
        HasHeader(register, () => register.Do(70, "0\t1.00\t"));
        HasHeader(register, () => register.Receipt());
        HasHeader(register, () => Cancelled(register));
        HasHeader(register, () => register.Do(69, "X\t"));
        HasHeader(register, () => register.Do(69, "Z\t"));
    }

    [TestMethod]
    [Article("HG 479/2003, norme art. 56 (5)")]
    public void Who_pays_no_VAT_says_so_after_the_total()
    {
        var register = new TestRegister();
        Assert.AreEqual(FiscalError.None, register.Machine.PowerOn());
        var order = DemoShop.Order();
        order.Identity.VatPayer = false;
        Assert.AreEqual(FiscalError.None, register.Register.Fiscalise(order));
        var paper = register.Receipt("2.00", Exempt);
        paper.HasInOrder("TOTAL LEI 2.00", "NEPLĂTITOR TVA", "NUMERAR LEI 2.00");
        paper.HasNot("TOTAL TVA");
        TestRegister.Fiscalised().Receipt("2.00").HasNot("NEPLĂTITOR");
    }

    [TestMethod]
    [Article("HG 479/2003, norme art. 54 (2)")]
    [Article("HG 479/2003, norme art. 57")]
    public void A_receipt_ends_with_its_name_and_the_series_in_the_middle_of_the_line()
    {
        var register = TestRegister.Fiscalised();
        register.Receipt();
        var end = register.Paper.Where(line => !line.Contains('✂')).TakeLast(2).ToArray();
        Assert.AreEqual("BON FISCAL", end[0].Trim());
        Assert.AreEqual($"RL {DemoShop.Series}", end[1].Trim());
        foreach (var line in end)
            Assert.IsInRange(0, 1, Hardware.PaperColumns - line.TrimEnd().Length - (line.Length - line.TrimStart().Length), $"blanks left and right of '{line}'");
    }

    private static void Cancelled(TestRegister register)
    {
        register.Open().Sell("1.00");
        register.Do(60);
    }

    private static void HasHeader(TestRegister register, Action print)
    {
        var before = register.Paper.Length;
        print();
        register.Machine.RunToRest();
        var document = register.Paper[before..];
        CollectionAssert.AreEqual(Header, document[..Header.Length].Select(line => line.Trim()).ToArray());
        Assert.AreEqual(1, document.Count(line => line.Contains('✂')), "one document");
    }
}
