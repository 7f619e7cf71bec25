using Nf.Firmware.Errors;
using Nf.Firmware.FiscalMemory;
using Nf.Tests.Machine.Rig;
using static Nf.Tests.Machine.Register.ReceiptSteps;

namespace Nf.Tests.Machine.Register;

/// <summary>Payment in foreign currency, and cash handed out against a card (norms, art. 54 (4), 64 (5)).</summary>
[TestClass]
public sealed class ForeignCurrencyTests
{
    [TestMethod]
    [Article("HG 479/2003, norme art. 54 (4)")]
    public void Foreign_cash_is_taken_at_the_rate_and_its_change_given_in_lei()
    {
        var register = WithEuro("100");
        register.Open().Sell("99.41");
        CollectionAssert.AreEqual(new[] { "D", "49.70" }, register.Do(53, "9\t10\t").Fields);
        CollectionAssert.AreEqual(new[] { "R", "49.71" }, register.Do(53, "9\t20.00\t0\t").Fields);
        register.Close().HasInOrder("NUMERAR EUR 10.00", "CURS 4.97050 49.71 LEI", "NUMERAR EUR 20.00", "CURS 4.97050 99.41 LEI", "REST LEI 49.71");
        register.CloseDay().HasInOrder("NUMERAR VALUTĂ 99.41", "AVANS CARD ȘI REST VALUTĂ: 1 49.71", "NUMERAR ÎN SERTAR 50.29", "CURS EUR 4.97050",
            "ÎNCASĂRI EUR 30.00", "ÎN SERTAR EUR 30.00");
        Assert.IsTrue(register.Register.Log.ReadLatest(RecordKind.Closure));
        var closure = new ClosureRecord();
        closure.Load(register.Register.Log.Payload);
        Assert.AreEqual(3000, closure.Totals.Foreign.Paid);
        Assert.AreEqual(497050, closure.Totals.Foreign.Currency.Rate);
    }

    [TestMethod]
    public void Change_is_given_in_the_currency_when_the_host_says_so()
    {
        var register = WithEuro("");
        register.Open().Sell("49.70");
        CollectionAssert.AreEqual(new[] { "R", "49.71" }, register.Do(53, "9\t20\t1\t").Fields);
        register.Close().HasInOrder("NUMERAR EUR 20.00", "REST EUR 10.00");
        register.CloseDay().HasInOrder("NUMERAR VALUTĂ 49.70", "NUMERAR ÎN SERTAR 0.00", "ÎNCASĂRI EUR 10.00");
    }

    [TestMethod]
    [DataRow("0.01", "0.01", "0.05")]
    [DataRow("49.71", "10.00", "49.71")]
    [DataRow("49.72", "10.01", "49.75")]
    public void What_is_due_is_covered_by_whole_cents(string due, string euro, string lei)
    {
        var register = WithEuro("1");
        register.Open().Sell(due);
        Assert.AreEqual("R", register.Do(53, "9\t\t").Fields[0]);
        register.Close().HasInOrder($"NUMERAR EUR {euro}", $"CURS 4.97050 {lei} LEI");
    }

    [TestMethod]
    public void Change_in_lei_must_be_in_the_drawer()
    {
        var register = WithEuro("49.70");
        register.Open().Sell("49.70");
        register.Refused(FiscalError.NotEnoughCash, 53, "9\t20\t0\t");
        register.Do(53, "9\t19.99\t0\t");
        register.Close().HasInOrder("CURS 4.97050 99.36 LEI", "REST LEI 49.66");
        register.CloseDay().Has("NUMERAR ÎN SERTAR 0.04");
    }

    [TestMethod]
    [Article("HG 479/2003, norme art. 54 (4)")]
    public void Without_a_currency_none_is_taken_and_it_is_set_with_a_closed_day_only()
    {
        var register = Opened();
        register.Sell("1");
        register.Refused(FiscalError.ForeignNotSet, 53, "9\t1\t0\t");
        register.Refused(FiscalErrors.Value(1), 53, "10\t1\t");
        Assert.AreEqual(FiscalError.ReceiptOpen, register.Register.SetForeignCurrency("EUR", 497050));
        register.PayAndClose();
        Assert.AreEqual(FiscalError.ZReportNeeded, register.Register.SetForeignCurrency("EUR", 497050));
        register.CloseDay();
        foreach (var (code, rate) in new[] { ("EU", 497050L), ("eur", 497050L), ("EUR", 0L), ("EUR", 1000000000L), ("", 5L) })
            Assert.AreEqual(FiscalError.ValueWrong, register.Register.SetForeignCurrency(code, rate), $"{code} {rate}");
        Assert.AreEqual(FiscalError.None, register.Register.SetForeignCurrency("EUR", 497050));
        Assert.AreEqual(FiscalError.None, register.Machine.PowerOn());
        register.Open().Sell("4.97");
        register.Do(53, "9\t1\t1\t");
        register.Close().Has("NUMERAR EUR 1.00");
    }

    [TestMethod]
    public void Service_sums_in_foreign_currency_are_kept_apart()
    {
        var register = WithEuro("");
        CollectionAssert.AreEqual(new[] { "50.00", "50.00", "0.00" }, register.Do(70, "2\t50\t").Fields);
        register.Machine.RunToRest();
        register.LastDocument().HasInOrder("SUMĂ DE SERVICIU INTRODUSĂ EUR 50.00", "ÎN SERTAR EUR 50.00", "BON NEFISCAL");
        register.Refused(FiscalError.NotEnoughCash, 70, "3\t50.01\t");
        CollectionAssert.AreEqual(new[] { "20.00", "50.00", "30.00" }, register.Do(70, "3\t30\t").Fields);
        register.Machine.RunToRest();
        CollectionAssert.AreEqual(new[] { "0.00", "0.00", "0.00" }, register.Do(70, "0\t0\t").Fields);
        CollectionAssert.AreEqual(new[] { "20.00", "50.00", "30.00" }, register.Do(70, "2\t\t").Fields);
        register.CloseDay().HasInOrder("SUME SERVICIU INTRODUSE EUR 50.00", "SUME SERVICIU EXTRASE EUR 30.00", "ÎN SERTAR EUR 20.00");
    }

    [TestMethod]
    [Article("HG 479/2003, norme art. 64 (5)")]
    public void A_card_may_be_charged_with_more_than_is_due_if_the_drawer_has_the_cash()
    {
        var register = WithEuro("199.99");
        register.Open().Sell("1000");
        register.Do(53, "1\t200\t");
        register.Refused(FiscalError.SumAbove, 53, "1\t1000\t");
        register.Refused(FiscalError.NotEnoughCash, 53, "7\t1000\t");
        CollectionAssert.AreEqual(new[] { "R", "199.99" }, register.Do(53, "7\t999.99\t").Fields);
        register.Close().HasInOrder("CARD 200.00", "CARD 999.99", "AVANS NUMERAR LEI 199.99");
        register.CloseDay().HasInOrder("CARD 1000.00", "AVANS CARD ȘI REST VALUTĂ: 1 199.99", "NUMERAR ÎN SERTAR 0.00");
    }

    // A register that takes euro, with some lei in its drawer.
    private static TestRegister WithEuro(string drawer)
    {
        var register = TestRegister.Fiscalised();
        Assert.AreEqual(FiscalError.None, register.Register.SetForeignCurrency("EUR", 497050));
        if (drawer.Length > 0) register.Do(70, $"0\t{drawer}\t");
        register.Machine.RunToRest();
        return register;
    }
}
