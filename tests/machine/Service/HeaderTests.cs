using Nf.Firmware.Errors;
using Nf.Firmware.FiscalMemory;
using Nf.Tests.Machine.Register;
using static Nf.Tests.Machine.Service.ServiceSteps;

namespace Nf.Tests.Machine.Service;

/// <summary>Header and VAT rates after fiscalisation (norms, art. 34 d), 46, 62 (5)).</summary>
[TestClass]
public sealed class HeaderTests
{
    [TestMethod]
    [Article("HG 479/2003, norme art. 46 (2)")]
    public void The_header_changes_at_most_16_times()
    {
        var register = FiscalisedByHost().InService();
        for (var i = 1; i <= Changes; i++)
        {
            register.Do(43, $"W\t2\tSTR. NOUĂ NR. {i}\t");
            register.Do(43, "W\t");
            Assert.AreEqual($"{i}", register.Do(43, "R\t").Fields[0]);
        }

        register.Do(43, "W\t2\tSTR. A ȘAPTESPREZECEA\t");
        register.Refused(FiscalError.HeaderChangesUsed, 43, "W\t");
        Assert.AreEqual(1 + Changes, register.Register.Log.Count(RecordKind.Header));
        Assert.AreEqual(FiscalError.None, register.Machine.PowerOn());
        register.Receipt().HasInOrder("MAGAZIN PROBA SRL", "STR. NOUĂ NR. 16", "CIF: RO22334455");
        var first = register.Do(43, "R\t2\t0\t").Fields;
        StringAssert.StartsWith(first[0], "STR. LUNG");
        CollectionAssert.AreEqual(new[] { "0", "STR. NOU", "0" }, new[] { first[1], register.Do(43, "R\t2\t1\t").Fields[0][..8], register.Do(43, "R\t2\t16\t").Fields[1] });
    }

    [TestMethod]
    public void A_line_counts_with_the_others_only_and_the_same_header_is_no_change()
    {
        var register = FiscalisedByHost().InService();
        register.Do(43, "W\t1\tALT NUME SRL\t");
        Assert.AreEqual("MAGAZIN PROBA SRL", System.Text.Encoding.ASCII.GetString(register.Register.Identity.Header.Line(0)), "a draft is not in use");
        register.Do(43, "W\t1\tMAGAZIN PROBA SRL\t");
        register.Do(43, "W\t");
        Assert.AreEqual("0", register.Do(43, "R\t").Fields[0]);
    }

    [TestMethod]
    [Article("HG 479/2003, norme art. 33 A b)")]
    public void It_needs_the_technician_and_a_closed_day()
    {
        var register = FiscalisedByHost();
        register.Refused(FiscalError.ServiceSwitchNeeded, 43, "W\t1\tALT NUME SRL\t");
        register.Receipt();
        register.InService().Do(43, "W\t1\tALT NUME SRL\t");
        register.Refused(FiscalError.ZReportNeeded, 43, "W\t");
        register.CloseDay().Has("MAGAZIN PROBA SRL");
        register.Do(43, "W\t");
        register.Do(149, "0\t");
        register.Receipt().Has("ALT NUME SRL");
    }

    [TestMethod]
    public void A_header_that_no_record_holds_is_refused()
    {
        var register = FiscalisedByHost().InService();
        for (var i = 1; i <= 10; i++) register.Do(43, $"W\t{i}\t{new string('X', 48)}\t");
        register.Refused(FiscalError.HeaderTooLong, 43, "W\t");
        register.Refused(FiscalErrors.Value(3), 43, $"W\t1\t{new string('X', 49)}\t");
        register.Refused(FiscalErrors.Value(2), 43, "W\t11\tX\t");
        register.Do(43, "W\t10\t\t");
        register.Do(43, "W\t9\t\t");
        register.Do(43, "W\t");
        var fresh = Fresh().InService();
        for (var i = 1; i <= 8; i++) fresh.Do(43, $"W\t{i}\t{new string('X', 48)}\t");
        fresh.Do(43, $"W\t9\t{new string('X', 40)}\t");
        fresh.Refused(FiscalError.HeaderTooLong, 43, $"W\t10\t{new string('X', 48)}\t");
        Assert.AreEqual(9, fresh.Register.Identity.Header.Count);
    }

    [TestMethod]
    [Article("HG 479/2003, norme art. 33 A c)")]
    [Article("HG 479/2003, norme art. 34 d)")]
    public void Rates_change_with_a_closed_day_and_the_answer_counts_them()
    {
        var register = FiscalisedByHost();
        var left = int.Parse(register.Do(83, "22.00\t").Fields[0], System.Globalization.CultureInfo.InvariantCulture);
        Assert.IsTrue(left >= 29, "30 changes at least (norms, art. 46 (1) a))");
        Assert.AreEqual($"{left - 1}", register.Do(83, "23.00\t\t\t100.02\t").Fields[0]);
        CollectionAssert.AreEqual(new[] { "23.00", "11.00", "9.00", "100.02", "100.02" }, register.Do(50).Fields[1..6]);
        register.Receipt("1.23").Has("TOTAL TVA A - 23% 0.23");
        register.Refused(FiscalError.ZReportNeeded, 83, "24.00\t");
        register.Open();
        register.Refused(FiscalError.FiscalReceiptOpen, 83, "24.00\t");
        register.Do(60);
        register.CloseDay();
        register.Refused(FiscalErrors.Value(1), 83, "100.00\t");
        register.Refused(FiscalErrors.Syntax(2), 83, "21.00\tx\t");
        register.Refused(FiscalError.VatRatesNotSet, 83, "100.02\t100.02\t100.02\t100.02\t100.02\t");
        register.Do(83, "24.00\t");
    }

    [TestMethod]
    [Article("HG 479/2003, norme art. 46 (1) a)")]
    public void Thirty_changes_of_rates_fit()
    {
        var register = FiscalisedByHost();
        for (var i = 1; i <= 30; i++) Assert.AreEqual($"{30 - i}", register.Do(83, $"{10 + i}.00\t").Fields[0]);
        register.Refused(FiscalError.VatChangesUsed, 83, "21.00\t");
        Assert.AreEqual(31, register.Register.Log.Count(RecordKind.VatGroups));
        Assert.AreEqual(FiscalError.None, register.Machine.PowerOn());
        register.Receipt("1.40").Has("TOTAL TVA A - 40% 0.40");
    }

    private const int Changes = 16;
}
