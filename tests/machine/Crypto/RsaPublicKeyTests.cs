using System.Security.Cryptography;
using System.Text;
using CsCheck;
using Nf.Hal.Crypto;
using Nf.Tests.Machine.Rig;

namespace Nf.Tests.Machine.Crypto;

/// <summary>What .NET and openssl sign is verified, what was changed is not; and how many instructions that takes.</summary>
[TestClass]
public class RsaPublicKeyTests
{
    /// <summary>Instructions that a step may execute: some 20 ms on a board. A debug build has more of them for the same.</summary>
#if DEBUG
    public const int InstructionsAStep = 30_000;
#else
    public const int InstructionsAStep = 20_000;
#endif

    private static readonly byte[] Message = Encoding.UTF8.GetBytes("Bon fiscal");

    public TestContext TestContext { get; set; } = null!;

    [TestMethod]
    [DataRow(1024, 65537)]
    [DataRow(1032, 65537)]
    [DataRow(2047, 65537)]
    [DataRow(2048, 65537)]
    [DataRow(2048, 3)]
    [DataRow(2056, 17)]
    [DataRow(3072, 65537)]
    [DataRow(4095, 3)]
    [DataRow(4096, 65537)]
    public void A_signature_is_good_until_any_part_of_it_is_changed(int bits, int exponent)
    {
        RSA key = TestKeys.Of(bits, exponent);
        byte[] digest = SHA256.HashData(Message);
        byte[] signature = key.SignHash(digest, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        RsaPublicKey verifier = VerifierOf(key);
        Assert.AreEqual((bits + 7) / 8, verifier.Length);
        Assert.IsTrue(verifier.Verify(digest, 0, signature, 0, signature.Length));

        signature[^1] ^= 1;
        Assert.IsFalse(verifier.Verify(digest, 0, signature, 0, signature.Length));
        signature[^1] ^= 1;
        digest[31] ^= 0x80;
        Assert.IsFalse(verifier.Verify(digest, 0, signature, 0, signature.Length));
        digest[31] ^= 0x80;
        Assert.IsTrue(verifier.Verify(digest, 0, signature, 0, signature.Length));
    }

    [TestMethod]
    public void Thousands_of_signatures_are_good_and_their_changed_copies_are_not()
    {
        RSA key = TestKeys.Of(2048, 3);
        RsaPublicKey verifier = VerifierOf(key);
        Gen.Select(Gen.Byte.Array[32], Gen.Int[0, 2047]).Sample(
            (digest, bit) =>
            {
                byte[] signature = key.SignHash(digest, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
                if (!verifier.Verify(digest, 0, signature, 0, signature.Length)) return false;
                signature[bit / 8] ^= (byte)(1 << bit % 8);
                return !verifier.Verify(digest, 0, signature, 0, signature.Length);
            },
            seed: "0N0XIzNsQ0O2", iter: 1000, threads: 1);
    }

    [TestMethod]
    public void A_signature_of_openssl_is_good_wherever_it_stands_in_a_buffer()
    {
        RSA key = TestKeys.Of(3072);
        string folder = Directory.CreateTempSubdirectory("nf-openssl").FullName;
        try
        {
            string keyFile = Path.Combine(folder, "key.pem"), messageFile = Path.Combine(folder, "message"), signatureFile = Path.Combine(folder, "signature");
            File.WriteAllText(keyFile, key.ExportRSAPrivateKeyPem());
            File.WriteAllBytes(messageFile, Message);
            OpenSsl.Run($"dgst -sha256 -sign {keyFile} -out {signatureFile} {messageFile}");
            byte[] digest = [7, .. SHA256.HashData(Message)];
            byte[] signature = [1, 2, .. File.ReadAllBytes(signatureFile), 3];
            Assert.IsTrue(VerifierOf(key).Verify(digest, 1, signature, 2, 384));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [TestMethod]
    public void No_signature_is_taken_that_is_not_below_the_modulus_or_has_another_length()
    {
        RSA key = TestKeys.Of(2047);
        byte[] digest = SHA256.HashData(Message);
        byte[] signature = key.SignHash(digest, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        RsaPublicKey verifier = VerifierOf(key);
        byte[] modulus = key.ExportParameters(false).Modulus!;
        byte[] larger = TestKeys.Bytes(TestKeys.Number(signature) + TestKeys.Number(modulus), signature.Length);
        Assert.IsFalse(verifier.BeginVerify(digest, 0, larger, 0, larger.Length));
        Assert.IsFalse(verifier.BeginVerify(digest, 0, modulus, 0, modulus.Length));
        Assert.IsFalse(verifier.BeginVerify(digest, 0, [0, .. signature], 0, signature.Length + 1));
        Assert.IsFalse(verifier.BeginVerify(digest, 0, signature, 1, signature.Length - 1));
        Assert.IsFalse(verifier.IsBusy);
        Assert.IsFalse(verifier.Step());
        Assert.IsFalse(verifier.Verified);
    }

    [TestMethod]
    public void Numbers_that_cannot_be_a_key_are_not_taken()
    {
        RsaPublicKey verifier = new();
        byte[] modulus = TestKeys.Of(2048).ExportParameters(false).Modulus!;
        Assert.IsTrue(verifier.Set([0, 0, .. modulus], 1, 257, 65537));
        Assert.IsFalse(verifier.Set(modulus, 0, 256, 65536), "an even exponent");
        Assert.IsFalse(verifier.Set(modulus, 0, 256, 1), "an exponent that changes nothing");
        Assert.IsFalse(verifier.Set(modulus, 0, 127, 65537), "too short");
        Assert.IsFalse(verifier.Set([1, .. modulus, .. modulus], 0, 513, 65537), "too long");
        Assert.IsFalse(verifier.Set([], 0, 0, 65537), "nothing");
        Assert.IsFalse(verifier.BeginVerify(new byte[32], 0, new byte[256], 0, 256), "no key");
        modulus[^1] ^= 1;
        Assert.IsFalse(verifier.Set(modulus, 0, 256, 65537), "an even modulus");
    }

    [TestMethod]
    [DataRow(1024, 900_000)]
    [DataRow(2048, 3_000_000)]
    [DataRow(3072, 6_000_000)]
    [DataRow(4096, 10_000_000)]
    public void Every_step_is_bounded_and_so_are_all_together(int bits, long most)
    {
        RsaCost cost = RsaCost.Verification(bits);
        TestContext.WriteLine($"{cost}");
        Assert.IsInRange(10_000, InstructionsAStep, cost.Longest);
        Assert.IsInRange(most / 2, most, cost.All);
    }

    private static RsaPublicKey VerifierOf(RSA key)
    {
        RSAParameters numbers = key.ExportParameters(false);
        RsaPublicKey verifier = new();
        Assert.IsTrue(verifier.Set(numbers.Modulus!, 0, numbers.Modulus!.Length, (uint)TestKeys.Number(numbers.Exponent!)));
        return verifier;
    }
}
