using Nf.Firmware.Errors;
using Nf.Tests.Machine.Register;
using static Nf.Tests.Machine.Service.ServiceSteps;

namespace Nf.Tests.Machine.Service;

/// <summary>Trials before fiscalisation (norms, art. 103 (2)): marked, and without a trace in the stores.</summary>
[TestClass]
public sealed class TrialTests
{
    [TestMethod]
    public void Before_fiscalisation_nothing_is_sold_outside_the_trial_mode()
    {
        var register = Fresh();
        register.Refused(FiscalError.NotFiscalised, 48, "1\t0001\t1\t\t\t");
        register.Refused(FiscalError.NotFiscalised, 69, "X\t");
        Assert.AreEqual("6", register.Do(149, "\t").Fields[0]);
    }

    [TestMethod]
    [Article("HG 479/2003, norme art. 103 (2)")]
    public void A_trial_receipt_is_marked_and_is_no_receipt()
    {
        var register = Fresh().InService().Programmed();
        Assert.AreEqual("2", register.Do(149, "2\t").Fields[0]);
        register.Open().Sell("1.21");
        string[] expected =
        [
            "MAGAZIN PROBA SRL",
            "STR. LUNGĂ NR. 7, BRAȘOV, JUD. BRAȘOV",
            "probă",
            "DATA: 16-11-2026 ORA: #",
            "Z:0001 BF:0001",
            "CASIER: 01",
            "------------------------------------------",
            "Articol",
            "1 BUC X 1.21= 1.21 A",
            "------------------------------------------",
            "TOTAL LEI 1.21",
            "TOTAL TVA A - 21% 0.21",
            "TOTAL TVA BON 0.21",
            "NUMERAR LEI 1.21",
            "NR. POZ. ART. ÎN BON: 1",
            "probă",
        ];
        var paper = register.PayAndClose().Select(l => l.StartsWith("DATA", StringComparison.Ordinal) ? l[..22] + "#" : l).ToArray();
        CollectionAssert.AreEqual(expected, paper, string.Join('\n', paper));
        paper.HasNot("BON FISCAL");
        paper.HasNot("ID BF");
    }

    [TestMethod]
    [Article("HG 479/2003, norme art. 103 (2)")]
    public void Trials_leave_journal_fiscal_memory_and_the_first_day_untouched()
    {
        var register = Fresh().InService().Programmed();
        register.Do(149, "2\t");
        register.Receipt("1.21");
        register.Do(70, "0\t5.00\t");
        register.Machine.RunToRest();
        register.LastDocument().Has("probă");
        register.Do(69, "X\t");
        register.Machine.RunToRest();
        register.LastDocument().HasInOrder("probă", "VAL. TOTALĂ VÂNZĂRI 1.21");
        register.CloseDay().HasInOrder("probă", "Z NR: 0001", "VAL. TOTALĂ VÂNZĂRI 1.21", "probă");
        register.Receipt("2.42").Has("Z:0002 BF:0001");
        Assert.AreEqual(FiscalError.None, register.Machine.PowerOn());
        Assert.AreEqual(0, register.Register.Log.UsedSlots);
        Assert.AreEqual(0, register.Card.Names.Count);
        register.InService();
        register.Do(72, Fiscalise);
        register.Machine.RunToRest();
        register.Do(149, "0\t");
        register.Receipt("1.00").Has("Z:0001 BF:0001");
        register.CloseDay().HasInOrder("Z NR: 0001", "NUMĂR BONURI FISCALE 1", "VAL. TOTALĂ VÂNZĂRI 1.00", "NUMERAR ÎN SERTAR 1.00");
        Assert.AreEqual(-1, register.Journal(1).IndexOf("probă", StringComparison.Ordinal));
    }

    [TestMethod]
    public void After_fiscalisation_there_is_none()
    {
        var register = FiscalisedByHost();
        register.Refused(FiscalError.TrialOver, 149, "2\t");
        register.Refused(FiscalError.TrialOver, 149, "3\t");
        register.Refused(FiscalErrors.Value(1), 149, "1\t");
        Fresh().Refused(FiscalErrors.Value(1), 149, "3\t");
    }

    [TestMethod]
    [Article("HG 479/2003, norme art. 103 (2)")]
    public void Trials_leave_no_counter_and_no_key_of_a_host()
    {
        var register = Fresh().InService().Programmed();
        register.Do(107, "P\t1\tA\t1\t1\t1\t1.00\t\t\t\t\t\t\tLapte\t0\t");
        register.Do(149, "2\t");
        register.Do(48, "1\t0001\t1\t\t\t\tK1\t");
        register.Do(58, "1\t2.000\t1.00\t\t\t");
        register.PayAndClose().Has("probă");
        Assert.AreEqual("0", register.Do(112, "1\t").Fields[0]);
        register.InService().Do(72, Fiscalise);
        register.Machine.RunToRest();
        register.Do(149, "0\t");
        Assert.AreEqual("0", register.Do(112, "1\t").Fields[0]);
        register.Do(48, "1\t0001\t1\t\t\t\tK1\t");
        register.Do(58, "1\t1.000\t1.00\t\t\t");
        register.PayAndClose().Has("BON FISCAL");
        Assert.AreEqual("1", register.Do(112, "1\t").Fields[0]);
    }

    [TestMethod]
    public void The_clock_may_go_back_after_a_trial()
    {
        var register = Fresh().InService().Programmed();
        register.Do(149, "2\t");
        register.Receipt();
        register.InService().Do(61, "15-11-26 08:00:00\t");
        register.Do(72, Fiscalise);
        register.Machine.RunToRest();
        register.Do(149, "0\t");
        register.Receipt();
    }
}
