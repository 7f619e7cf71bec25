using Nf.Emulator.Peripherals;
using Nf.Firmware.Certificates;
using Nf.Firmware.Errors;
using Nf.Firmware.Online;
using Nf.Firmware.WorkingMemory;
using Nf.Hal.Drivers;
using Nf.Tests.Machine.Crypto;
using Nf.Tests.Machine.Rig;

namespace Nf.Tests.Machine.PowerCuts;

/// <summary>What the online module keeps, torn after every single byte of every write: as it was, or as it was to be.</summary>
[TestClass]
public sealed class EveryByteTests
{
    private const int Keys = ModuleBench.Address;
    private const int KeysSize = 4 * KeyContainer.SlotSize;
    private const int Redo = 0x8000;

    [TestMethod]
    [Article("HG 479/2003, norme art. 22 A i)")]
    public void A_key_that_replaces_another()
    {
        var memory = WithKey(out var module);
        AreOldOrNew(memory, () => ModuleSteps.Import(module, 0, TestKeys.Another(2048)), least: 4000);
    }

    [TestMethod]
    public void A_key_that_is_erased()
    {
        var memory = WithKey(out var module);
        ModuleSteps.Import(module, 0, TestKeys.Another(2048));
        AreOldOrNew(memory, () => module.Erase(0), least: 1500);
    }

    /// <summary>The start after a cut tidies up, and is cut, too: at every byte, from some states of the first cut.</summary>
    [TestMethod]
    public void A_start_that_tidies_up_after_a_key_was_torn()
    {
        var memory = WithKey(out var module);
        var old = memory.Cells(Keys, KeysSize);
        var states = memory.Torn(() => ModuleSteps.Import(module, 0, TestKeys.Another(2048)))
            .Where((_, i) => i % 500 == 77).Select(cells => new RamMemory(cells)).ToList();
        Assert.IsGreaterThan(7, states.Count);
        var fresh = memory.Cells(Keys, KeysSize);
        var cuts = 0;
        foreach (var state in states)
            foreach (var cells in state.Torn(() => Start(state)))
            {
                IsOneOf(AfterStart(cells), old, fresh);
                cuts++;
            }

        Assert.IsGreaterThan(5000, cuts);
    }

    [TestMethod]
    [Article("HG 479/2003, norme art. 22 A j)")]
    public void A_certificate_that_replaces_another()
    {
        var memory = new RamMemory();
        byte[] other = Some(900), old = Some(1400), fresh = Some(1500);
        foreach (var first in new[] { other, old }) Replace(memory, 1, first);
        Replace(memory, 0, other);
        var found = new HashSet<bool>();
        foreach (var cells in memory.Torn(() => Replace(memory, 1, fresh)))
        {
            var store = new CertificateStore(new RamMemory(cells));
            var read = Read(store, 1);
            found.Add(read.SequenceEqual(fresh));
            if (!read.SequenceEqual(fresh)) CollectionAssert.AreEqual(old, read);
            CollectionAssert.AreEqual(other, Read(store, 0));
        }

        Assert.HasCount(2, found, "both were seen");
        CollectionAssert.AreEqual(fresh, Read(new CertificateStore(memory), 1), "what was done stays");
    }

    [TestMethod]
    [Article("HG 479/2003, norme art. 22 J b)")]
    public void The_outbox()
    {
        var register = TestRegister.Fiscalised();
        for (var day = 0; day < 3; day++) register.Do(69, "Z\t");
        var memory = new RamMemory();
        Outbox Opened(RamMemory cells)
        {
            var store = new CellStore(cells, Redo);
            store.Recover();
            var outbox = new Outbox(store, register.Register.Log, new CardJournal(register.Card));
            outbox.Load();
            return outbox;
        }

        foreach (var work in new Func<Outbox, FiscalError>[]
        {
            box => box.Made(1), box => box.Confirm(1, 77), box => box.Made(3), box => box.RegisterMessage(88, 1, 2), box => box.Exported(1, 2), box => box.ConfirmUpTo(3),
        })
        {
            var outbox = Opened(memory);
            var old = Figures(outbox);
            var states = memory.Torn(() => Assert.AreEqual(FiscalError.None, work(outbox))).Select(cells => Figures(Opened(new RamMemory(cells)))).ToList();
            var fresh = Figures(outbox);
            Assert.AreNotEqual(old, fresh, "the work changes something");
            Assert.AreEqual(fresh, states[^1], "what was answered is there");
            Assert.AreEqual(0, states.SkipWhile(figures => figures == old).SkipWhile(figures => figures == fresh).Count(), $"from {old} to {fresh} at once");
        }
    }

    private static void AreOldOrNew(RamMemory memory, Action work, int least)
    {
        var old = memory.Cells(Keys, KeysSize);
        var states = 0;
        byte[] fresh = [];
        foreach (var cells in memory.Torn(work))
        {
            if (states++ == 0) fresh = memory.Cells(Keys, KeysSize);
            IsOneOf(AfterStart(cells), old, fresh);
        }

        Assert.IsGreaterThan(least, states);
        CollectionAssert.AreEqual(fresh, AfterStart(memory.Cells()), "what was done stays");
    }

    private static void IsOneOf(byte[] cells, byte[] old, byte[] fresh) =>
        Assert.IsTrue(cells.AsSpan().SequenceEqual(old) || cells.AsSpan().SequenceEqual(fresh), "neither the old keys nor the new ones, and nothing beside them");

    private static RamMemory WithKey(out SoftwareCryptoModule module)
    {
        var memory = new RamMemory();
        module = Start(memory);
        Assert.AreEqual(Nf.Hal.Devices.DeviceResult.Ok, ModuleSteps.Import(module, 0, TestKeys.Of(2048)));
        return memory;
    }

    private static byte[] AfterStart(byte[] cells)
    {
        var memory = new RamMemory(cells);
        Start(memory);
        return memory.Cells(Keys, KeysSize);
    }

    private static SoftwareCryptoModule Start(RamMemory memory) =>
        new(memory, Keys, new RandomGeneratorModel(20261124), new DeviceSecretModel(ModuleBench.Secret));

    private static void Replace(RamMemory memory, int place, byte[] data) =>
        Assert.AreEqual(FiscalError.None, new CertificateStore(memory).Replace(place, data, data.Length));

    private static byte[] Some(int count)
    {
        var bytes = new byte[count];
        new Random(count).NextBytes(bytes);
        return bytes;
    }

    private static byte[] Read(CertificateStore store, int place)
    {
        var buffer = new byte[CertificateStore.MaxLength];
        Assert.AreEqual(FiscalError.None, store.Read(place, buffer, out var count));
        return buffer[..count];
    }

    private static (int, long, int, int, long, int, int) Figures(Outbox outbox) => (outbox.LastConfirmed, outbox.LastConfirmedAt, outbox.HighestMade,
        outbox.LastExported, outbox.RegisterMessageMoment, outbox.RegisterMessageFirst, outbox.RegisterMessageLast);
}
