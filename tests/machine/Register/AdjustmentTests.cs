using System.Globalization;
using Nf.Firmware.Errors;
using static Nf.Tests.Machine.Register.ReceiptSteps;

namespace Nf.Tests.Machine.Register;

/// <summary>Discounts and surcharges, on a line and on the subtotal: spelled out, never below zero (norms, art. 33 B c), 34 c)).</summary>
[TestClass]
public sealed class AdjustmentTests
{
    [TestMethod]
    [Article("HG 479/2003, norme art. 33 B c)")]
    [DataRow("1", "10.00", "MAJORARE 10% 1.01 A", "11.06")]
    [DataRow("2", "10.00", "REDUCERE 10% -1.01 A", "9.04")]
    [DataRow("2", "8.33", "REDUCERE 8.33% -0.84 A", "9.21")]
    [DataRow("2", "0.50", "REDUCERE 0.5% -0.05 A", "10.00")]
    [DataRow("2", "99.99", "REDUCERE 99.99% -10.05 A", "0.00")]
    [DataRow("3", "0.05", "MAJORARE 0.05 A", "10.10")]
    [DataRow("4", "10.04", "REDUCERE -10.04 A", "0.01")]
    public void On_a_line(string kind, string value, string line, string total)
    {
        var register = Opened();
        register.Sell("10.05", kind: kind, value: value);
        register.Sell("1.00", group: Reduced11);
        var sum = decimal.Parse(total, CultureInfo.InvariantCulture) + 1;
        register.PayAndClose().HasInOrder("1 BUC X 10.05= 10.05 A", line, "Articol", Lei("TOTAL LEI", sum));
    }

    [TestMethod]
    [Article("HG 479/2003, norme art. 33 B c)")]
    [DataRow("1", "10.00", "MAJORARE 10% 2.01", "22.11")]
    [DataRow("2", "5.00", "REDUCERE 5% -1.01", "19.09")]
    [DataRow("3", "0.01", "MAJORARE 0.01", "20.11")]
    [DataRow("4", "20.09", "REDUCERE -20.09", "0.01")]
    public void On_the_subtotal(string kind, string value, string line, string total)
    {
        var register = Opened();
        register.Sell("20.10");
        register.Do(51, $"1\t0\t{kind}\t{value}\t");
        register.PayAndClose().HasInOrder("1 BUC X 20.10= 20.10 A", "SUBTOTAL 20.10", line, $"TOTAL LEI {total}");
    }

    [TestMethod]
    [DataRow("2", "10.00", 133.8)]
    [DataRow("2", "33.33", 445.9554)]
    [DataRow("1", "7.77", 103.9626)]
    [DataRow("4", "0.01", 1)]
    [DataRow("4", "13.37", 1337)]
    [DataRow("3", "99.99", 9999)]
    public void Is_spread_over_the_groups_and_adds_up(string kind, string value, double exact)
    {
        var register = Opened();
        decimal[] before = [10.00m, 0.05m, 3.32m, 0.01m, 0m];
        for (var i = 0; i < 4; i++) register.Sell(before[i].ToString("0.00", CultureInfo.InvariantCulture), group: i + 1);
        var fields = register.Do(51, $"0\t0\t{kind}\t{value}\t").Fields;
        var sums = fields[1..7].Select(f => decimal.Parse(f, CultureInfo.InvariantCulture)).ToArray();
        var sign = kind is "2" or "4" ? -1 : 1;
        var change = Math.Round((decimal)exact / 100, 2, MidpointRounding.AwayFromZero) * sign;
        Assert.AreEqual(13.38m + change, sums[0], "subtotal");
        Assert.AreEqual(sums[0], sums[1..].Sum(), "the groups add up to it");
        for (var i = 0; i < 5; i++)
        {
            var share = change * before[i] / 13.38m;
            Assert.IsTrue(Math.Abs(sums[i + 1] - before[i] - share) <= 0.01m && sums[i + 1] >= 0, $"group {i}: {sums[i + 1]}");
        }
    }

    [TestMethod]
    [Article("HG 479/2003, norme art. 25 (2)")]
    [Article("HG 479/2003, norme art. 29 g)")]
    [Article("HG 479/2003, norme art. 64 (5)")]
    [Article("OUG 28/1999 art. 4 (7)")]
    public void The_day_counts_them_apart()
    {
        var register = Opened();
        register.Sell("10.00", kind: "2", value: "10.00");
        register.Sell("10.00", kind: "4", value: "2.00");
        register.Sell("10.00", kind: "3", value: "0.50");
        register.Do(51, "0\t0\t2\t10.00\t");
        register.PayAndClose().Has("TOTAL LEI 24.75");
        // 1.00 + 2.00 + 10 % of 27.50, rounded.
        register.CloseDay().HasInOrder("VAL. TOTALĂ VÂNZĂRI 24.75", "REDUCERI: 3 5.75", "MAJORĂRI: 1 0.50");
    }

    [TestMethod]
    [DataRow("4", "10.01", FiscalError.NegativeTurnover)]
    [DataRow("2", "100.00", FiscalError.ValueTooLarge)]
    [DataRow("1", "100.00", FiscalError.ValueTooLarge)]
    [DataRow("3", "10000000.00", FiscalError.ValueTooLarge)]
    public void Out_of_range_is_refused_on_a_line_and_on_the_subtotal(string kind, string value, FiscalError error)
    {
        var register = Opened();
        register.Refused(error, 49, Line("10.00", kind: kind, value: value));
        register.Sell("10.00");
        register.Refused(error, 51, $"0\t0\t{kind}\t{value}\t");
        register.PayAndClose().Has("TOTAL LEI 10.00");
    }

    [TestMethod]
    [Article("HG 479/2003, norme art. 34 c)")]
    public void The_whole_value_may_be_given_away_but_a_receipt_of_zero_is_not_issued()
    {
        var register = Opened();
        register.Sell("10.00", kind: "4", value: "10.00");
        register.Refused(FiscalError.TotalZero, 53, "0\t\t");
        register.Refused(FiscalError.TotalZero, 56);
        register.Sell("2.00");
        register.PayAndClose().HasInOrder("REDUCERE -10.00 A", "TOTAL LEI 2.00");
    }

    [TestMethod]
    public void A_subtotal_given_away_whole_can_only_be_cancelled()
    {
        var register = Opened();
        register.Sell("10.00");
        register.Do(51, "1\t0\t4\t10.00\t");
        register.Refused(FiscalError.TotalZero, 53, "0\t\t");
        register.Do(60);
        register.Machine.RunToRest();
        register.LastDocument().HasInOrder("REDUCERE -10.00", "TOTAL LEI 0.00", "BON ANULAT");
    }

    [TestMethod]
    public void A_subtotal_without_adjustment_is_printed_only_when_asked()
    {
        var register = Opened();
        register.Sell("1.00");
        register.Do(51, "0\t1\t\t\t");
        register.Sell("2.00");
        register.Do(51, "1\t0\t\t\t");
        var paper = register.PayAndClose();
        paper.Has("SUBTOTAL 3.00");
        paper.HasNot("SUBTOTAL 1.00");
    }

    private static string Lei(string name, decimal lei) => name + " " + lei.ToString("0.00", CultureInfo.InvariantCulture);
}
