using System.Security.Cryptography;
using System.Text;
using Nf.Emulator.Peripherals;
using Nf.Hal.Drivers;
using Nf.Tests.Machine.Rig;

namespace Nf.Tests.Machine.Crypto;

/// <summary>What a board's native code encrypts and hashes, the software ones read, and the other way round.</summary>
[TestClass]
public sealed class PrimitivesSeamTests
{
    private static readonly byte[] Digest = SHA256.HashData([3]);

    [TestMethod]
    public void A_key_that_native_ciphers_keep_is_read_by_software_ones()
    {
        ModuleBench bench = new();
        DotNetPrimitives native = new();
        ModuleSteps.Import(Native(bench, native), 0, TestKeys.Of(2048));
        Assert.IsGreaterThan(40, native.Uses);
        bench.PowerOn();
        ModuleSteps.Verify(TestKeys.Of(2048), Digest, ModuleSteps.Sign(bench.Module, 0, Digest));
    }

    [TestMethod]
    public void A_key_that_software_ciphers_keep_is_read_by_native_ones()
    {
        ModuleBench bench = new();
        ModuleSteps.Import(bench.Module, 1, TestKeys.Of(2048));
        ModuleSteps.Verify(TestKeys.Of(2048), Digest, ModuleSteps.Sign(Native(bench, new DotNetPrimitives()), 1, Digest));
    }

    [TestMethod]
    public void A_passwords_digest_is_its_keyed_hash_over_the_salt_32_times()
    {
        var register = TestRegister.Fiscalised();
        register.Do(101, "1\t0001\tPa55word\t");
        var cell = register.Fram(0x1200 + 28, 24);
        var salt = cell[1..8];
        var key = Encoding.ASCII.GetBytes("Pa55word");
        var digest = HMACSHA256.HashData(key, salt);
        for (var i = 1; i < 32; i++) digest = HMACSHA256.HashData(key, (byte[])[.. digest, .. salt]);
        Assert.AreEqual(1, cell[0]);
        CollectionAssert.AreEqual(digest[..16], cell[8..24]);
    }

    private static SoftwareCryptoModule Native(ModuleBench bench, DotNetPrimitives primitives) =>
        new(new Mb85rsFram(bench.Chip), ModuleBench.Address, bench.Random, new DeviceSecretModel(ModuleBench.Secret), primitives);
}
