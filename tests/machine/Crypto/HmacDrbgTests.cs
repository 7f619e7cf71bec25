using System.Security.Cryptography;
using Nf.Emulator.Peripherals;
using Nf.Hal.Devices;

namespace Nf.Tests.Machine.Crypto;

/// <summary>The module's random bytes are those of HMAC_DRBG (SP 800-90A, 10.1.2) computed anew with .NET's HMAC.</summary>
/// <remarks>NIST's vectors seed with 48 bytes and more at once; the module seeds with 32 for every request, so none of them fits.</remarks>
[TestClass]
public class HmacDrbgTests
{
    private const int Seed = 20261124;

    [TestMethod]
    public void Bytes_of_any_length_asked_for_one_after_the_other_are_those_of_the_standard()
    {
        ICryptoModule module = new ModuleBench(randomSeed: Seed).Module;
        Standard standard = new(new RandomGeneratorModel(Seed));
        foreach (int count in new[] { 1, 32, 31, 33, 64, 100, 256, 7, 32 })
        {
            byte[] bytes = new byte[count + 2];
            Assert.AreEqual(DeviceResult.Ok, module.Random(bytes, 1, count));
            Assert.AreSequenceEqual(standard.Next(count), bytes[1..^1], $"{count} bytes");
        }
    }

    [TestMethod]
    public void Fresh_bits_of_the_hardware_change_all_that_follows()
    {
        byte[][] runs = [.. new[] { Seed, Seed + 1 }.Select(seed =>
        {
            byte[] bytes = new byte[64];
            new ModuleBench(randomSeed: seed).Module.Random(bytes, 0, bytes.Length);
            return bytes;
        })];
        Assert.IsLessThan(16, runs[0].Zip(runs[1]).Count(pair => pair.First == pair.Second));
    }

    /// <summary>The standard's own lines: Update (10.1.2.2) with the seed, Generate (10.1.2.5), Update without.</summary>
    private sealed class Standard(RandomGeneratorModel source)
    {
        private byte[] _key = new byte[32];
        private byte[] _value = [.. Enumerable.Repeat((byte)1, 32)];

        public byte[] Next(int count)
        {
            byte[] seed = new byte[32];
            source.Read(seed, 0, seed.Length);
            Update(0, seed);
            Update(1, seed);
            List<byte> bytes = [];
            while (bytes.Count < count) bytes.AddRange(_value = HMACSHA256.HashData(_key, _value));
            Update(0, []);
            return [.. bytes.Take(count)];
        }

        private void Update(byte mark, byte[] seed)
        {
            byte[] text = [.. _value, mark, .. seed];
            _key = HMACSHA256.HashData(_key, text);
            _value = HMACSHA256.HashData(_key, _value);
        }
    }
}
