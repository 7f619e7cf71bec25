using Nf.Emulator.Peripherals;
using Nf.Firmware.Errors;
using Nf.Tests.Machine.Register;
using Nf.Tests.Machine.Rig;

namespace Nf.Tests.Machine.Paper;

/// <summary>What the register prints of itself: after power cuts, lost paper, lost memory, a full or a new journal.</summary>
[TestClass]
public sealed class NoticePaperTests
{
    [TestMethod]
    [EachWidth]
    public void A_receipt_that_a_power_cut_interrupted(int columns)
    {
        var register = HalfPrinted(columns, 7);
        Assert.AreEqual(FiscalError.None, register.Machine.PowerOn());
        register.Machine.RunToRest();
        GoldenPaper.Check("notice-power", register);
    }

    /// <summary>The torn part, the notice and the whole receipt, as the roll shows them.</summary>
    [TestMethod]
    [EachWidth]
    public void A_receipt_whose_paper_ended(int columns)
    {
        GoldenPaper.Check("receipt-interrupted", OutOfPaper(columns), 0);
    }

    [TestMethod]
    public void Whatever_the_width_the_notice_of_a_torn_document_is_whole()
    {
        for (var columns = 18; columns <= 64; columns++)
        {
            var lines = OutOfPaper(columns).Roll.Lines.Select(line => line.Text).ToList();
            var notice = lines[lines.FindIndex(line => line.StartsWith("DOCUMENTUL", StringComparison.Ordinal))..lines.IndexOf("")];
            Assert.AreEqual("DOCUMENTUL DE MAI SUS A FOST ÎNTRERUPT, NU ESTE VALABIL ȘI SE TIPĂREȘTE DIN NOU", string.Join(' ', notice), $"{columns} columns");
            Assert.IsLessThanOrEqualTo(columns, notice.Max(line => line.Length));
        }
    }

    [TestMethod]
    [EachWidth]
    public void A_lost_working_memory_and_the_Z_after_it(int columns)
    {
        var register = TestRegister.Fiscalised(_ => { }, columns).At(9, 15);
        register.Receipt("12.10");
        register.At(11, 30).LoseWorkingMemory();
        Assert.AreEqual(FiscalError.None, register.Machine.PowerOn());
        register.Machine.RunToRest();
        GoldenPaper.Check("notice-reset", register);
        register.At(22, 0).CloseDay();
        GoldenPaper.Check("report-z-after-reset", register);
        register.At(22, 10).Print(95, "R\t");
        GoldenPaper.Check("report-resets", register);
    }

    [TestMethod]
    [EachWidth]
    public void A_lost_working_memory_with_a_document_half_in_the_journal(int columns)
    {
        var register = TestRegister.Fiscalised(_ => { }, columns).At(9, 15);
        register.Receipt("12.10");
        register.Card.Append("Z0001.TXT", "        MAGAZIN DEMO SRL\n"u8.ToArray(), 0, 25);
        register.At(11, 30).LoseWorkingMemory();
        Assert.AreEqual(FiscalError.None, register.Machine.PowerOn());
        register.Machine.RunToRest();
        GoldenPaper.Check("notice-reset-unfinished", register);
    }

    [TestMethod]
    [EachWidth]
    public void A_journal_that_is_full_and_the_next_one(int columns)
    {
        var register = TestRegister.Fiscalised(_ => { }, columns).At(9, 15);
        register.Receipt("12.10");
        register.Card.CapacityBytes = register.Card.UsedBytes + BlockingTests.LinesLeft(500) - 1;
        register.At(21, 0).Refused(FiscalError.JournalFull, 48, "1\t0001\t1\t\t\t");
        register.Machine.RunToRest();
        GoldenPaper.Check("report-z-journal-full", register);
        register.Card.Exchange(new MemoryCard(register.Power));
        register.Card.CapacityBytes = 2L << 30;
        Assert.AreEqual(FiscalError.None, register.At(21, 10).Register.ChangeJournalMedium());
        register.Machine.RunToRest();
        GoldenPaper.Check("notice-medium", register);
        register.At(21, 20).Print(95, "M\t");
        GoldenPaper.Check("report-media", register);
    }

    private static TestRegister OutOfPaper(int columns)
    {
        var register = HalfPrinted(columns, 7);
        register.Hardware.Printer.PaperLoaded = false;
        register.Machine.Idle(TimeSpan.FromSeconds(2));
        register.Hardware.Printer.PaperLoaded = true;
        register.Machine.RunToRest();
        return register;
    }

    private static TestRegister HalfPrinted(int columns, int lines)
    {
        var register = TestRegister.Fiscalised(_ => { }, columns).At(9, 15);
        register.Open().Sell("5.50", name: "Pâine albă 300 g");
        register.Do(53, "0\t\t");
        register.Do(56);
        Assert.IsTrue(register.Machine.RunUntil(() => register.Roll.Lines.Count >= lines, 10_000_000));
        return register;
    }
}
