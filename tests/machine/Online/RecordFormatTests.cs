using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Nf.Tests.Machine.Online;

/// <summary>Reads the online module's records by docs/reference/fiscal-memory.md and module-memory.md alone, without the firmware's code.</summary>
[TestClass]
public sealed class RecordFormatTests
{
    private const int Slot = 512;
    private const int Payload = 64;

    [TestMethod]
    public void The_records_of_the_imports()
    {
        using var online = OnlineRegister.Provisioned();
        var records = Records(online).ToDictionary(record => record[0]);
        IsCertificate(records[7], online.Desk.Authority.Anaf.RawData);
        IsCertificate(records[8], online.Certificate.RawData);
        var configuration = records[9].AsSpan(Payload);
        Assert.AreEqual(1, configuration[0], "the technician's medium");
        Assert.AreEqual(Seconds(new DateTime(2026, 11, 16, 6, 0, 0)), BinaryPrimitives.ReadUInt32LittleEndian(configuration[1..]), "moment of the idM");
        Assert.AreEqual(1, configuration[6], "the next profile");
        Assert.AreEqual(5, BinaryPrimitives.ReadUInt16LittleEndian(configuration[11..]), "nrZ");
        Assert.AreEqual(30u, BinaryPrimitives.ReadUInt32LittleEndian(configuration[13..]), "nrM");
        Assert.AreEqual(1440u, BinaryPrimitives.ReadUInt32LittleEndian(configuration[17..]), "nrT");
        Assert.AreEqual(1, configuration[21], "rapZ");
        Assert.AreEqual("https://anaf.test/bon", Encoding.ASCII.GetString(configuration.Slice(24, configuration[23])));
    }

    private static void IsCertificate(byte[] record, byte[] der)
    {
        Assert.AreEqual(1, record[Payload], "the technician's medium");
        Assert.AreEqual(0, record[Payload + 1], "place");
        CollectionAssert.AreEqual(SHA256.HashData(der), record[(Payload + 2)..(Payload + 34)]);
        var name = Encoding.ASCII.GetString(record, Payload + 43, record[Payload + 42]);
        StringAssert.StartsWith(name, "NEVER_USE_IN_A_REAL_SYSTEM");
    }

    private static IEnumerable<byte[]> Records(OnlineRegister online)
    {
        for (var slot = 0; ; slot++)
        {
            var bytes = online.Register.Flash(slot * Slot, Slot);
            if (bytes[0] == 0xFF && bytes[1] == 0xFF) yield break;
            yield return bytes;
        }
    }

    private static uint Seconds(DateTime moment) => (uint)(moment - new DateTime(2000, 1, 1)).TotalSeconds;
}
