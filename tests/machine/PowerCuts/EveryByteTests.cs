using System.Security.Cryptography;
using Nf.Emulator.Machine;
using Nf.Emulator.Peripherals;
using Nf.Emulator.State;
using Nf.Firmware.Bytes;
using Nf.Firmware.Certificates;
using Nf.Firmware.Errors;
using Nf.Firmware.FiscalMemory;
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
        foreach (var state in states)
            foreach (var cells in state.Torn(() => Start(state)))
                IsOneOf(AfterStart(cells), old, fresh);
    }

    [TestMethod]
    [Article("HG 479/2003, norme art. 22 A j)")]
    public void A_certificate_that_replaces_another()
    {
        var memory = new RamMemory();
        byte[] other = RandomNumberGenerator.GetBytes(900), old = RandomNumberGenerator.GetBytes(1400), fresh = RandomNumberGenerator.GetBytes(1500);
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

    [TestMethod]
    [Article("HG 479/2003, norme art. 39 (1)")]
    public void The_record_of_a_certificate()
    {
        var sizes = new List<int>();
        var plain = new Memory();
        plain.Power.Watch = (_, size) => sizes.Add(size);
        Assert.AreEqual(FiscalError.None, plain.Append());
        Assert.IsGreaterThan(CertificateRecord.MaxSavedLength, sizes.Sum());
        for (var write = 0; write < sizes.Count; write++)
            for (var bytes = 0; bytes <= sizes[write]; bytes++)
            {
                var memory = new Memory();
                memory.Power.CutAt(memory.Power.Writes + write, bytes);
                Assert.ThrowsExactly<PowerCutException>(() => memory.Append());
                memory.Open();
                var count = memory.Log.Count(RecordKind.OwnCertificate);
                Assert.IsInRange(1, 2, count);
                memory.Holds();
                Assert.AreEqual(FiscalError.None, memory.Append());
                Assert.AreEqual(count + 1, memory.Log.Count(RecordKind.OwnCertificate), $"write {write}, {bytes} bytes");
                memory.Holds();
                Assert.AreEqual(0, memory.Chip.Violations.Count, $"write {write}, {bytes} bytes: a location was programmed twice");
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

    private static byte[] Read(CertificateStore store, int place)
    {
        var buffer = new byte[CertificateStore.MaxLength];
        Assert.AreEqual(FiscalError.None, store.Read(place, buffer, out var count));
        return buffer[..count];
    }

    private static (int, long, int, int, long, int, int) Figures(Outbox outbox) => (outbox.LastConfirmed, outbox.LastConfirmedAt, outbox.HighestMade,
        outbox.LastExported, outbox.RegisterMessageMoment, outbox.RegisterMessageFirst, outbox.RegisterMessageLast);

    /// <summary>A fiscal memory with one certificate's record.</summary>
    private sealed class Memory
    {
        private readonly byte[] _payload = new byte[CertificateRecord.MaxSavedLength];
        private readonly int _length;

        public Memory()
        {
            Chip = new W25qModel(new RamStore(1 << 20, 0xFF), Power);
            var record = new CertificateRecord { Source = RecordSource.Server, Place = 1, NotBefore = 5, NotAfter = 9, NameLength = CertificateRecord.MaxName };
            Array.Fill(record.Name, (byte)'A');
            Array.Fill(record.Fingerprint, (byte)0xF0);
            var writer = new ByteWriter(_payload);
            record.Save(writer);
            _length = writer.Position;
            Open();
            Assert.AreEqual(FiscalError.None, Append());
        }

        public PowerSupply Power { get; } = new();

        public W25qModel Chip { get; }

        public FiscalMemoryLog Log { get; private set; } = null!;

        public FiscalError Append() => Log.Append(RecordKind.OwnCertificate, 1, _payload, _length);

        /// <summary>A start.</summary>
        public void Open()
        {
            Log = new FiscalMemoryLog(new W25qFlash(Chip));
            Assert.AreEqual(FiscalError.None, Log.Open());
        }

        /// <summary>The latest record is the one that was written.</summary>
        public void Holds()
        {
            Assert.IsTrue(Log.ReadLatest(RecordKind.OwnCertificate));
            var bytes = new byte[_length];
            Log.Payload.Bytes(bytes, 0, _length);
            CollectionAssert.AreEqual(_payload[.._length], bytes);
        }
    }
}
