using Nf.Emulator.Machine;
using Nf.Emulator.Peripherals;
using Nf.Emulator.State;
using Nf.Firmware.Bytes;
using Nf.Firmware.Errors;
using Nf.Firmware.FiscalMemory;
using Nf.Hal.Devices;
using Nf.Hal.Drivers;

namespace Nf.Tests.Machine.Register;

/// <summary>Closures found by number and by time, in young and full memories, with slots that power cuts spoilt among them.</summary>
[TestClass]
public sealed class ClosureFinderTests
{
    private const int Day = 24 * 3600;
    private const int Start = 800_000_000;

    [TestMethod]
    public void Every_closure_is_found_by_its_number_and_its_time()
    {
        var memory = Filled(500, 20261124);
        var finder = new ClosureFinder(memory.Log);
        for (var number = 1; number <= 500; number++)
        {
            Assert.IsTrue(finder.ByNumber(number, out var slot), $"Z {number}");
            Assert.IsTrue(memory.Log.Read(slot));
            Assert.AreEqual(number, memory.Log.Payload.U16());
            Assert.AreEqual(Start + number * Day, memory.Log.Time);
        }

        Assert.IsFalse(finder.ByNumber(0, out _));
        Assert.IsFalse(finder.ByNumber(501, out var none));
        Assert.AreEqual(memory.Log.UsedSlots, none);
    }

    [TestMethod]
    public void The_first_record_since_any_moment_is_the_one_that_reading_all_gives()
    {
        var memory = Filled(300, 7);
        var finder = new ClosureFinder(memory.Log);
        var random = new Random(8);
        for (var i = 0; i < 2000; i++)
        {
            long time = Start - Day + random.Next(302 * Day);
            var expected = Enumerable.Range(0, memory.Log.UsedSlots).FirstOrDefault(s => memory.Log.Read(s) && memory.Log.Time >= time, memory.Log.UsedSlots);
            Assert.AreEqual(expected < memory.Log.UsedSlots, finder.FirstSince(time, out var slot));
            Assert.AreEqual(expected, slot, $"since {time}");
        }
    }

    [TestMethod]
    public void An_empty_memory_has_nothing_to_find()
    {
        var memory = new Memory();
        var finder = new ClosureFinder(memory.Log);
        Assert.IsFalse(finder.ByNumber(1, out _));
        Assert.IsFalse(finder.FirstSince(0, out var slot));
        Assert.AreEqual(0, slot);
    }

    [TestMethod]
    public void A_report_over_one_year_reads_as_much_from_a_full_memory_as_from_a_young_one()
    {
        var young = YearRead(Filled(400, 1));
        var full = YearRead(Filled(FiscalMemoryLog.MaxClosures, 1));
        Assert.IsInRange(365 * 100, 365 * 640, young, "the year's records and little more");
        Assert.IsInRange(-1024, 1024, full - young, $"{young} bytes from a young memory, {full} from a full one");
    }

    private static int YearRead(Memory memory)
    {
        var finder = new ClosureFinder(memory.Log);
        memory.BytesRead = 0;
        Assert.IsTrue(finder.FirstSince(Start + 20 * Day, out var slot));
        for (var closures = 0; closures < 365; slot++)
            if (memory.Log.Read(slot) && memory.Log.Kind == RecordKind.Closure) closures++;
        return memory.BytesRead;
    }

    // Closures a day apart, other records and void slots among them.
    private static Memory Filled(int closures, int seed)
    {
        var memory = new Memory();
        var random = new Random(seed);
        var payload = new byte[200];
        for (var number = 1; number <= closures; number++)
        {
            if (random.Next(20) == 0) memory.Void(1 + random.Next(3));
            if (random.Next(20) == 0) Assert.AreEqual(FiscalError.None, memory.Log.Append(RecordKind.RamReset, memory.Log.NewestTime + 60, payload, 1));
            var writer = new ByteWriter(payload);
            writer.U16(number);
            Assert.AreEqual(FiscalError.None, memory.Log.Append(RecordKind.Closure, Start + number * Day, payload, payload.Length));
        }

        return memory;
    }

    /// <summary>A fiscal memory that counts what is read from it.</summary>
    private sealed class Memory : IFiscalMemory
    {
        private readonly W25qFlash _flash = new(new W25qModel(new RamStore(4 << 20, 0xFF), new PowerSupply()));

        public Memory()
        {
            Log = new FiscalMemoryLog(this);
            Assert.AreEqual(FiscalError.None, Log.Open());
        }

        public FiscalMemoryLog Log { get; private set; }

        public int BytesRead { get; set; }

        public int Capacity => _flash.Capacity;

        public int PageSize => _flash.PageSize;

        public DeviceResult Read(int address, byte[] buffer, int offset, int count)
        {
            BytesRead += count;
            return _flash.Read(address, buffer, offset, count);
        }

        public DeviceResult Program(int address, byte[] buffer, int offset, int count) => _flash.Program(address, buffer, offset, count);

        /// <summary>Spoils the next slots, as power cuts in their first byte do.</summary>
        public void Void(int slots)
        {
            for (var i = 0; i < slots; i++)
            {
                Assert.AreEqual(DeviceResult.Ok, Program(Log.UsedSlots * 512, [(byte)RecordKind.Closure], 0, 1));
                Log = new FiscalMemoryLog(this);
                Assert.AreEqual(FiscalError.None, Log.Open());
            }
        }
    }
}
