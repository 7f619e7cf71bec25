using Nf.Emulator.Machine;
using Nf.Emulator.Peripherals;
using Nf.Emulator.State;
using Nf.Firmware.Bytes;
using Nf.Firmware.Errors;
using Nf.Firmware.FiscalMemory;
using Nf.Firmware.WorkingMemory;
using Nf.Hal.Drivers;

namespace Nf.Tests.Machine.PowerCuts;

/// <summary>Each store alone, torn at random bytes, again and again: what counted is there, what was torn never was.</summary>
[TestClass]
public sealed class TornStoreTests
{
    private const int Seed = 20261124;

    [TestMethod]
    [Article("HG 479/2003, norme art. 22 H d)")]
    [Article("HG 479/2003, norme art. 27")]
    [Article("HG 479/2003, norme art. 39 (1)")]
    [Article("HG 479/2003, norme art. 40 a)")]
    public void Fiscal_memory_log()
    {
        for (var run = 0; run < 60; run++)
        {
            var random = new Random(Seed + run);
            var power = new PowerSupply();
            var chip = new W25qModel(new RamStore(1 << 20, 0xFF), power);
            var written = new List<byte[]>();
            while (written.Count < 40) AppendTorn(random, power, chip, written);
            Holds(Opened(chip), written);
            Assert.AreEqual(0, chip.Violations.Count, $"run {run}: a location was programmed twice");
        }
    }

    [TestMethod]
    [Article("HG 479/2003, norme art. 29 e)")]
    [Article("HG 479/2003, norme art. 63 (7) g)")]
    public void Working_state()
    {
        var random = new Random(Seed);
        var power = new PowerSupply();
        var chip = new Mb85rsModel(new RamStore(Mb85rsModel.Size), power);
        long last = 0;
        for (var round = 0; round < 2000; round++)
        {
            var state = new WorkingState();
            var store = new StateStore(new Mb85rsFram(chip), state);
            Assert.AreEqual(last == 0 ? FiscalError.WorkingMemoryLost : FiscalError.None, store.Load());
            Assert.AreEqual(last, state.GrandTotal, $"round {round}");
            state.GrandTotal = last + 1;
            state.Document.Id = last + 1;
            if (Torn(power, random, 800, () => store.Commit())) last = Committed(chip, last);
            else last++;
        }

        Assert.IsTrue(last > 500, "half of the commits happened");
    }

    [TestMethod]
    public void Print_progress()
    {
        var random = new Random(Seed);
        var power = new PowerSupply();
        var chip = new Mb85rsModel(new RamStore(Mb85rsModel.Size), power);
        for (long document = 1; document <= 500; document++)
        {
            var printed = 0;
            var progress = new PrintProgress(new Mb85rsFram(chip));
            Assert.AreEqual(0, progress.Load(document), $"document {document} has begun");
            while (printed < 20)
            {
                if (!Torn(power, random, 9, () => progress.Save(document, printed + 1))) printed++;
                else
                {
                    progress = new PrintProgress(new Mb85rsFram(chip));
                    var found = progress.Load(document);
                    Assert.IsTrue(found == printed || found == printed + 1, $"document {document}: {found} after {printed}");
                    printed = found;
                }
            }
        }
    }

    private static void AppendTorn(Random random, PowerSupply power, W25qModel chip, List<byte[]> written)
    {
        FiscalMemoryLog? log = null;
        Torn(power, random, 256, () => log = Opened(chip));
        log ??= Opened(chip);
        Holds(log, written);
        var payload = new byte[random.Next(1, 443)];
        random.NextBytes(payload);
        if (random.Next(4) == 0) Array.Fill(payload, (byte)0xFF);
        var torn = Torn(power, random, 256, () => Assert.AreEqual(FiscalError.None, log.Append(RecordKind.RamReset, written.Count, payload, payload.Length)), random.Next(5));
        if (!torn || Opened(chip).Records > written.Count) written.Add(payload);
    }

    private static FiscalMemoryLog Opened(W25qModel chip)
    {
        var log = new FiscalMemoryLog(new W25qFlash(chip));
        Assert.AreEqual(FiscalError.None, log.Open());
        return log;
    }

    private static void Holds(FiscalMemoryLog log, List<byte[]> written)
    {
        Assert.AreEqual(written.Count, log.Records);
        Assert.AreEqual(written.Count, log.Count(RecordKind.RamReset));
        var found = 0;
        for (var slot = 0; slot < log.UsedSlots; slot++)
        {
            if (!log.Read(slot)) continue;
            var bytes = new byte[written[found].Length];
            log.Payload.Bytes(bytes, 0, bytes.Length);
            CollectionAssert.AreEqual(written[found++], bytes, $"slot {slot}");
        }

        Assert.AreEqual(written.Count, found, "records that count");
    }

    private static long Committed(Mb85rsModel chip, long before)
    {
        var state = new WorkingState();
        var error = new StateStore(new Mb85rsFram(chip), state).Load();
        if (before == 0 && error == FiscalError.WorkingMemoryLost) return 0;
        Assert.AreEqual(FiscalError.None, error);
        Assert.IsTrue(state.GrandTotal == before || state.GrandTotal == before + 1);
        Assert.AreEqual(state.GrandTotal, state.Document.Id, "one state, not parts of two");
        var bytes = new byte[2048];
        state.Save(new ByteWriter(bytes));
        return state.GrandTotal;
    }

    /// <summary>Does something with a power cut in one of its first writes, half of the time. True when the power went.</summary>
    private static bool Torn(PowerSupply power, Random random, int bytes, Action action, int write = 0)
    {
        power.CutAt(random.Next(2) == 0 ? power.Writes + write : -1, random.Next(bytes));
        try
        {
            action();
            return false;
        }
        catch (PowerCutException)
        {
            return true;
        }
        finally
        {
            power.CutAt(-1, 0);
        }
    }
}
