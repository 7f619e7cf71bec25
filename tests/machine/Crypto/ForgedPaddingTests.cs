using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using Nf.Hal.Crypto;

namespace Nf.Tests.Machine.Crypto;

/// <summary>Blocks that a careless verifier would take for the padded digest, signed with the real key; and one signed without it.</summary>
[TestClass]
public class ForgedPaddingTests
{
    private const int Length = 256;

    private static readonly byte[] Digest = SHA256.HashData(Encoding.UTF8.GetBytes("contract"));
    private static readonly byte[] DigestInfo = [.. Convert.FromHexString("3031300D060960864801650304020105000420"), .. Digest];

    [TestMethod]
    public void The_right_block_is_taken() => Assert.IsTrue(Takes(Padded(1, DigestInfo)));

    [TestMethod]
    public void A_block_of_type_2_is_refused() => Assert.IsFalse(Takes(Padded(2, DigestInfo)));

    [TestMethod]
    public void A_block_of_type_0_is_refused() => Assert.IsFalse(Takes(Padded(0, DigestInfo)));

    [TestMethod]
    public void Padding_that_ends_early_with_something_behind_the_digest_is_refused()
    {
        byte[] block = new byte[Length];
        byte[] start = [0, 1, .. Enumerable.Repeat((byte)0xFF, 8), 0, .. DigestInfo];
        start.CopyTo(block, 0);
        Assert.IsFalse(Takes(block));
    }

    [TestMethod]
    public void Padding_with_another_byte_in_it_is_refused()
    {
        byte[] block = Padded(1, DigestInfo);
        block[100] = 0xFE;
        Assert.IsFalse(Takes(block));
        block[100] = 0;
        Assert.IsFalse(Takes(block));
    }

    [TestMethod]
    public void Something_between_padding_and_digest_is_refused() =>
        Assert.IsFalse(Takes(Padded(1, [0x55, 0x55, .. DigestInfo])));

    [TestMethod]
    public void A_digest_without_its_name_is_refused() => Assert.IsFalse(Takes(Padded(1, Digest)));

    [TestMethod]
    public void Another_digest_s_name_is_refused()
    {
        byte[] ofSha512 = [.. DigestInfo];
        ofSha512[14] = 3;
        Assert.IsFalse(Takes(Padded(1, ofSha512)));
    }

    [TestMethod]
    public void A_name_without_its_empty_parameters_is_refused() =>
        Assert.IsFalse(Takes(Padded(1, [.. Convert.FromHexString("302F300B0609608648016503040201" + "0420"), .. Digest])));

    [TestMethod]
    public void A_name_with_something_in_its_parameters_is_refused() =>
        Assert.IsFalse(Takes(Padded(1, [.. Convert.FromHexString("3033300F0609608648016503040201" + "0402AAAA0420"), .. Digest])));

    [TestMethod]
    public void A_length_in_two_bytes_is_refused() =>
        Assert.IsFalse(Takes(Padded(1, [.. Convert.FromHexString("308131300D060960864801650304020105000420"), .. Digest])));

    /// <summary>D. Bleichenbacher, 2006: with exponent 3 a cube root gives the right start, and rubbish behind it.</summary>
    [TestMethod]
    public void A_cube_root_is_refused_that_needs_no_key()
    {
        byte[] start = [0, 1, .. Enumerable.Repeat((byte)0xFF, 8), 0, .. DigestInfo];
        int behind = (Length - start.Length) * 8;
        BigInteger root = CubeRoot(TestKeys.Number(start) + 1 << behind);
        byte[] cube = TestKeys.Bytes(BigInteger.Pow(root, 3), Length);
        Assert.IsTrue(cube.AsSpan().StartsWith(start), "the forgery would deceive whoever reads on from the start");
        byte[] signature = TestKeys.Bytes(root, Length);
        Assert.IsFalse(KeyOf().Verify(Digest, 0, signature, 0, Length));
    }

    [TestMethod]
    public void Zero_and_one_are_no_signatures()
    {
        byte[] signature = new byte[Length];
        Assert.IsFalse(KeyOf().Verify(Digest, 0, signature, 0, Length));
        signature[^1] = 1;
        Assert.IsFalse(KeyOf().Verify(Digest, 0, signature, 0, Length));
    }

    private static byte[] Padded(byte type, byte[] content) =>
        [0, type, .. Enumerable.Repeat((byte)0xFF, Length - 3 - content.Length), 0, .. content];

    private static bool Takes(byte[] block) => KeyOf().Verify(Digest, 0, TestKeys.SignRaw(TestKeys.Of(2048, 3), block), 0, Length);

    private static RsaPublicKey KeyOf()
    {
        RsaPublicKey key = new(2048);
        Assert.IsTrue(key.Set(TestKeys.Of(2048, 3).ExportParameters(false).Modulus!, 0, Length, 3));
        return key;
    }

    /// <summary>The largest number whose cube is below.</summary>
    private static BigInteger CubeRoot(BigInteger cube)
    {
        BigInteger root = BigInteger.Zero;
        for (int bit = (int)(cube.GetBitLength() / 3) + 1; bit >= 0; bit--)
        {
            BigInteger larger = root + (BigInteger.One << bit);
            if (BigInteger.Pow(larger, 3) < cube) root = larger;
        }

        return root;
    }
}
