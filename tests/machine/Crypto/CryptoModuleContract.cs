using System.Security.Cryptography;
using System.Text;
using Nf.Hal.Devices;
using Nf.Tests.Machine.Rig;
using Nf.Tests.Machine.State;

namespace Nf.Tests.Machine.Crypto;

/// <summary>What every crypto module does, whatever it is made of.</summary>
public abstract class CryptoModuleContract
{
    private static readonly byte[] Digest = SHA256.HashData(Encoding.UTF8.GetBytes("mesaj"));

    /// <summary>A new module without keys.</summary>
    protected abstract ICryptoModule NewModule();

    [TestMethod]
    public void A_new_module_has_no_keys_and_signs_nothing()
    {
        ICryptoModule module = NewModule();
        Assert.IsTrue(module.Present);
        Assert.IsFalse(module.HasKey(0) || module.HasKey(1) || module.IsBusy || module.Poll());
        Assert.AreEqual(DeviceResult.Failed, module.BeginSign(0, Digest));
        Assert.AreEqual(DeviceResult.Failed, module.Outcome);
        Assert.AreEqual(DeviceResult.Failed, module.ReadModulus(1, new byte[256], 0));
        Assert.AreEqual(DeviceResult.Failed, ModuleSteps.Give(module, 0, [1], 1, new TlsStoreStub()));
        Assert.AreEqual(DeviceResult.Ok, module.Erase(0));
    }

    [TestMethod]
    public void An_imported_key_signs_and_dotnet_and_openssl_verify()
    {
        ICryptoModule module = NewModule();
        RSA key = TestKeys.Of(2048);
        Assert.AreEqual(DeviceResult.Ok, ModuleSteps.Import(module, 1, key));
        Assert.IsTrue(module.HasKey(1));
        Assert.IsFalse(module.HasKey(0));

        byte[] modulus = new byte[258];
        Assert.AreEqual(DeviceResult.Ok, module.ReadModulus(1, modulus, 2));
        Assert.AreSequenceEqual(key.ExportParameters(false).Modulus!, modulus[2..]);
        byte[] signature = ModuleSteps.Sign(module, 1, Digest);
        Assert.IsTrue(key.VerifyHash(Digest, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
        OpenSslVerifies(key, signature);
        Assert.AreSequenceEqual(signature, ModuleSteps.Sign(module, 1, Digest), "RSA PKCS#1 v1.5 has one signature for a digest");
    }

    private static void OpenSslVerifies(RSA key, byte[] signature)
    {
        using TempFolder folder = new();
        File.WriteAllText(folder["key.pem"], key.ExportSubjectPublicKeyInfoPem());
        File.WriteAllBytes(folder["digest"], Digest);
        File.WriteAllBytes(folder["signature"], signature);
        StringAssert.Contains(OpenSsl.Run($"pkeyutl -verify -pubin -inkey {folder["key.pem"]} -sigfile {folder["signature"]} -in {folder["digest"]} -pkeyopt digest:sha256"),
            "Verified Successfully");
    }

    [TestMethod]
    public void Keys_in_two_places_do_not_meet_and_a_new_one_replaces_the_old_one()
    {
        ICryptoModule module = NewModule();
        RSA[] keys = [TestKeys.Of(2048), TestKeys.Another(2048), TestKeys.Third(2048)];
        ModuleSteps.Import(module, 0, keys[0]);
        ModuleSteps.Import(module, 1, keys[1]);
        ModuleSteps.Verify(keys[0], Digest, ModuleSteps.Sign(module, 0, Digest));
        ModuleSteps.Verify(keys[1], Digest, ModuleSteps.Sign(module, 1, Digest));
        ModuleSteps.Import(module, 0, keys[2]);
        ModuleSteps.Verify(keys[2], Digest, ModuleSteps.Sign(module, 0, Digest));
        ModuleSteps.Verify(keys[1], Digest, ModuleSteps.Sign(module, 1, Digest));

        Assert.AreEqual(DeviceResult.Ok, module.Erase(0));
        Assert.IsFalse(module.HasKey(0));
        Assert.IsTrue(module.HasKey(1));
    }

    [TestMethod]
    [DataRow(nameof(RsaPrivateKey.Modulus), 255)]
    [DataRow(nameof(RsaPrivateKey.Modulus), 100)]
    [DataRow(nameof(RsaPrivateKey.PrimeP), 0)]
    [DataRow(nameof(RsaPrivateKey.PrimeQ), 127)]
    [DataRow(nameof(RsaPrivateKey.ExponentP), 64)]
    [DataRow(nameof(RsaPrivateKey.ExponentQ), 127)]
    [DataRow(nameof(RsaPrivateKey.Coefficient), 1)]
    public void A_key_with_one_wrong_byte_is_not_taken_and_the_old_one_stays(string part, int position)
    {
        ICryptoModule module = NewModule();
        ModuleSteps.Import(module, 0, TestKeys.Another(2048));
        RsaPrivateKey key = ModuleSteps.KeyOf(TestKeys.Of(2048));
        ((byte[])typeof(RsaPrivateKey).GetProperty(part)!.GetValue(key)!)[position] ^= 0x81;
        Assert.AreEqual(DeviceResult.Ok, module.BeginImport(0, key));
        ModuleSteps.Finish(module);
        Assert.AreEqual(DeviceResult.Failed, module.Outcome);
        ModuleSteps.Verify(TestKeys.Another(2048), Digest, ModuleSteps.Sign(module, 0, Digest));
    }

    [TestMethod]
    public void A_key_that_is_made_signs_and_satisfies_dotnet_and_openssl()
    {
        ICryptoModule module = NewModule();
        Assert.AreEqual(DeviceResult.Ok, module.BeginGenerate(1));
        Assert.IsTrue(module.IsBusy);
        ModuleSteps.Finish(module);
        Assert.AreEqual(DeviceResult.Ok, module.Outcome);
        TlsStoreStub store = new();
        Assert.AreEqual(DeviceResult.Ok, ModuleSteps.Give(module, 1, [1, 2, 3], 3, store));
        StringAssert.Contains(OpenSsl.Run("rsa -check -noout", store.Key), "RSA key ok");
        RSA key = RSA.Create();
        key.ImportFromPem(store.Key);
        Assert.AreEqual(2048, key.KeySize);
        ModuleSteps.Verify(key, Digest, ModuleSteps.Sign(module, 1, Digest));
    }

    [TestMethod]
    public void Certificate_and_key_reach_the_tls_stack_as_pem()
    {
        ICryptoModule module = NewModule();
        RSA key = TestKeys.Of(2048);
        ModuleSteps.Import(module, 0, key);
        for (int length = 700; length < 760; length++)
        {
            byte[] certificate = [.. Enumerable.Range(0, length).Select(i => (byte)(i * 7))];
            TlsStoreStub store = new();
            Assert.AreEqual(DeviceResult.Ok, ModuleSteps.Give(module, 0, certificate, length - 1, store));
            Assert.AreEqual(PemEncoding.WriteString("CERTIFICATE", certificate.AsSpan(0, length - 1)) + "\n", store.Certificate);
            Assert.AreEqual(0, store.Place);
            if (length > 700) continue;
            using RSA given = RSA.Create();
            given.ImportFromPem(store.Key);
            ModuleSteps.Verify(key, Digest, given.SignHash(Digest, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
            StringAssert.Contains(OpenSsl.Run("rsa -check -noout", store.Key), "RSA key ok");
        }
    }

    [TestMethod]
    public void Work_asked_for_while_busy_is_misuse_and_so_is_a_third_place()
    {
        ICryptoModule module = NewModule();
        ModuleSteps.Import(module, 0, TestKeys.Of(2048));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => module.BeginGenerate(2));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => module.HasKey(-1));
        Assert.AreEqual(DeviceResult.Ok, module.BeginSign(0, Digest));
        Assert.ThrowsExactly<InvalidOperationException>(() => module.BeginSign(0, Digest));
        Assert.ThrowsExactly<InvalidOperationException>(() => module.Erase(0));
        Assert.ThrowsExactly<InvalidOperationException>(() => module.BeginGive(0, [1], 1, new TlsStoreStub()));
        Assert.IsTrue(module.HasKey(0), "what it has can be asked at any time");
        Assert.AreEqual(DeviceResult.Ok, module.ReadModulus(0, new byte[RsaKeySize.ModulusLength], 0));
        ModuleSteps.Finish(module);
        Assert.AreEqual(DeviceResult.Ok, module.Outcome);
    }

    [TestMethod]
    public void Random_bytes_fill_the_range_and_nothing_else()
    {
        ICryptoModule module = NewModule();
        byte[] first = new byte[100], second = new byte[100];
        Assert.AreEqual(DeviceResult.Ok, module.Random(first, 10, 80));
        Assert.AreEqual(DeviceResult.Ok, module.Random(second, 10, 80));
        Assert.IsFalse(first.AsSpan(10, 80).SequenceEqual(second.AsSpan(10, 80)));
        Assert.IsFalse(first.AsSpan(0, 10).ContainsAnyExcept((byte)0) || first.AsSpan(90).ContainsAnyExcept((byte)0));
        Assert.IsGreaterThan(60, first.AsSpan(10, 80).ToArray().Distinct().Count() + 10);
    }
}
