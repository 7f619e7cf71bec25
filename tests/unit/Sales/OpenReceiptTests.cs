#if NANOFRAMEWORK_1_0
using nanoFramework.TestFramework;
#endif
using Nf.Firmware.Day;
using Nf.Firmware.Errors;
using Nf.Firmware.Identity;
using Nf.Firmware.Money;
using Nf.Firmware.Sales;

namespace Nf.Tests.Unit.Sales;

[TestClass]
public class OpenReceiptTests
{
    [TestMethod]
    public void Lines_make_groups_total_and_vat()
    {
        OpenReceipt receipt = Opened(new DayTotals());
        Sell(receipt, 0, 121, 1000);
        Sell(receipt, 1, 550, 2000);
        Sell(receipt, 0, 121, 1000);
        Assert.IsTrue(receipt.Lines == 3 && receipt.Total == 1342);
        Assert.IsTrue(receipt.Sums.Gross(0) == 242 && receipt.Sums.Gross(1) == 1100);
        Assert.IsTrue(receipt.Sums.Vat(0) == 42 && receipt.Sums.Vat(1) == 109 && receipt.Sums.TotalVat == 151);
    }

    [TestMethod]
    public void A_refused_line_changes_nothing()
    {
        OpenReceipt receipt = Opened(new DayTotals());
        Refused(receipt, 4, 100, 1000, FiscalError.VatGroupUnused);
        Refused(receipt, 0, 0, 1000, FiscalError.ProductZero);
        Refused(receipt, 0, 1000000000, 1000, FiscalError.PriceTooLarge);
        Refused(receipt, 0, 100, 0, FiscalError.QuantityWrong);
        Refused(receipt, 0, 999999999, 1001, FiscalError.ProductTooLarge);
        Assert.IsTrue(receipt.Lines == 0 && receipt.Total == 0);
    }

    [TestMethod]
    public void The_latest_alike_line_is_voided_once()
    {
        OpenReceipt receipt = Opened(new DayTotals());
        Sell(receipt, 0, 100, 1000);
        Sell(receipt, 0, 100, 1000);
        SaleLine line = Line(0, 100, 1000);
        Assert.IsTrue(receipt.CheckVoid(line, out int item) == FiscalError.None && item == 1);
        receipt.Void(item);
        Assert.IsTrue(receipt.CheckVoid(line, out item) == FiscalError.None && item == 0);
        receipt.Void(item);
        Assert.IsTrue(receipt.CheckVoid(line, out item) == FiscalError.NoSuchLine);
        Assert.IsTrue(receipt.Total == 0 && receipt.Voids.Count == 2 && receipt.Voids.Sum == 200);
        Assert.IsTrue(receipt.CheckIssue() == FiscalError.TotalZero);
    }

    [TestMethod]
    public void A_subtotal_discount_is_spread_and_adds_up()
    {
        OpenReceipt receipt = Opened(new DayTotals());
        Sell(receipt, 0, 100, 1000);
        Sell(receipt, 1, 100, 1000);
        Sell(receipt, 2, 100, 1000);
        var discount = new Adjustment();
        discount.Set(AdjustmentKind.DiscountSum, 100);
        Assert.IsTrue(receipt.CheckSubtotal(discount) == FiscalError.None);
        receipt.Adjust(discount);
        Assert.IsTrue(receipt.Total == 200);
        Assert.IsTrue(receipt.Sums.Gross(0) + receipt.Sums.Gross(1) + receipt.Sums.Gross(2) == 200);
        for (int i = 0; i < 3; i++) Assert.IsTrue(receipt.Sums.Gross(i) == 66 || receipt.Sums.Gross(i) == 67);
    }

    [TestMethod]
    public void Payments_and_change_reach_the_day()
    {
        var day = new DayTotals();
        OpenReceipt receipt = Opened(day);
        Sell(receipt, 0, 1000, 1000);
        Assert.IsTrue(receipt.CheckIssue() == FiscalError.PaymentNotBegun);
        Assert.IsTrue(receipt.Payments.Check(PaymentKind.Card, 1001) == FiscalError.SumAbove);
        receipt.Payments.Pay(PaymentKind.Card, 400);
        Assert.IsTrue(receipt.CheckIssue() == FiscalError.SumBelow && receipt.Payments.Due == 600);
        Assert.IsTrue(receipt.CheckSale(Line(0, 1, 1000)) == FiscalError.PaymentBegun);
        receipt.Payments.Pay(PaymentKind.Cash, 1000);
        Assert.IsTrue(receipt.Payments.Due == 0 && receipt.Payments.Change == 400);
        receipt.AddTo(day, new ForeignCurrency());
        Assert.IsTrue(day.Payment(PaymentKind.Card) == 400 && day.Payment(PaymentKind.Cash) == 600 && day.Drawer == 600);
        Assert.IsTrue(day.Receipts == 1 && day.Total == 1000 && day.TotalVat == 174);
    }

    private static OpenReceipt Opened(DayTotals day)
    {
        var identity = new RegisterIdentity();
        identity.Fiscal.VatPayer = true;
        identity.Groups.Set(0, VatGroupKind.Rate, 2100);
        identity.Groups.Set(1, VatGroupKind.Rate, 1100);
        identity.Groups.Set(2, VatGroupKind.Exempt, 0);
        var receipt = new OpenReceipt(identity, day);
        receipt.Open(1, 1, "");
        return receipt;
    }

    private static SaleLine Line(int group, long price, long quantity)
    {
        var line = new SaleLine();
        line.Name[0] = (byte)'A';
        line.NameLength = 1;
        line.Group = group;
        line.Price = price;
        line.Quantity = quantity;
        return line;
    }

    private static void Sell(OpenReceipt receipt, int group, long price, long quantity)
    {
        SaleLine line = Line(group, price, quantity);
        Assert.IsTrue(receipt.CheckSale(line) == FiscalError.None);
        receipt.Sell(line);
    }

    private static void Refused(OpenReceipt receipt, int group, long price, long quantity, FiscalError error) =>
        Assert.IsTrue(receipt.CheckSale(Line(group, price, quantity)) == error);
}
