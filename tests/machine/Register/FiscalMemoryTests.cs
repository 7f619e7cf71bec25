using Nf.Emulator.Machine;
using Nf.Firmware.Day;
using Nf.Firmware.Errors;
using Nf.Firmware.FiscalMemory;
using Nf.Firmware.WorkingMemory;
using Nf.Hal.Buses;
using Nf.Hal.Drivers;
using Nf.Tests.Machine.Rig;
using static Nf.Tests.Machine.Register.ReceiptSteps;

namespace Nf.Tests.Machine.Register;

/// <summary>Fiscalisation, VAT groups, and a fiscal memory that is worn, full, or holds ten years (norms, art. 33 A, 34 d), 38 to 46).</summary>
[TestClass]
public sealed class FiscalMemoryTests
{
    private const int Smallest = 1 << 20;

    public TestContext TestContext { get; set; } = null!;

    [TestMethod]
    [Article("HG 479/2003, norme art. 22 H d)")]
    [Article("HG 479/2003, norme art. 38 (1) e)")]
    [Article("HG 479/2003, norme art. 63 (7) d)")]
    public void A_worn_memory_closes_no_day_and_blocks_until_the_next_start()
    {
        var register = TestRegister.Fiscalised();
        register.Receipt("1.00");
        register.Hardware.FiscalMemory.Worn = true;
        register.Refused(FiscalError.FiscalMemoryWriteFailed, 69, "Z\t");
        register.Refused(FiscalError.FiscalMemoryWriteFailed, 48, "1\t0001\t1\t\t\t");
        register.Refused(FiscalError.FiscalMemoryWriteFailed, 69, "Z\t");
        BlockingTests.Shows(register, FiscalError.FiscalMemoryWriteFailed);
        Assert.AreEqual(0x21, register.Do(74).Status[4] & 0x21, "fiscal memory access error");
        register.Hardware.FiscalMemory.Worn = false;
        Assert.AreEqual(FiscalError.None, register.Machine.PowerOn());
        register.CloseDay().HasInOrder("Z NR: 0001", "VAL. TOTALĂ VÂNZĂRI 1.00");
        Assert.AreEqual(FiscalError.None, register.Machine.PowerOn());
        Assert.AreEqual(1, register.Register.Log.Count(RecordKind.Closure), "the record is found again");
        Assert.AreEqual(0, register.Hardware.FiscalMemory.Violations.Count);
        ClosureTests.Hash(register, 1);
    }

    [TestMethod]
    [Article("HG 479/2003, norme art. 38 (1) d)")]
    public void A_full_memory_is_read_and_nothing_is_sold()
    {
        var register = TestRegister.Fiscalised(Smallest);
        Fill(register, 1);
        register.Receipt("1.00");
        register.CloseDay().Has("ÎNCHIDERI ZILNICE RĂMASE 0");
        Assert.AreEqual(0, register.Register.Log.ClosuresLeft);
        register.Refused(FiscalError.FiscalMemoryFull, 48, "1\t0001\t1\t\t\t");
        register.Refused(FiscalError.FiscalMemoryFull, 69, "Z\t");
        register.Refused(FiscalError.FiscalMemoryFull, 70, "0\t1.00\t");
        Assert.AreEqual(0x38, register.Do(74).Status[4] & 0x38, "full, error, few left");
        BlockingTests.Shows(register, FiscalError.FiscalMemoryFull);
        register.Do(50);
        register.Do(62);
        register.Do(69, "X\t");
        register.Machine.RunToRest();
        register.LastDocument().Has("RAPORT X");
        Assert.AreEqual(FiscalError.None, register.Machine.PowerOn());
        Assert.IsTrue(register.Register.Log.ReadLatest(RecordKind.Closure));
    }

    [TestMethod]
    public void No_kind_of_record_takes_the_places_of_another()
    {
        var log = TestRegister.Fiscalised(Smallest).Register.Log;
        var closures = log.ClosuresLeft;
        var resets = AppendAll(log, RecordKind.RamReset);
        Assert.AreEqual(200, resets);
        Assert.AreEqual(closures, log.ClosuresLeft);
        for (var i = 0; i < closures; i++) Assert.AreEqual(FiscalError.None, log.Append(RecordKind.Closure, log.NewestTime, new byte[10], 10));
        Assert.AreEqual(0, log.ClosuresLeft);
        Assert.AreEqual(30, AppendAll(log, RecordKind.VatGroups));
        Assert.AreEqual(29, AppendAll(log, RecordKind.JournalMedium));
        Assert.AreEqual(16, AppendAll(log, RecordKind.Header));
        Assert.AreEqual(FiscalError.None, log.Append(RecordKind.Closure, log.NewestTime, new byte[10], 10), "the day that was open");
    }

    [TestMethod]
    public void The_last_day_is_closed_although_a_power_cut_took_a_slot()
    {
        var register = TestRegister.Fiscalised(Smallest);
        Fill(register, 1);
        register.Receipt("1.00");
        var programs = register.Hardware.FiscalMemory.Programs;
        register.Power.Watch = (store, _) =>
        {
            if (store == StoreWrite.FiscalMemory && register.Hardware.FiscalMemory.Programs == programs + 1) register.Power.CutAt(register.Power.Writes - 1, 10);
        };
        Assert.ThrowsExactly<PowerCutException>(() => register.Host.SendData(69, "Z\t"));
        register.Power.Watch = null;
        Assert.AreEqual(FiscalError.None, register.Machine.PowerOn());
        Assert.AreEqual(0, register.Register.Log.ClosuresLeft, "the torn record has the last slot");
        register.Refused(FiscalError.FiscalMemoryFull, 48, "1\t0001\t1\t\t\t");
        register.CloseDay().Has("VAL. TOTALĂ VÂNZĂRI 1.00");
        register.Refused(FiscalError.FiscalMemoryFull, 69, "Z\t");
    }

    [TestMethod]
    [Article("HG 479/2003, norme art. 46 (1) c)")]
    public void Ten_years_of_days_are_started_from_with_4_KB_read()
    {
        var register = TestRegister.Fiscalised();
        Fill(register, 0);
        Assert.AreEqual(FiscalMemoryLog.MaxClosures, register.Register.Log.Count(RecordKind.Closure));
        Assert.IsInRange(500, 4096, StartReads(register), "with a working memory that knows nothing of the days");
        Assert.AreEqual(FiscalError.None, register.Machine.PowerOn());
        Assert.AreEqual(0, register.Register.Log.ClosuresLeft);
        register.Refused(FiscalError.FiscalMemoryFull, 48, "1\t0001\t1\t\t\t");
        register.Do(50);
        Assert.IsInRange(500, 4096, StartReads(register), "with one that does");
    }

    private long StartReads(TestRegister register)
    {
        var spi = new CountingSpi(register.Hardware.FiscalMemory);
        var start = new Nf.Firmware.Register(new Nf.Firmware.RegisterDevices
        {
            Printer = new EscPosPrinter(register.Hardware.PrinterWire, register.Time, Hardware.PaperColumns),
            FiscalMemory = new W25qFlash(spi),
            WorkingMemory = new Mb85rsFram(register.Hardware.WorkingMemory),
            Journal = new CardJournal(register.Card),
            Clock = new Ds3231Clock(register.Hardware.Clock),
            Display = new Dm110Display(register.Hardware.DisplayWire),
            Host = new SerialHostLine(register.Hardware.HostWire),
            Watchdog = new Tps3823Watchdog(register.Hardware.Watchdog),
            Uptime = register.Time,
            ServiceSwitch = new JumperSwitch(register.Hardware.ServiceJumper),
        });
        Assert.AreEqual(FiscalError.None, start.Start());
        TestContext.WriteLine($"{spi.BytesRead} bytes");
        return spi.BytesRead;
    }

    [TestMethod]
    [Article("HG 479/2003, norme art. 33 A c)")]
    [Article("HG 479/2003, norme art. 34 d)")]
    [Article("HG 479/2003, norme art. 43 (2)")]
    [Article("OUG 28/1999 art. 3 (3) d)")]
    public void Vat_groups_change_with_a_closed_day_only()
    {
        var register = TestRegister.Fiscalised();
        var groups = DemoShop.Order().Groups;
        groups.Set(0, VatGroupKind.Rate, 2200);
        groups.Set(4, VatGroupKind.Unused, 0);
        register.Open().Sell("1.00");
        Assert.AreEqual(FiscalError.ReceiptOpen, register.Register.ChangeVatGroups(groups));
        register.PayAndClose().Has("TOTAL TVA A - 21% 0.17");
        var records = register.Register.Log.Records;
        Assert.AreEqual(FiscalError.ZReportNeeded, register.Register.ChangeVatGroups(groups));
        Assert.AreEqual(records, register.Register.Log.Records);
        register.CloseDay();
        register.Do(70, "0\t1.00\t");
        register.Machine.RunToRest();
        Assert.AreEqual(FiscalError.ZReportNeeded, register.Register.ChangeVatGroups(groups), "a service sum opens the day, too");
        register.CloseDay();
        Assert.AreEqual(FiscalError.VatRatesNotSet, register.Register.ChangeVatGroups(new VatGroups()));
        Assert.AreEqual(FiscalError.None, register.Register.ChangeVatGroups(groups));
        Assert.AreEqual(FiscalError.None, register.Machine.PowerOn());
        register.Receipt("1.22").Has("TOTAL TVA A - 22% 0.22");
        register.Open();
        register.Refused(FiscalError.VatGroupUnused, 49, Line("1.00", group: Exempt));
        register.Do(60);
        CollectionAssert.AreEqual(new[] { "2", "22.00", "11.00", "9.00", "0.00", "100.02", "0.00", "0.00" }, register.Do(50).Fields[..8]);
        register.CloseDay().Has("TVA A - 22% 0.22");
    }

    [TestMethod]
    [Article("HG 479/2003, norme art. 33 A a)")]
    public void A_register_is_fiscalised_once()
    {
        var register = TestRegister.Fiscalised();
        var mark = RegisterMark.Of(register);
        Assert.AreEqual(FiscalError.AlreadyFiscalised, register.Register.Fiscalise(DemoShop.Order()));
        Assert.AreEqual(mark, RegisterMark.Of(register));
    }

    [TestMethod]
    [Article("HG 479/2003, norme art. 33 A a)")]
    [Article("HG 479/2003, norme art. 34 a)")]
    [Article("HG 479/2003, norme art. 42")]
    [Article("HG 479/2003, norme art. 59 (4)")]
    [DataRow("series", FiscalError.IdentityMissing)]
    [DataRow("short series", FiscalError.IdentityMissing)]
    [DataRow("serial", FiscalError.IdentityMissing)]
    [DataRow("long serial", FiscalError.IdentityMissing)]
    [DataRow("code", FiscalError.IdentityMissing)]
    [DataRow("no header", FiscalError.HeaderMissing)]
    [DataRow("blank header", FiscalError.HeaderMissing)]
    [DataRow("groups", FiscalError.VatRatesNotSet)]
    public void What_is_missing_is_refused_and_nothing_is_written(string what, FiscalError error)
    {
        var register = new TestRegister();
        register.Machine.PowerOn();
        register.Refused(FiscalError.NotFiscalised, 48, "1\t0001\t1\t\t\t");
        Assert.AreEqual(FiscalError.NotFiscalised, register.Register.ChangeVatGroups(DemoShop.Order().Groups));
        var order = DemoShop.Order();
        if (what == "series") order.Identity.Series = "";
        if (what == "short series") order.Identity.Series = "123456789";
        if (what == "serial") order.Identity.SerialNumber = "";
        if (what == "long serial") order.Identity.SerialNumber = "NF00000000001";
        if (what == "code") order.Identity.FiscalCode = "RO";
        if (what == "no header") order.Header.Set([]);
        if (what == "blank header") order.Header.Set(["", "  "]);
        for (var i = 0; i < 5 && what == "groups"; i++) order.Groups.Set(i, VatGroupKind.Unused, 0);
        Assert.AreEqual(error, register.Register.Fiscalise(order));
        Assert.AreEqual(0, register.Register.Log.UsedSlots);
        Assert.AreEqual(0, register.Card.Names.Count);
        Assert.AreEqual(FiscalError.None, register.Register.Fiscalise(DemoShop.Order()));
        register.Receipt();
    }

    private static int AppendAll(FiscalMemoryLog log, RecordKind kind)
    {
        var count = 0;
        while (log.HasRoom(kind))
        {
            Assert.AreEqual(FiscalError.None, log.Append(kind, log.NewestTime, new byte[10], 10));
            count++;
        }

        Assert.AreEqual(FiscalError.FiscalMemoryFull, log.Append(kind, log.NewestTime, new byte[10], 10));
        return count;
    }

    /// <summary>Closed days until only so many are left, written as the register would; then it is started again.</summary>
    /// <param name="register">Its day has no document yet.</param>
    /// <param name="left">Closures that the memory still takes.</param>
    /// <param name="day">The sums of each day; empty ones without it.</param>
    internal static void Fill(TestRegister register, int left, DayTotals? day = null)
    {
        day ??= new DayTotals();
        var log = register.Register.Log;
        var closure = new byte[ClosureRecord.SavedLength];
        var number = 0;
        while (log.ClosuresLeft > left)
        {
            var writer = new Nf.Firmware.Bytes.ByteWriter(closure);
            number++;
            ClosureRecord.Save(writer, number, 0, 1, new byte[32], register.Register.Identity.Groups, day, number * day.Total, number * day.TotalVat, 0);
            Assert.AreEqual(FiscalError.None, log.Append(RecordKind.Closure, log.NewestTime, closure, writer.Position));
        }

        var state = new WorkingState();
        var store = new StateStore(new Mb85rsFram(register.Hardware.WorkingMemory), state);
        Assert.AreEqual(FiscalError.None, store.Load());
        state.LastZ = number;
        state.GrandTotal = number * day.Total;
        state.GrandVat = number * day.TotalVat;
        Assert.AreEqual(FiscalError.None, store.Commit());
        Assert.AreEqual(FiscalError.None, register.Machine.PowerOn());
        Assert.AreEqual(left, register.Register.Log.ClosuresLeft);
    }

    /// <summary>Counts the bytes that READ commands fetch.</summary>
    private sealed class CountingSpi(ISpiDevice chip) : ISpiDevice
    {
        private const int Header = 4;

        public int BytesRead { get; private set; }

        public void Write(byte[] buffer, int count) => chip.Write(buffer, count);

        public void Transfer(byte[] write, byte[] read, int count)
        {
            if (write[0] == 0x03) BytesRead += count - Header;
            chip.Transfer(write, read, count);
        }
    }
}
