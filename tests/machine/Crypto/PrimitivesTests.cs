using System.Security.Cryptography;
using CsCheck;
using Nf.Hal.Crypto;

namespace Nf.Tests.Machine.Crypto;

/// <summary>HMAC, AES and SHA-256 against .NET, over random keys and texts.</summary>
[TestClass]
public class PrimitivesTests
{
    [TestMethod]
    public void Hmac_is_that_of_dotnet()
    {
        HmacSha256 mac = new();
        Gen.Select(Gen.Byte.Array[0, 64], Gen.Byte.Array[0, 300]).Sample(
            (key, text) =>
            {
                byte[] code = new byte[33];
                mac.SetKey(key, 0, key.Length);
                mac.Update(text, 0, text.Length);
                mac.Finish(code, 1);
                return code.AsSpan(1).SequenceEqual(HMACSHA256.HashData(key, text));
            },
            seed: "0N0XIzNsQ0O2", threads: 1);
    }

    [TestMethod]
    public void Aes_is_that_of_dotnet()
    {
        Aes256 ours = new();
        Gen.Select(Gen.Byte.Array[32], Gen.Byte.Array[16]).Sample(
            (key, block) =>
            {
                byte[] result = new byte[16];
                ours.SetKey(key, 0);
                ours.Encrypt(block, 0, result, 0);
                using Aes theirs = Aes.Create();
                theirs.Key = key;
                return result.AsSpan().SequenceEqual(theirs.EncryptEcb(block, PaddingMode.None));
            },
            seed: "0N0XIzNsQ0O2", threads: 1);
    }

    [TestMethod]
    public void The_counter_carries_into_all_of_its_four_bytes()
    {
        Aes256 ours = new();
        byte[] key = new byte[32];
        ours.SetKey(key, 0);
        byte[] counter = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 0, 0xFF, 0xFF, 0xFF];
        byte[] next = [.. counter[..12], 1, 0, 0, 0];
        using Aes theirs = Aes.Create();
        theirs.Key = key;
        byte[] text = new byte[20];
        ours.Xor(counter, text, 0, 16);
        ours.Xor(counter, text, 16, 4);
        Assert.AreSequenceEqual(theirs.EncryptEcb(next, PaddingMode.None)[..4], text[16..]);
    }
}
