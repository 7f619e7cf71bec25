using Nf.Firmware.Errors;
using Nf.Firmware.FiscalMemory;
using Nf.Tests.Machine.Register;
using static Nf.Tests.Machine.Service.ServiceSteps;

namespace Nf.Tests.Machine.Service;

/// <summary>Fiscalisation by a technician over the host line (norms, art. 33 A, 42): what it needs, what it leaves.</summary>
[TestClass]
public sealed class FiscalisationTests
{
    [TestMethod]
    [Article("HG 479/2003, norme art. 33 A a)")]
    public void The_document_tells_what_the_register_was_fiscalised_with()
    {
        var register = Fresh().InService().Programmed();
        var before = register.Paper.Length;
        register.Do(72, Fiscalise);
        register.Machine.RunToRest();
        string[] expected =
        [
            "            MAGAZIN PROBA SRL",
            "  STR. LUNGĂ NR. 7, BRAȘOV, JUD. BRAȘOV",
            "             CIF: RO22334455",
            "               FISCALIZARE",
            "DATA: 16-11-2026 ORA: 09:17:10",
            "------------------------------------------",
            "SERIA FISCALĂ                   1234567890",
            "SERIA APARATULUI              DB4100000007",
            "TIP APARAT                         NF-AMEF",
            "VERSIUNE PROGRAM                     0.1.0",
            "CIF                             RO22334455",
            "PLĂTITOR TVA",
            "------------------------------------------",
            "COTA TVA A                             21%",
            "COTA TVA B                             11%",
            "COTA TVA C                              9%",
            "COTA TVA D                              0%",
            "------------------------------------------",
            "JURNAL ELECTRONIC NR                     1",
            "ACTIVAT: 16-11-2026 09:17:10",
            "               BON NEFISCAL",
        ];
        var paper = register.Paper[before..];
        CollectionAssert.AreEqual(expected, paper[..expected.Length].Select(l => l.TrimEnd()).ToArray(), string.Join('\n', paper));
        StringAssert.Contains(paper[expected.Length], "✂");
        Assert.AreEqual(0, register.Register.State.TextLength, "the journal does not hold it");
    }

    [TestMethod]
    [Article("HG 479/2003, norme art. 33 A a)")]
    [Article("HG 479/2003, norme art. 42")]
    public void The_fiscal_memory_holds_everything_and_no_change_is_used_up()
    {
        var register = Fresh().InService().Programmed();
        for (var i = 0; i < 20; i++) register.Do(43, $"W\t3\tLINIA {i}\t");
        for (var i = 0; i < 3; i++) register.Do(83, "21.00\t11.00\t5.00\t");
        Assert.AreEqual(0, register.Register.Log.UsedSlots, "programming before fiscalisation stays out of the fiscal memory");
        register.Do(43, "W\t3\t\t");
        register.Do(72, Fiscalise);
        register.Machine.RunToRest();
        var log = register.Register.Log;
        CollectionAssert.AreEqual(new[] { 1, 1, 1, 1 }, new[] { log.Count(RecordKind.Fiscalisation), log.Count(RecordKind.Header), log.Count(RecordKind.VatGroups), log.Count(RecordKind.JournalMedium) });
        CollectionAssert.AreEqual(new[] { "0", "16", "10" }, register.Do(43, "R\t").Fields[..3]);
        Assert.AreEqual(FiscalCode, register.Do(99).Fields[0]);
        Assert.AreEqual(FiscalError.None, register.Machine.PowerOn());
        Assert.AreEqual(Serial, register.Register.Identity.Fiscal.SerialNumber);
        Assert.IsTrue(register.Register.Identity.Fiscal.VatPayer);
        register.Do(149, "0\t");
        register.Receipt("1.21").HasInOrder("MAGAZIN PROBA SRL", "TOTAL TVA A - 21% 0.21", "BON FISCAL");
    }

    [TestMethod]
    [Article("HG 479/2003, norme art. 22 G b)")]
    [DataRow(43, "W\t1\tX\t")]
    [DataRow(43, "W\t")]
    [DataRow(61, "16-11-26 09:17:10\t")]
    [DataRow(83, "21.00\t")]
    [DataRow(91, Serial + "\t")]
    [DataRow(72, Fiscalise)]
    public void Before_it_everything_needs_switch_and_password(int command, string data)
    {
        var register = Fresh();
        register.Refused(FiscalError.ServiceSwitchNeeded, command, data);
        register.Do(253, "0\t1234\t");
        register.Refused(FiscalError.ServiceSwitchNeeded, command, data);
        register.Do(149, "0\t");
        register.Hardware.ServiceJumper.Closed = true;
        register.Refused(FiscalError.ServicePasswordNeeded, command, data);
        Assert.AreEqual(0, register.Register.Log.UsedSlots);
    }

    [TestMethod]
    [DataRow("123456789\tRO22334455\t1\t", -112101)]
    [DataRow("123456789X\tRO22334455\t1\t", -112101)]
    [DataRow("1234567890\tRO\t1\t", -112102)]
    [DataRow("1234567890\tRO22334455\t2\t", -112203)]
    [DataRow("1234567890\tRO22334455\t\t", -112103)]
    public void A_wrong_field_changes_nothing(string data, int error)
    {
        var register = Fresh().InService().Programmed();
        register.Refused((FiscalError)error, 72, data);
        Assert.AreEqual(0, register.Register.Log.UsedSlots);
        Assert.AreEqual(0, register.Card.Names.Count);
    }

    [TestMethod]
    public void What_is_not_programmed_is_asked_for()
    {
        var register = Fresh().InService();
        register.Refused(FiscalError.IdentityMissing, 72, Fiscalise);
        register.Do(91, Serial + "\t");
        register.Refused(FiscalError.HeaderMissing, 72, Fiscalise);
        register.Refused(FiscalError.HeaderMissing, 43, "W\t");
        register.Do(43, "W\t1\tMAGAZIN\t");
        register.Refused(FiscalError.VatRatesNotSet, 72, Fiscalise);
        register.Do(83, "21.00\t");
        register.Do(72, Fiscalise);
    }

    [TestMethod]
    public void Programming_before_it_outlives_a_restart()
    {
        var register = Fresh().InService().Programmed();
        Assert.AreEqual(FiscalError.None, register.Machine.PowerOn());
        Assert.AreEqual(Serial, register.Register.Identity.Fiscal.SerialNumber);
        register.InService();
        register.Do(72, Fiscalise);
        register.Machine.RunToRest();
        register.LastDocument().HasInOrder("MAGAZIN PROBA SRL", "SERIA APARATULUI DB4100000007", "COTA TVA C 9%");
    }

    [TestMethod]
    public void A_series_whose_check_digit_fails_is_warned_about_and_taken()
    {
        var register = Fresh().InService().Programmed();
        register.Do(72, "9234567890\tRO22334455\t0\t");
        register.Machine.RunToRest();
        register.LastDocument().HasInOrder("SERIA FISCALĂ 9234567890", "ATENȚIE: CIFRA DE CONTROL A SERIEI NU SE", "NEPLĂTITOR TVA");
        Assert.AreEqual("9234567890", register.Register.Identity.Fiscal.Series);
    }

    [TestMethod]
    [Article("HG 479/2003, norme art. 42")]
    public void It_happens_once()
    {
        var register = FiscalisedByHost();
        var mark = RegisterMark.Of(register);
        register.InService();
        register.Refused(FiscalError.AlreadyFiscalised, 72, Fiscalise);
        register.Refused(FiscalError.AlreadyFiscalised, 91, Serial + "\t");
        Assert.AreEqual(mark, RegisterMark.Of(register));
    }

    [TestMethod]
    [Article("HG 479/2003, norme art. 42")]
    [DataRow("Z0001.TXT", FiscalError.JournalNotEmpty)]
    [DataRow("POZA.JPG", FiscalError.JournalNotEmpty)]
    [DataRow("NF.TXT", FiscalError.JournalNotEmpty)]
    [DataRow("", FiscalError.JournalMissing)]
    public void A_card_that_is_not_empty_is_not_taken_and_nothing_is_decided(string file, FiscalError error)
    {
        var register = Fresh().InService().Programmed();
        if (file.Length > 0) register.Card.Append(file, "altceva\n"u8.ToArray(), 0, 8);
        else register.Card.Present = false;
        register.Refused(error, 72, Fiscalise);
        Assert.AreEqual(0, register.Register.Log.UsedSlots);
        if (file.Length > 0) register.Card.Edit(file, null);
        register.Card.Present = true;
        register.Do(72, Fiscalise);
        Assert.AreEqual(1, register.Register.Log.Count(RecordKind.JournalMedium));
    }

    [TestMethod]
    [Article("HG 479/2003, norme art. 103 (2)")]
    public void An_open_trial_does_not_end_as_a_receipt()
    {
        var register = Fresh().InService().Programmed();
        register.Do(149, "2\t");
        register.Open().Sell("1.00");
        register.Refused(FiscalError.FiscalReceiptOpen, 72, Fiscalise);
        Assert.AreEqual(FiscalError.ReceiptOpen, register.Register.Fiscalise(Nf.Emulator.Machine.DemoShop.Order()));
        register.Do(60);
        register.Machine.RunToRest();
        register.Do(38);
        register.Refused(FiscalError.NonFiscalOpen, 72, Fiscalise);
        Assert.AreEqual(FiscalError.ReceiptOpen, register.Register.Fiscalise(Nf.Emulator.Machine.DemoShop.Order()));
        Assert.AreEqual(0, register.Register.Log.UsedSlots);
    }

    [TestMethod]
    public void Without_paper_nothing_is_decided()
    {
        var register = Fresh().InService().Programmed();
        register.Hardware.Printer.PaperLoaded = false;
        register.Machine.Idle(TimeSpan.FromSeconds(1));
        register.Refused(FiscalError.PaperEnd, 72, Fiscalise);
        Assert.AreEqual(0, register.Register.Log.UsedSlots);
    }
}
