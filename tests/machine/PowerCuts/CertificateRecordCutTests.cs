using Nf.Emulator.Machine;
using Nf.Emulator.Peripherals;
using Nf.Emulator.State;
using Nf.Firmware.Bytes;
using Nf.Firmware.Errors;
using Nf.Firmware.FiscalMemory;
using Nf.Hal.Drivers;

namespace Nf.Tests.Machine.PowerCuts;

/// <summary>A certificate's record in the fiscal memory, torn after every single byte of every write: it is there or it is not, and the next one is.</summary>
[TestClass]
public sealed class CertificateRecordCutTests
{
    [TestMethod]
    [Article("HG 479/2003, norme art. 39 (1)")]
    public void Every_byte_of_the_record()
    {
        var sizes = new List<int>();
        var plain = new Memory();
        plain.Power.Watch = (_, size) => sizes.Add(size);
        Assert.AreEqual(FiscalError.None, plain.Append());
        Assert.IsGreaterThan(CertificateRecord.MaxSavedLength, sizes.Sum());
        var counts = new HashSet<int>();
        for (var write = 0; write < sizes.Count; write++)
            for (var bytes = 0; bytes <= sizes[write]; bytes++)
            {
                var memory = new Memory();
                memory.Power.CutAt(memory.Power.Writes + write, bytes);
                Assert.ThrowsExactly<PowerCutException>(() => memory.Append());
                memory.Open();
                var count = memory.Log.Count(RecordKind.OwnCertificate);
                counts.Add(count);
                memory.Holds();
                Assert.AreEqual(FiscalError.None, memory.Append());
                Assert.AreEqual(count + 1, memory.Log.Count(RecordKind.OwnCertificate), $"write {write}, {bytes} bytes");
                memory.Holds();
                Assert.AreEqual(0, memory.Chip.Violations.Count, $"write {write}, {bytes} bytes: a location was programmed twice");
            }

        CollectionAssert.AreEquivalent(new[] { 1, 2 }, counts.ToArray(), "torn it never was, whole it is there");
    }

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
