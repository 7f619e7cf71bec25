using System.Security.Cryptography;
using CsCheck;
using Nf.Firmware.Checks;
using Nf.Hal.Crypto;

namespace Nf.Tests.Machine.Core;

/// <summary>The core's checksums against those of .NET and against the definition.</summary>
[TestClass]
public class ChecksumsTests
{
    /// <summary>Data and where it is cut, twice.</summary>
    private static readonly Gen<(byte[] Data, int First, int Second)> Cut =
        Gen.Byte.Array[0, 400].SelectMany(data => Gen.Int[0, data.Length]
            .SelectMany(first => Gen.Int[first, data.Length].Select(second => (data, first, second))));

    [TestMethod]
    public void Sha256_agrees_with_the_platform_however_the_data_is_cut() => Cut.Sample(cut =>
    {
        Sha256 hash = new();
        hash.Update(cut.Data, 0, cut.First);
        hash.Update(cut.Data, cut.First, cut.Second - cut.First);
        hash.Update(cut.Data, cut.Second, cut.Data.Length - cut.Second);
        Assert.AreEqual(Expected(cut.Data), Digest(hash));
        Assert.AreEqual(cut.Data.Length, hash.Length);
    });

    [TestMethod]
    [Article("HG 479/2003, norme art. 63 (7) g)")]
    public void Sha256_goes_on_from_a_saved_state() => Cut.Sample(cut =>
    {
        Sha256 before = new();
        before.Update(cut.Data, 0, cut.First);
        byte[] saved = new byte[Sha256.StateLength];
        before.Save(saved, 0);

        Sha256 after = new();
        after.Update(cut.Data, cut.First, cut.Data.Length - cut.First);
        after.Load(saved, 0);
        after.Update(cut.Data, cut.First, cut.Data.Length - cut.First);
        Assert.AreEqual(Expected(cut.Data), Digest(after));
    });

    [TestMethod]
    public void Sha256_agrees_with_the_platform_at_every_length_of_three_blocks()
    {
        byte[] data = new byte[192];
        new Random(1).NextBytes(data);
        for (int length = 0; length <= data.Length; length++)
        {
            Sha256 hash = new();
            hash.Update(data, 0, length);
            Assert.AreEqual(Expected(data[..length]), Digest(hash), $"{length} bytes");
        }
    }

    [TestMethod]
    public void The_memory_check_agrees_with_its_written_form() => Cut.Sample(cut =>
        Assert.AreEqual(WrittenForm(cut.Data[cut.First..cut.Second]), MemoryCheck.Of(cut.Data, cut.First, cut.Second - cut.First)));

    [TestMethod]
    public void A_frame_s_sum_is_that_of_its_bytes() => Cut.Sample(cut =>
        Assert.AreEqual(cut.Data[cut.First..cut.Second].Sum(value => value) & 0xFFFF, ByteSum.Of(cut.Data, cut.First, cut.Second - cut.First)));

    [TestMethod]
    public void Crc32_agrees_with_its_definition_however_the_data_is_cut() => Cut.Sample(cut =>
    {
        uint crc = Crc32.Add(Crc32.Start, cut.Data, 0, cut.First);
        crc = Crc32.Add(crc, cut.Data, cut.First, cut.Second - cut.First);
        crc = Crc32.Add(crc, cut.Data, cut.Second, cut.Data.Length - cut.Second);
        Assert.AreEqual(BitByBit(cut.Data), Crc32.Finish(crc));
    });

    private static string Expected(byte[] data) => Convert.ToHexString(SHA256.HashData(data));

    private static string Digest(Sha256 hash)
    {
        byte[] digest = new byte[Sha256.DigestLength];
        hash.Finish(digest, 0);
        return Convert.ToHexString(digest);
    }

    // docs/reference/working-memory.md, from there alone.
    private static uint WrittenForm(byte[] data)
    {
        List<ulong> numbers = [(ulong)data.Length];
        if (data.Length < 8) numbers.Add(Number(data));
        for (int i = 0; i + 8 < data.Length; i += 8) numbers.Add(Number(data[i..(i + 8)]));
        if (data.Length >= 8) numbers.Add(Number(data[^8..]));
        ulong h = 0;
        foreach (ulong number in numbers)
        {
            h = unchecked((h ^ number) * 0x9E3779B97F4A7C15);
            h ^= h >> 32;
        }

        return (uint)h;
    }

    private static ulong Number(byte[] bytes) => bytes.Reverse().Aggregate(0UL, (number, value) => number << 8 | value);

    private static uint BitByBit(byte[] data)
    {
        uint crc = 0xFFFFFFFF;
        foreach (byte b in data)
        {
            crc ^= b;
            for (int bit = 0; bit < 8; bit++) crc = (crc & 1) == 0 ? crc >> 1 : crc >> 1 ^ 0xEDB88320;
        }

        return ~crc;
    }
}
