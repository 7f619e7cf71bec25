using Nf.Firmware.Errors;
using Nf.Hal.Drivers;
using Nf.Tests.Machine.Rig;

namespace Nf.Tests.Machine.Register;

/// <summary>What stops the register (norms, art. 34 k), l), 38): the error, the display, what still goes, and that mending it is enough.</summary>
[TestClass]
public sealed class BlockingTests
{
    private static readonly Dictionary<string, Fault> Faults = new()
    {
        ["paper end"] = new(FiscalError.PaperEnd, r => r.Hardware.Printer.PaperLoaded = false, r => r.Hardware.Printer.PaperLoaded = true, (2, 0x01), (0, 0x20)),
        ["cover"] = new(FiscalError.CoverOpen, r => r.Hardware.Printer.CoverOpen = true, r => r.Hardware.Printer.CoverOpen = false, (0, 0x40)),
        ["cutter"] = new(FiscalError.PrinterMechanism, r => r.Hardware.Printer.CutterJammed = true, r => r.Hardware.Printer.CutterJammed = false, (0, 0x30)),
        ["feed button"] = new(FiscalError.PrinterOffline, r => r.Hardware.Printer.FeedButtonHeld = true, r => r.Hardware.Printer.FeedButtonHeld = false),
        ["printer off"] = new(FiscalError.PrinterNotConnected, r => r.Hardware.Printer.Powered = false, r => r.Hardware.Printer.Powered = true, (0, 0x30)),
        ["printer wire"] = new(FiscalError.PrinterNotConnected, r => r.Hardware.PrinterWire.Connected = false, r => r.Hardware.PrinterWire.Connected = true, (0, 0x30)),
        ["fiscal memory"] = new(FiscalError.FiscalMemoryMissing, r => r.Hardware.FiscalMemory.Connected = false, r => r.Hardware.FiscalMemory.Connected = true, (4, 0x40)),
        ["working memory"] = new(FiscalError.WorkingMemoryFailed, r => r.Hardware.WorkingMemory.Connected = false, r => r.Hardware.WorkingMemory.Connected = true),
        ["card out"] = new(FiscalError.JournalMissing, r => r.Card.Present = false, r => r.Card.Present = true, (2, 0x14)),
        ["clock wire"] = new(FiscalError.ClockWrong, r => r.Hardware.Clock.Connected = false, r => r.Hardware.Clock.Connected = true, (0, 0x04)),
        ["clock stopped"] = new(FiscalError.ClockLost, r => r.Hardware.Clock.BatteryDead = true, SetClock, (0, 0x04)),
        ["clock back"] = new(FiscalError.ClockBeforeLastRecord, r => r.Civil.Set(r.Civil.Now.AddHours(-1)), r => r.Civil.Set(r.Civil.Now.AddHours(1)), (0, 0x04)),
    };

    public static IEnumerable<object[]> Names => Faults.Keys.Select(name => new object[] { name });

    [TestMethod]
    [Article("HG 479/2003, norme art. 22 H a)")]
    [Article("HG 479/2003, norme art. 22 H b)")]
    [Article("HG 479/2003, norme art. 22 H c)")]
    [Article("HG 479/2003, norme art. 32 (1) b)")]
    [Article("HG 479/2003, norme art. 34 b)")]
    [Article("HG 479/2003, norme art. 34 k)")]
    [Article("HG 479/2003, norme art. 38 (1) a)")]
    [Article("HG 479/2003, norme art. 38 (1) b)")]
    [Article("HG 479/2003, norme art. 38 (1) c)")]
    [Article("OUG 28/1999 art. 3 (3) e)")]
    [DynamicData(nameof(Names))]
    public void No_receipt_no_report_no_service_sum_until_it_is_mended(string name)
    {
        var fault = Faults[name];
        var register = TestRegister.Fiscalised();
        register.Receipt("1.00");
        var mark = RegisterMark.Of(register);
        Pass(register, fault.Break);
        register.Refused(fault.Error, 48, "1\t0001\t1\t\t\t");
        register.Refused(fault.Error, 69, "Z\t");
        if (name != "card out") register.Refused(fault.Error, 69, "X\t");
        register.Refused(fault.Error, 70, "0\t1.00\t");
        Assert.AreEqual(fault.Error, register.Register.BlockedBy);
        HasBits(register, fault.Bits);
        Pass(register, fault.Mend);
        Assert.AreEqual(mark, RegisterMark.Of(register), "nothing was changed");
        Assert.AreEqual("80-80-80-80-86-9A-80-80", Status(register));
        register.Receipt("2.00").Has("TOTAL LEI 2.00");
        register.CloseDay().Has("VAL. TOTALĂ VÂNZĂRI 3.00");
    }

    [TestMethod]
    public void A_report_that_writes_nothing_is_printed_without_a_card()
    {
        var register = TestRegister.Fiscalised();
        register.Receipt("1.00");
        register.Card.Present = false;
        register.Do(69, "X\t");
        register.Machine.RunToRest();
        register.LastDocument().Has("VAL. TOTALĂ VÂNZĂRI 1.00");
    }

    [TestMethod]
    [Article("HG 479/2003, norme art. 34 b)")]
    [Article("HG 479/2003, norme art. 34 k)")]
    [Article("HG 479/2003, norme art. 38 (1) a)")]
    [Article("HG 479/2003, norme art. 38 (1) b)")]
    [Article("HG 479/2003, norme art. 38 (1) c)")]
    [DynamicData(nameof(Names))]
    public void A_paid_receipt_is_not_issued_until_it_is_mended(string name)
    {
        var fault = Faults[name];
        var register = TestRegister.Fiscalised();
        register.Receipt("1.00");
        register.Open().Sell("2.00");
        register.Do(53, "0\t\t");
        var mark = RegisterMark.Of(register);
        Pass(register, fault.Break);
        register.Refused(fault.Error, 56);
        Pass(register, fault.Mend);
        Assert.AreEqual(mark, RegisterMark.Of(register), "nothing was changed");
        register.Close().Has("TOTAL LEI 2.00");
        register.CloseDay().Has("VAL. TOTALĂ VÂNZĂRI 3.00");
    }

    [TestMethod]
    [Article("HG 479/2003, norme art. 34 l)")]
    public void A_receipt_left_open_past_24_hours_can_only_be_given_up()
    {
        var register = TestRegister.Fiscalised();
        register.Receipt("1.00");
        register.Open().Sell("2.00");
        register.Do(53, "0\t\t");
        register.Civil.Jump(TimeSpan.FromHours(24));
        register.Refused(FiscalError.DayTooLong, 56);
        register.Do(60);
        register.Machine.RunToRest();
        register.LastDocument().Has("BON ANULAT");
        register.CloseDay().Has("VAL. TOTALĂ VÂNZĂRI 1.00");
        register.Receipt("1.00");
    }

    [TestMethod]
    [DynamicData(nameof(Names))]
    public void The_display_says_what_is_wrong_and_what_to_do(string name)
    {
        var fault = Faults[name];
        var register = TestRegister.Fiscalised();
        register.Receipt("1.00");
        Pass(register, fault.Break);
        Shows(register, fault.Error);
        Pass(register, fault.Mend);
        Assert.AreEqual("BUN VENIT", register.Hardware.Display.Lower.Trim());
    }

    [TestMethod]
    [Article("HG 479/2003, norme art. 29 d)")]
    public void What_only_asks_goes_on_whatever_is_broken()
    {
        var register = TestRegister.Fiscalised();
        register.Receipt("1.00");
        foreach (var fault in Faults.Values.Where(f => f.Error is not (FiscalError.ClockLost or FiscalError.ClockWrong))) Pass(register, fault.Break);
        register.Do(74);
        register.Do(62);
        register.Do(50);
        register.Do(90);
        register.Do(70, "0\t0\t");
    }

    [TestMethod]
    [Article("HG 479/2003, norme art. 34 l)")]
    public void Twenty_four_hours_after_the_first_receipt_only_a_Z_is_left()
    {
        var register = TestRegister.Fiscalised();
        register.Receipt("1.00");
        var first = register.Civil.Now;
        register.Civil.Jump(TimeSpan.FromHours(24) - TimeSpan.FromMinutes(1));
        register.Receipt("1.00");
        register.Civil.Set(first.AddHours(24));
        register.Refused(FiscalError.DayTooLong, 48, "1\t0001\t1\t\t\t");
        register.Refused(FiscalError.DayTooLong, 70, "0\t1.00\t");
        HasBits(register, (1, 0x04));
        Pass(register, _ => { });
        Shows(register, FiscalError.DayTooLong);
        register.Do(69, "X\t");
        register.CloseDay().Has("VAL. TOTALĂ VÂNZĂRI 2.00");
        Assert.AreEqual("80-80-80-80-86-9A-80-80", Status(register));
        register.Receipt("1.00");
    }

    [TestMethod]
    [Article("HG 479/2003, norme art. 38 (1) d)")]
    public void A_full_card_leaves_room_for_the_Z()
    {
        var register = TestRegister.Fiscalised();
        register.Receipt("1.00");
        register.Card.CapacityBytes = register.Card.UsedBytes + LinesLeft(500) - 1;
        register.Refused(FiscalError.JournalFull, 70, "0\t1.00\t");
        HasBits(register, (2, 0x14));
        Pass(register, _ => { });
        Shows(register, FiscalError.JournalFull);
        register.CloseDay().Has("Jurnal electronic plin");
        register.Refused(FiscalError.JournalFull, 48, "1\t0001\t1\t\t\t");
        register.Card.CapacityBytes = register.Card.UsedBytes + 16 * 1024 - 1;
        register.Refused(FiscalError.JournalFull, 69, "Z\t");
        register.Card.CapacityBytes = register.Card.UsedBytes + 512 * 1024;
        register.Receipt("1.00");
        HasBits(register, (2, 0x10));
    }

    [TestMethod]
    [Article("HG 479/2003, norme art. 25 (2^1)")]
    [Article("HG 479/2003, norme art. 38 (1) e)")]
    public void A_write_protected_card_holds_the_receipt_until_it_can_be_written()
    {
        var register = TestRegister.Fiscalised();
        register.Receipt("1.00");
        var before = register.Journal(1);
        register.Open().Sell("2.00");
        register.Do(53, "0\t\t");
        register.Card.WriteProtected = true;
        register.Do(56);
        Pass(register, _ => { });
        register.Refused(FiscalError.JournalWriteFailed, 48, "1\t0001\t1\t\t\t");
        Shows(register, FiscalError.JournalWriteFailed);
        Assert.AreEqual(before, register.Journal(1));
        Pass(register, r => r.Card.WriteProtected = false);
        register.LastDocument().Has("TOTAL LEI 2.00");
        register.CloseDay().Has("VAL. TOTALĂ VÂNZĂRI 3.00");
        ClosureTests.Hash(register, 1);
    }

    [TestMethod]
    [Article("HG 479/2003, norme art. 38 (1) f)")]
    public void A_day_whose_file_is_not_closed_after_its_Z_keeps_the_next_one_from_beginning()
    {
        var register = TestRegister.Fiscalised();
        register.Receipt("1.00");
        register.Card.WriteProtected = true;
        register.Do(69, "Z\t");
        Pass(register, _ => { });
        Assert.AreEqual(1, register.Register.State.LastZ, "the Z is decided");
        Assert.IsFalse(register.Journal(1).Contains("[SHA-256]"), "its file is open");
        register.Refused(FiscalError.JournalWriteFailed, 48, "1\t0001\t1\t\t\t");
        register.Refused(FiscalError.JournalWriteFailed, 69, "Z\t");
        Shows(register, FiscalError.JournalWriteFailed);
        Pass(register, r => r.Card.WriteProtected = false);
        register.LastDocument().Has("Z NR: 0001");
        ClosureTests.Hash(register, 1);
        register.Receipt("2.00").Has("Z:0002 BF:0001");
    }

    [TestMethod]
    [Article("HG 479/2003, norme art. 22 I")]
    [Article("HG 479/2003, norme art. 32 (1) c)")]
    public void A_card_pulled_out_after_the_receipt_was_decided_gets_it_when_it_is_back()
    {
        var register = TestRegister.Fiscalised();
        register.Receipt("1.00");
        register.Open().Sell("2.00");
        register.Do(53, "0\t\t");
        register.Card.WriteProtected = true;
        register.Do(56);
        register.Card.Present = false;
        register.Card.WriteProtected = false;
        Pass(register, _ => { });
        register.Refused(FiscalError.JournalMissing, 48, "1\t0001\t1\t\t\t");
        Pass(register, r => r.Card.Present = true);
        register.LastDocument().Has("TOTAL LEI 2.00");
        register.CloseDay();
        ClosureTests.Hash(register, 1);
        Assert.AreEqual(2, register.Records(1).Count(c => c == '\n'));
    }

    [TestMethod]
    [Article("HG 479/2003, norme art. 22 I")]
    [Article("HG 479/2003, norme art. 32 (1) c)")]
    [Article("HG 479/2003, norme art. 38 (1) c)")]
    public void Paper_that_ends_in_the_middle_is_told_to_everybody()
    {
        var register = TestRegister.Fiscalised();
        register.Open();
        for (var i = 0; i < 20; i++) register.Sell("1.00", name: $"Articol {i}");
        register.Do(53, "0\t\t");
        register.Do(56);
        Assert.IsTrue(register.Machine.RunUntil(() => register.Roll.Lines.Count == 17, 30_000_000));
        register.Hardware.Printer.PaperLoaded = false;
        register.Machine.Idle(TimeSpan.FromSeconds(10));
        register.Refused(FiscalError.PaperEnd, 48, "1\t0001\t1\t\t\t");
        Shows(register, FiscalError.PaperEnd);
        Pass(register, r => r.Hardware.Printer.PaperLoaded = true);
        var paper = register.LastDocument();
        for (var i = 0; i < 20; i++) Assert.AreEqual(1, paper.Count(l => l == $"Articol {i}"), $"Articol {i}");
        paper.HasInOrder("Articol 0", "Articol 19", "TOTAL LEI 20.00", "BON FISCAL");
        Assert.AreEqual(2, register.Roll.Lines.Count(l => l.IsCut), "the torn part, and the receipt");
    }

    /// <summary>Bytes that are so many lines of the journal, with the room that is kept for one longest document.</summary>
    internal static int LinesLeft(int lines) => 160 * 1024 + lines * 64;

    /// <summary>The display's code page has no letters with a comma below: there they are plain.</summary>
    internal static string OnDisplay(string text) => text.Replace('ș', 's').Replace('ț', 't').Replace('Ș', 'S').Replace('Ț', 'T');

    /// <summary>The error's words are on the display one after the other, whole, in lines that do not break words.</summary>
    internal static void Shows(TestRegister register, FiscalError error)
    {
        var pages = new List<string>();
        for (var i = 0; i < 400; i++)
        {
            register.Machine.Idle(TimeSpan.FromMilliseconds(100));
            var page = string.Join(' ', $"{register.Hardware.Display.Upper.Trim()} {register.Hardware.Display.Lower.Trim()}".Split(' ', StringSplitOptions.RemoveEmptyEntries));
            if (pages.Count == 0 || pages[^1] != page) pages.Add(page);
        }

        var all = string.Join(' ', pages);
        StringAssert.Contains(all, OnDisplay(FiscalErrors.Cause(error)));
        StringAssert.Contains(all, OnDisplay(FiscalErrors.Next(error)));
    }

    /// <summary>Breaks the register, or mends it, and lets it notice.</summary>
    internal static void Pass(TestRegister register, Action<TestRegister> change)
    {
        change(register);
        register.Machine.Idle(TimeSpan.FromSeconds(6));
    }

    private static void HasBits(TestRegister register, params (int Byte, int Mask)[] bits)
    {
        var status = register.Do(74).Status;
        foreach (var (at, mask) in bits) Assert.AreEqual(mask, status[at] & mask, $"status {Convert.ToHexString(status)}, byte {at}");
    }

    private static string Status(TestRegister register) => BitConverter.ToString(register.Do(74).Status);

    private static void SetClock(TestRegister register)
    {
        register.Hardware.Clock.BatteryDead = false;
        new Ds3231Clock(register.Hardware.Clock).Set(new DateTime(2026, 11, 16, 9, 0, 0));
    }

    private sealed record Fault(FiscalError Error, Action<TestRegister> Break, Action<TestRegister> Mend, params (int Byte, int Mask)[] Bits);
}
