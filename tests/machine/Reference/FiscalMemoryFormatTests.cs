using System.Buffers.Binary;
using System.Text;
using Nf.Emulator.Machine;
using Nf.Tests.Machine.Rig;

namespace Nf.Tests.Machine.Reference;

/// <summary>Reads an image of the fiscal memory by docs/reference/fiscal-memory.md alone, without the firmware's code.</summary>
[TestClass]
public sealed class FiscalMemoryFormatTests
{
    private const int Slot = 512;
    private const int Payload = 64;

    /// <summary>SEQ of the fifth command, the Z.</summary>
    private const byte ZSequence = 0x24;

    [TestMethod]
    [Article("HG 479/2003, norme art. 22 F")]
    [Article("HG 479/2003, norme art. 39 (1)")]
    [Article("HG 479/2003, norme art. 40 a)")]
    [Article("HG 479/2003, norme art. 43 (1) a)-c)")]
    [Article("HG 479/2003, norme art. 43 (1) d)-g), i)-k)")]
    [Article("HG 479/2003, norme art. 43 (1^1) a)-b)")]
    [Article("HG 479/2003, norme art. 43 (1^1) c)-d)")]
    [Article("HG 479/2003, norme art. 46 (3)")]
    [Article("HG 479/2003, norme art. 67 (2)-(4)")]
    [Article("OUG 28/1999 art. 3 (3) d)")]
    [Article("OUG 28/1999 art. 3 (5)")]
    [Article("OPANAF 146/2018 anexa nr. 2 II.14")]
    public void An_image_reads_as_the_page_says()
    {
        var register = TestRegister.Fiscalised();
        register.SellSomething();
        register.Do(69, "Z\t");
        register.Machine.RunToRest();
        var records = Records(register).ToList();
        CollectionAssert.AreEqual(new byte[] { 4, 2, 3, 1, 6 }, records.ConvertAll(r => r[0]).ToArray(), "kinds in order");
        for (var i = 0; i < records.Count; i++) Holds(records[i], i, records);
        IsFiscalisation(records[3]);
        IsClosure(records[4], register);
    }

    private static IEnumerable<byte[]> Records(TestRegister register)
    {
        for (var slot = 0; ; slot++)
        {
            var bytes = register.Flash(slot * Slot, Slot);
            if (bytes[0] == 0xFF && bytes[1] == 0xFF) yield break;
            yield return bytes;
        }
    }

    private static void Holds(byte[] record, int ordinal, List<byte[]> all)
    {
        var length = Word(record, 4);
        Assert.AreEqual(0xFF, record[1]);
        Assert.AreEqual(2, record[2]);
        Assert.AreEqual(ordinal, (int)Double(record, 6));
        Assert.AreEqual(0xA5, record[510]);
        Assert.AreEqual(0x5A, record[511]);
        Assert.AreEqual(Crc(record.AsSpan(0, Payload + length)), Double(record, Payload + length));
        for (var kind = 1; kind <= 12; kind++)
        {
            var upToHere = all.Take(ordinal + 1).ToList();
            var latest = upToHere.FindLastIndex(r => r[0] == kind);
            Assert.AreEqual(latest < 0 ? 0xFFFF : latest, Word(record, 12 + 2 * kind), $"latest of kind {kind} in record {ordinal}");
            Assert.AreEqual(upToHere.Count(r => r[0] == kind), Word(record, 36 + 2 * kind), $"number of kind {kind} in record {ordinal}");
        }
    }

    private static void IsFiscalisation(byte[] record)
    {
        Assert.AreEqual(DemoShop.Series, Encoding.ASCII.GetString(record, Payload, 10));
        Assert.AreEqual("NF00000001", Encoding.ASCII.GetString(record, Payload + 10, 12).TrimEnd());
        Assert.AreEqual(1, record[Payload + 34], "VAT payer");
        Assert.AreEqual(0, record[Payload + 35], "ordinary register");
    }

    // Two breads of 5.50, group B at 11 %: 11.00 with 1.09 VAT, paid with 20.00 in cash.
    private static void IsClosure(byte[] record, TestRegister register)
    {
        const int digest = Payload + 8;
        const int receipts = digest + 32 + 15;
        const int groups = receipts + 4;
        const int payments = groups + 7 * 16 + 20 + 120;
        Assert.AreEqual(1, Word(record, Payload), "number of the Z");
        Assert.AreEqual(1, Word(record, Payload + 6), "journal medium");
        Assert.IsTrue(register.Journal(1).Replace("\n", "").EndsWith(Convert.ToHexString(record, digest, 32), StringComparison.Ordinal), "hash");
        Assert.AreEqual(1u, Double(record, receipts));
        Assert.AreEqual(1100, Quad(record, groups + 16), "sales of group B");
        Assert.AreEqual(109, Quad(record, groups + 24), "VAT of group B");
        Assert.AreEqual(1100, Quad(record, payments + 16), "cash, ANAF's number 3");
        const int closures = payments + 72 + 39;
        Assert.AreEqual(1100, Quad(record, closures), "sum of all closures");
        var frame = Nf.Emulator.Host.DatecsFrame.Build(ZSequence, 69, "Z\t"u8.ToArray());
        Assert.AreEqual(Crc(frame), Double(record, closures + 16), "the frame that closed the day");
        Assert.AreEqual(closures + 20, Payload + Word(record, 4), "end of the payload");
    }

    private static int Word(byte[] bytes, int offset) => BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(offset));

    private static uint Double(byte[] bytes, int offset) => BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(offset));

    private static long Quad(byte[] bytes, int offset) => BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(offset));

    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++) crc = (crc & 1) == 1 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
        }

        return ~crc;
    }
}
