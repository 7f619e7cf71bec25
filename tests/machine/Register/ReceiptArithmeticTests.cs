using System.Globalization;
using Nf.Firmware.Errors;
using Nf.Tests.Machine.Rig;
using static Nf.Tests.Machine.Register.ReceiptSteps;

namespace Nf.Tests.Machine.Register;

/// <summary>What lines, receipts and VAT come to: two decimals, the third of 5 or more rounds up (norms, art. 58).</summary>
[TestClass]
public sealed class ReceiptArithmeticTests
{
    [TestMethod]
    [Article("HG 479/2003, norme art. 56 (1) e)-g), m)")]
    [DataRow("133.99", "5.015", "671.96")]
    [DataRow("0.01", "0.500", "0.01")]
    [DataRow("0.03", "0.500", "0.02")]
    [DataRow("0.01", "1.499", "0.01")]
    [DataRow("0.01", "1.500", "0.02")]
    [DataRow("5.00", "0.001", "0.01")]
    [DataRow("0.15", "0.100", "0.02")]
    [DataRow("1.99", "0.333", "0.66")]
    [DataRow("9.99", "0.500", "5.00")]
    [DataRow("7.50", "", "7.50")]
    [DataRow("7", "2", "14.00")]
    [DataRow("9999999.99", "1.000", "9999999.99")]
    [DataRow("0.01", "999999.999", "10000.00")]
    [DataRow("10.00", "999999.999", "9999999.99")]
    [DataRow("9999999.99", "0.001", "10000.00")]
    public void A_line_is_price_by_quantity(string price, string quantity, string value)
    {
        var register = Opened();
        register.Sell(price, quantity);
        var paper = register.PayAndClose();
        var shown = quantity.Length == 0 ? "1" : quantity.Contains('.') ? quantity.TrimEnd('0').TrimEnd('.') : quantity;
        var lei = decimal.Parse(price, CultureInfo.InvariantCulture).ToString("0.00", CultureInfo.InvariantCulture);
        Assert.IsTrue(string.Join(' ', paper).Contains($"{shown} BUC X {lei}= {value} A"), string.Join('\n', paper));
        paper.Has($"TOTAL LEI {value}");
    }

    [TestMethod]
    [DataRow("0.01", "0.499", FiscalError.ProductZero)]
    [DataRow("4.99", "0.001", FiscalError.ProductZero)]
    [DataRow("0.00", "1.000", FiscalError.ProductZero)]
    [DataRow("9999999.99", "1.001", FiscalError.ProductTooLarge)]
    [DataRow("9999999.99", "999999.999", FiscalError.ProductTooLarge)]
    [DataRow("10.01", "999999.999", FiscalError.ProductTooLarge)]
    [DataRow("10000000.00", "1.000", FiscalError.PriceTooLarge)]
    [DataRow("-10000000.00", "1.000", FiscalError.PriceTooLarge)]
    [DataRow("1.00", "1000000.000", FiscalError.QuantityTooLarge)]
    [DataRow("1.00", "0.000", FiscalError.QuantityWrong)]
    [DataRow("1.00", "-1.000", FiscalError.QuantityWrong)]
    public void A_line_out_of_range_is_refused(string price, string quantity, FiscalError error)
    {
        var register = Opened();
        register.Refused(error, 49, Line(price, quantity));
        Assert.AreEqual(0, register.Register.Receipts.Receipt.Total);
    }

    [TestMethod]
    [Article("HG 479/2003, norme art. 26 (1)")]
    public void A_receipt_comes_to_at_most_9999999_99()
    {
        var register = Opened();
        register.Sell("9999999.98");
        register.Refused(FiscalError.ReceiptOverflow, 49, Line("0.02"));
        register.Refused(FiscalError.ReceiptOverflow, 51, "0\t0\t3\t0.02\t");
        register.Refused(FiscalError.ReceiptOverflow, 49, Line("0.01", kind: "3", value: "0.01"));
        register.Sell("0.01");
        var paper = register.PayAndClose();
        paper.Has("TOTAL LEI 9999999.99");
        paper.Has("NUMERAR LEI 9999999.99");
    }

    [TestMethod]
    [Article("HG 479/2003, norme art. 26 (1)")]
    public void A_day_comes_to_at_most_9999999999_99()
    {
        var register = TestRegister.Fiscalised();
        register.Register.State.Totals.AddSales(3, 999_999_999_999 - 500, 0);
        register.Open();
        register.Refused(FiscalError.DayOverflow, 49, Line("5.01", group: Zero));
        register.Sell("4.00", group: Zero);
        register.Refused(FiscalError.DayOverflow, 51, "0\t0\t3\t1.01\t");
        register.Sell("1.00", group: Zero);
        register.PayAndClose();
        register.Open();
        register.Refused(FiscalError.DayOverflow, 49, Line("0.01", group: Zero));
        register.Do(60);
        register.CloseDay().Has("VAL. TOTALĂ VÂNZĂRI 9999999999.99");
        register.Receipt("0.01");
    }

    [TestMethod]
    [Article("HG 479/2003, norme art. 33 B a)")]
    [Article("HG 479/2003, norme art. 56 (1) h)-i)")]
    [Article("HG 479/2003, norme art. 56 (1) j)")]
    [DataRow(Standard21, "121.00", "TOTAL TVA A - 21% 21.00", "21.00")]
    [DataRow(Standard21, "0.03", "TOTAL TVA A - 21% 0.01", "0.01")]
    [DataRow(Standard21, "0.02", "TOTAL TVA A - 21% 0.00", "0.00")]
    [DataRow(Reduced11, "11.00", "TOTAL TVA B - 11% 1.09", "1.09")]
    [DataRow(Reduced9, "10.90", "TOTAL TVA C - 9% 0.90", "0.90")]
    [DataRow(Zero, "10.00", "TOTAL TVA D - 0% 0.00", "0.00")]
    [DataRow(Exempt, "10.00", "TOTAL SCUTIT TVA 10.00", "0.00")]
    public void Vat_is_contained_in_the_price(int group, string price, string line, string vat)
    {
        var paper = TestRegister.Fiscalised().Receipt(price, group);
        paper.Has(line);
        paper.Has($"TOTAL TVA BON {vat}");
        Assert.AreEqual(1, paper.Count(l => l.Contains(" TVA A") || l.Contains(" TVA B -") || l.Contains(" TVA C") || l.Contains(" TVA D")
            || l.Contains("SCUTIT TVA")), "one group is on the receipt");
    }

    [TestMethod]
    [Article("HG 479/2003, norme art. 56 (1) h)-i)")]
    public void Vat_is_worked_out_on_the_groups_sum_of_a_receipt()
    {
        var register = Opened();
        for (var i = 0; i < 5; i++) register.Sell("0.02");
        var paper = register.PayAndClose();
        paper.Has("TOTAL TVA A - 21% 0.02");
        // 0.02 alone contains 0.0035, which rounds to nothing: five lines rounded one by one would give 0.00.
        register.CloseDay().HasInOrder("VAL. TOTALĂ VÂNZĂRI 0.10", "TOTAL TVA 0.02", "TOTAL A - 21% 0.10", "TVA A - 21% 0.02");
    }

    [TestMethod]
    [Article("HG 479/2003, norme art. 33 A c)")]
    [Article("HG 479/2003, norme art. 33 B a)")]
    [Article("HG 479/2003, norme art. 56 (1) h)-i)")]
    [Article("HG 479/2003, norme art. 56 (1) j)")]
    public void All_groups_stand_on_one_receipt()
    {
        var register = Opened();
        register.Sell("1.21", group: Standard21);
        register.Sell("1.11", group: Reduced11);
        register.Sell("1.09", group: Reduced9);
        register.Sell("1.00", group: Zero);
        register.Sell("2.00", group: Exempt);
        register.PayAndClose().HasInOrder("TOTAL LEI 6.41", "TOTAL TVA A - 21% 0.21", "TOTAL TVA B - 11% 0.11", "TOTAL TVA C - 9% 0.09",
            "TOTAL TVA D - 0% 0.00", "TOTAL TVA BON 0.41", "TOTAL SCUTIT TVA 2.00", "NUMERAR LEI 6.41");
    }

    [TestMethod]
    [Article("HG 479/2003, norme art. 58 (1)")]
    public void A_long_value_line_takes_two_rows_and_loses_nothing()
    {
        var register = Opened();
        register.Do(49, "Articol\t1\t1234567.89\t1.234\t\t\t1\tMETRII\t");
        register.PayAndClose().HasInOrder("1.234 METRII X 1234567.89=", "1523456.78 A", "TOTAL LEI 1523456.78");
    }
}
