using Nf.Firmware.Errors;
using static Nf.Tests.Machine.Register.ReceiptSteps;

namespace Nf.Tests.Machine.Register;

/// <summary>Payments: modes as the protocol numbers them, change from cash only, nothing after the receipt is paid.</summary>
[TestClass]
public sealed class PaymentTests
{
    [TestMethod]
    [Article("HG 479/2003, norme art. 56 (1) n)")]
    [Article("HG 479/2003, norme art. 64 (5)")]
    [Article("OUG 28/1999 art. 4 (7)")]
    [DataRow("", "NUMERAR LEI")]
    [DataRow("0", "NUMERAR LEI")]
    [DataRow("1", "CARD")]
    [DataRow("2", "CREDIT")]
    [DataRow("3", "TICHETE MASĂ")]
    [DataRow("4", "TICHETE VALORICE")]
    [DataRow("5", "VOUCHER")]
    [DataRow("6", "PLATĂ MODERNĂ")]
    [DataRow("8", "ALTE METODE")]
    public void Every_mode_has_its_name_and_its_sum_on_the_z_report(string mode, string name)
    {
        var register = Opened();
        register.Sell("12.34");
        var answer = register.Do(53, $"{mode}\t\t");
        CollectionAssert.AreEqual(new[] { "R", "0.00" }, answer.Fields);
        var paper = register.Close();
        paper.Has($"{name} 12.34");
        paper.HasNot("REST LEI");
        var drawer = name == "NUMERAR LEI" ? "12.34" : "0.00";
        register.CloseDay().HasInOrder($"{name} 12.34", $"NUMERAR ÎN SERTAR {drawer}");
    }

    [TestMethod]
    public void Ways_are_mixed_and_the_change_is_taken_off_the_cash()
    {
        var register = Opened();
        register.Sell("200.00");
        CollectionAssert.AreEqual(new[] { "D", "150.00" }, register.Do(53, "3\t50.00\t").Fields);
        CollectionAssert.AreEqual(new[] { "D", "30.01" }, register.Do(53, "1\t119.99\t").Fields);
        CollectionAssert.AreEqual(new[] { "R", "19.99" }, register.Do(53, "0\t50\t").Fields);
        register.Close().HasInOrder("TOTAL LEI 200.00", "TICHETE MASĂ 50.00", "CARD 119.99", "NUMERAR LEI 50.00", "REST LEI 19.99");
        register.CloseDay().HasInOrder("CARD 119.99", "NUMERAR LEI 30.01", "TICHETE MASĂ 50.00", "NUMERAR ÎN SERTAR 30.01");
    }

    [TestMethod]
    public void Only_cash_may_be_more_than_what_is_due()
    {
        var register = Opened();
        register.Sell("200.00");
        foreach (var mode in new[] { 1, 2, 3, 4, 5, 6, 8 }) register.Refused(FiscalError.SumAbove, 53, $"{mode}\t200.01\t");
        register.Do(53, "1\t199.00\t");
        register.Refused(FiscalError.SumAbove, 53, "3\t1.01\t");
        CollectionAssert.AreEqual(new[] { "R", "0.00" }, register.Do(53, "3\t1.00\t").Fields);
        register.Close().HasNot("REST");
    }

    [TestMethod]
    [DataRow("", "0.00")]
    [DataRow("1.00", "0.00")]
    [DataRow("5.00", "4.00")]
    public void The_tenth_payment_leaves_no_rest(string last, string change)
    {
        var register = Opened();
        register.Sell("10.00");
        for (var i = 0; i < 9; i++) register.Do(53, "0\t1.00\t");
        foreach (var mode in new[] { 0, 1, 7 }) register.Refused(FiscalError.LastPaymentShort, 53, $"{mode}\t0.99\t");
        CollectionAssert.AreEqual(new[] { "R", change }, register.Do(53, $"0\t{last}\t").Fields);
        register.Close();
    }

    [TestMethod]
    public void What_is_due_is_paid_when_no_amount_is_given()
    {
        var register = Opened();
        register.Sell("100.00");
        register.Do(53, "0\t40.00\t");
        CollectionAssert.AreEqual(new[] { "R", "0.00" }, register.Do(53, "1\t0\t").Fields);
        register.Close().HasInOrder("NUMERAR LEI 40.00", "CARD 60.00");
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("1.00")]
    [DataRow("9999999.99")]
    public void Nothing_more_is_paid_on_a_receipt_that_is_paid(string amount)
    {
        var register = Opened();
        register.Sell("5.00");
        register.Do(53, "0\t10.00\t");
        register.Refused(FiscalError.SumAbove, 53, $"0\t{amount}\t");
        register.Refused(FiscalError.SumAbove, 53, $"1\t{amount}\t");
        register.Close().Has("REST LEI 5.00");
    }

    [TestMethod]
    public void Nothing_is_sold_changed_or_written_once_the_payment_has_begun()
    {
        var register = Opened();
        register.Sell("5.00");
        register.Do(53, "0\t1.00\t");
        register.Refused(FiscalError.PaymentBegun, 49, Line("1.00"));
        register.Refused(FiscalError.PaymentBegun, 49, Line("-5.00"));
        register.Refused(FiscalError.PaymentBegun, 51, "1\t1\t\t\t");
        register.Refused(FiscalError.PaymentBegun, 51, "1\t1\t2\t10.00\t");
        register.Refused(FiscalError.PaymentBegun, 54, "Text\t");
        register.Refused(FiscalError.SumBelow, 56);
        register.PayAndClose().Has("TOTAL LEI 5.00");
    }

    [TestMethod]
    public void A_partly_paid_receipt_can_be_cancelled_and_counts_no_money()
    {
        var register = Opened();
        register.Sell("5.00");
        register.Do(53, "0\t1.00\t");
        register.Do(60);
        register.Machine.RunToRest();
        var paper = register.LastDocument();
        paper.HasInOrder("TOTAL LEI 5.00", "BON ANULAT");
        paper.HasNot("BON FISCAL");
        paper.HasNot("NUMERAR");
        register.CloseDay().HasInOrder("NUMĂR BONURI FISCALE 0", "VAL. TOTALĂ VÂNZĂRI 0.00", "BONURI ANULATE: 1 5.00", "NUMERAR ÎN SERTAR 0.00");
    }

    [TestMethod]
    public void The_smallest_change_is_exact()
    {
        var register = Opened();
        register.Sell("9999999.98");
        CollectionAssert.AreEqual(new[] { "R", "0.01" }, register.Do(53, "0\t9999999.99\t").Fields);
        register.Close().HasInOrder("NUMERAR LEI 9999999.99", "REST LEI 0.01");
    }
}
