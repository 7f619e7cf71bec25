using Nf.Emulator.Machine;
using Nf.Emulator.Peripherals;
using Nf.Firmware.Errors;
using Nf.Firmware.FiscalMemory;
using Nf.Firmware.Journal;
using Nf.Hal.Drivers;
using Nf.Tests.Machine.Rig;

namespace Nf.Tests.Machine.Register;

/// <summary>The journal goes on with another medium, and closes its day when it is full (norms, art. 33 A h), 46 (1) e), 63 (7) e), f)).</summary>
[TestClass]
public sealed class MediumChangeTests
{
    [TestMethod]
    [Article("HG 479/2003, norme art. 33 A h)")]
    [Article("HG 479/2003, norme art. 63 (7) f)")]
    public void A_new_card_takes_the_journal_on_and_is_recorded()
    {
        var register = TestRegister.Fiscalised();
        register.Receipt("1.00");
        Assert.AreEqual(FiscalError.ZReportNeeded, register.Register.ChangeJournalMedium());
        register.CloseDay().Has("JURNAL ELECTRONIC NR: 01");
        var first = new MemoryCard(register.Power);
        register.Card.Exchange(first);
        register.Refused(FiscalError.JournalBlank, 48, "1\t0001\t1\t\t\t");
        Assert.AreEqual(FiscalError.None, register.Register.ChangeJournalMedium());
        register.Machine.RunToRest();
        register.LastDocument().HasInOrder("INIȚIALIZARE JURNAL ELECTRONIC", "JURNAL ELECTRONIC NR: 02", "BON NEFISCAL");
        Assert.AreEqual(2, register.Register.Log.Count(RecordKind.JournalMedium));
        CollectionAssert.AreEqual(new[] { "NF.TXT" }, register.Card.Names.ToArray(), "the document stands in no journal");
        register.Receipt("2.00");
        register.CloseDay().HasInOrder("Z NR: 0002", "JURNAL ELECTRONIC NR: 02");
        register.Card.Exchange(first);
        register.Refused(FiscalError.JournalEarlier, 48, "1\t0001\t1\t\t\t");
        BlockingTests.Shows(register, FiscalError.JournalEarlier);
        Assert.AreEqual(FiscalError.JournalNotEmpty, register.Register.ChangeJournalMedium());
        register.Card.Exchange(first);
        register.Receipt("3.00");
    }

    [TestMethod]
    [DataRow("file", FiscalError.JournalNotEmpty)]
    [DataRow("label of another register", FiscalError.JournalNotEmpty)]
    [DataRow("full", FiscalError.JournalFull)]
    [DataRow("locked", FiscalError.JournalWriteFailed)]
    [DataRow("none", FiscalError.JournalMissing)]
    public void A_card_that_is_no_empty_one_is_refused_and_recorded_nowhere(string what, FiscalError error)
    {
        var register = TestRegister.Fiscalised();
        var first = new MemoryCard(register.Power);
        register.Card.Exchange(first);
        if (what == "file") register.Card.Append("PHOTO.JPG", [1], 0, 1);
        if (what == "label of another register") register.Card.Append("NF.TXT", "NF JURNAL ELECTRONIC\nSERIA 9876543210\nNR 2\n"u8.ToArray(), 0, 43);
        if (what == "full") register.Card.CapacityBytes = 100_000;
        if (what == "locked") register.Card.WriteProtected = true;
        if (what == "none") register.Card.Present = false;
        Assert.AreEqual(error, register.Register.ChangeJournalMedium());
        Assert.AreEqual(1, register.Register.Log.Count(RecordKind.JournalMedium));
        register.Card.WriteProtected = false;
        register.Card.Present = true;
        register.Card.CapacityBytes = 2L << 30;
        register.Card.Exchange(first);
        register.Receipt("1.00").Has("TOTAL LEI 1.00");
    }

    [TestMethod]
    [Article("HG 479/2003, norme art. 46 (1) e)")]
    public void Ninety_nine_media_and_no_more()
    {
        var register = TestRegister.Fiscalised();
        for (var number = 2; number <= 99; number++)
        {
            register.Card.Exchange(new MemoryCard(register.Power));
            Assert.AreEqual(FiscalError.None, register.Register.ChangeJournalMedium(), $"medium {number}");
            register.Machine.RunToRest();
        }

        register.Card.Exchange(new MemoryCard(register.Power));
        Assert.AreEqual(FiscalError.JournalMediaExhausted, register.Register.ChangeJournalMedium());
    }

    [TestMethod]
    public void A_power_cut_at_any_write_leaves_the_old_medium_or_the_new_one()
    {
        for (var write = 0; ; write++)
        {
            var register = TestRegister.Fiscalised();
            register.Receipt("1.00");
            register.CloseDay();
            register.Card.Exchange(new MemoryCard(register.Power));
            var cut = register.Power.Writes + write;
            register.Power.CutAt(cut, write * 7 % 70);
            if (!Interrupted(register)) return;
            Assert.AreEqual(FiscalError.None, register.Machine.PowerOn(), $"write {write}");
            if (register.Register.Log.Count(RecordKind.JournalMedium) == 1) Assert.AreEqual(FiscalError.None, register.Register.ChangeJournalMedium(), $"write {write}");
            register.Machine.RunToRest();
            Assert.AreEqual(2, register.Register.Log.Count(RecordKind.JournalMedium), $"write {write}");
            register.Receipt("2.00");
            register.CloseDay().HasInOrder("Z NR: 0002", "VAL. TOTALĂ VÂNZĂRI 2.00", "JURNAL ELECTRONIC NR: 02");
            Assert.AreEqual(0, register.Hardware.FiscalMemory.Violations.Count);
        }
    }

    [TestMethod]
    [Article("HG 479/2003, norme art. 63 (7) e)")]
    public void The_command_that_opens_a_receipt_closes_the_day_when_500_lines_are_left()
    {
        var register = TestRegister.Fiscalised();
        register.Receipt("1.00");
        register.Card.CapacityBytes = register.Card.UsedBytes + BlockingTests.LinesLeft(500);
        register.Receipt("2.00");
        register.Card.CapacityBytes = register.Card.UsedBytes + BlockingTests.LinesLeft(500) - 1;
        register.Refused(FiscalError.JournalFull, 48, "1\t0001\t1\t\t\t");
        register.Machine.RunToRest();
        register.LastDocument().HasInOrder("Z NR: 0001", "VAL. TOTALĂ VÂNZĂRI 3.00", "Jurnal electronic plin", "[SHA-256]");
        ClosureTests.Hash(register, 1);
        register.Refused(FiscalError.JournalFull, 48, "1\t0001\t1\t\t\t");
        register.Machine.RunToRest();
        Assert.AreEqual(1, register.Register.Log.Count(RecordKind.Closure), "one Z, not one for each attempt");
        register.Card.Exchange(new MemoryCard(register.Power));
        register.Card.CapacityBytes = 2L << 30;
        Assert.AreEqual(FiscalError.None, register.Register.ChangeJournalMedium());
        register.Machine.RunToRest();
        register.Receipt("4.00");
    }

    [TestMethod]
    [Article("HG 479/2003, norme art. 33 C a), avertizări")]
    public void The_Z_tells_the_lines_left_below_half_a_percent()
    {
        var register = TestRegister.Fiscalised();
        const long Capacity = 200L << 20;
        register.Card.CapacityBytes = Capacity;
        Fill(register, Capacity / 200 + BlockingTests.LinesLeft(0) + 65_536);
        Assert.AreEqual(0, register.CloseDay().Count(l => l.StartsWith("LINII LIBERE", StringComparison.Ordinal)));
        Fill(register, Capacity / 200 + BlockingTests.LinesLeft(0) - 65_536);
        Assert.AreEqual(1, register.CloseDay().Count(l => l.StartsWith("LINII LIBERE ÎN JURNAL", StringComparison.Ordinal)));
    }

    [TestMethod]
    [DataRow("", FiscalError.None)]
    [DataRow("text", FiscalError.JournalDamaged)]
    [DataRow("hash", FiscalError.JournalDamaged)]
    [DataRow("longer", FiscalError.JournalDamaged)]
    public void A_day_is_verified_against_the_fiscal_memory(string change, FiscalError error)
    {
        var register = TestRegister.Fiscalised();
        register.Receipt("1.00");
        register.CloseDay();
        register.Receipt("2.00");
        if (change == "text") register.Card.Tamper("Z0001.TXT", 200);
        if (change == "hash") register.Card.Tamper("Z0001.TXT", register.Card.Length("Z0001.TXT") - 5);
        if (change == "longer") register.Card.Append("Z0001.TXT", [10], 0, 1);
        Assert.AreEqual(error, Verify(register, 1));
        Assert.AreEqual(FiscalError.None, Verify(register, 2), "the open day");
        Assert.AreEqual(FiscalError.JournalDayAbsent, Verify(register, 3));
        register.Card.Tamper("Z0002.TXT", 200);
        Assert.AreEqual(FiscalError.JournalDamaged, Verify(register, 2), "the open day, changed");
    }

    private static bool Interrupted(TestRegister register)
    {
        try
        {
            Assert.AreEqual(FiscalError.None, register.Register.ChangeJournalMedium());
            register.Power.CutAt(-1, 0);
            return false;
        }
        catch (PowerCutException)
        {
            return true;
        }
    }

    private static void Fill(TestRegister register, long free)
    {
        register.Receipt("1.00");
        var filler = new byte[1 << 20];
        for (var left = register.Card.FreeBytes - free; left > 0; left -= filler.Length)
            register.Card.Append("FILLER.BIN", filler, 0, (int)Math.Min(left, filler.Length));
    }

    private static FiscalError Verify(TestRegister register, int day)
    {
        var verifier = new JournalVerifier(new CardJournal(register.Card), register.Register.Log, register.Register.State);
        var error = verifier.Begin(day);
        while (error == FiscalError.None && !verifier.IsDone) error = verifier.Turn();
        return error;
    }
}
