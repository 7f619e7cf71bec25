using Nf.Firmware.Errors;
using Nf.Firmware.FiscalMemory;
using static Nf.Tests.Machine.Register.ReceiptSteps;

namespace Nf.Tests.Machine.Register;

/// <summary>The seven groups of sales: five with rates, other taxes and exempt (norms, art. 56 (1) j), k), 64 (2) i), j)).</summary>
[TestClass]
public sealed class SaleGroupTests
{
    [TestMethod]
    [Article("HG 479/2003, norme art. 43 (1) l)")]
    [Article("HG 479/2003, norme art. 56 (1) j)")]
    [Article("HG 479/2003, norme art. 56 (1) k)")]
    [Article("HG 479/2003, norme art. 64 (2) g)-i)")]
    [Article("HG 479/2003, norme art. 64 (2) j)")]
    public void Exempt_sales_and_other_taxes_are_told_apart_on_receipt_and_Z()
    {
        var register = Opened();
        register.Sell("12.10");
        register.Sell("3.00", group: 6, name: "Taxă hotelieră");
        register.Sell("2.00", group: 7, name: "Consultație");
        CollectionAssert.AreEqual(new[] { "17.10", "12.10", "0.00", "0.00", "0.00", "0.00", "3.00", "2.00" }, register.Do(51, "0\t0\t\t\t").Fields[1..]);
        register.PayAndClose().HasInOrder("1 BUC X 3.00= 3.00 F", "1 BUC X 2.00= 2.00 G", "TOTAL LEI 17.10", "TOTAL TVA A - 21% 2.10",
            "TOTAL TVA BON 2.10", "TOTAL SCUTIT TVA 2.00", "ALTE TAXE 3.00", "NUMERAR LEI 17.10");
        register.Receipt("0.50", Exempt);
        var answer = register.Do(69, "Z\t").Fields;
        CollectionAssert.AreEqual(new[] { "1", "12.10", "0.00", "0.00", "0.00", "0.50", "3.00", "2.00", "0.00", "0.00" }, answer);
        register.Machine.RunToRest();
        register.LastDocument().HasInOrder("VAL. TOTALĂ VÂNZĂRI 17.60", "TOTAL TVA 2.10", "TOTAL SCUTIT TVA 2.50", "ALTE TAXE 3.00");
        Assert.IsTrue(register.Register.Log.ReadLatest(RecordKind.Closure));
        var closure = new ClosureRecord();
        closure.Load(register.Register.Log.Payload);
        Assert.AreEqual(300, closure.Totals.Gross(5), "other taxes in the fiscal memory");
    }

    [TestMethod]
    public void There_is_no_eighth_group()
    {
        var register = Opened();
        register.Refused(FiscalError.VatGroupWrong, 49, Line("1.00", group: 8));
        register.Refused(FiscalError.VatGroupWrong, 49, Line("1.00", group: 0));
    }
}
