#if NANOFRAMEWORK_1_0
using nanoFramework.TestFramework;
#endif
using Nf.Hal.Crypto;

namespace Nf.Tests.Unit.Crypto;

/// <summary>Vectors of FIPS 197 and RFC 4231.</summary>
[TestClass]
public class AesHmacTests
{
    [TestMethod]
    public void The_vector_of_fips_197_comes_out()
    {
        byte[] key = new byte[32];
        byte[] block = new byte[16];
        for (int i = 0; i < key.Length; i++) key[i] = (byte)i;
        for (int i = 0; i < block.Length; i++) block[i] = (byte)(i << 4 | i);
        Aes256 cipher = new Aes256();
        cipher.SetKey(key, 0);
        cipher.Encrypt(block, 0, block, 0);
        Same(block, 0x8E, 0xA2, 0xB7, 0xCA, 0x51, 0x67, 0x45, 0xBF);
    }

    [TestMethod]
    public void The_first_vector_of_rfc_4231_comes_out()
    {
        byte[] key = new byte[20];
        for (int i = 0; i < key.Length; i++) key[i] = 0x0B;
        byte[] text = { (byte)'H', (byte)'i', (byte)' ', (byte)'T', (byte)'h', (byte)'e', (byte)'r', (byte)'e' };
        byte[] code = new byte[32];
        HmacSha256 mac = new HmacSha256();
        mac.SetKey(key, 0, key.Length);
        mac.Update(text, 0, text.Length);
        mac.Finish(code, 0);
        Same(code, 0xB0, 0x34, 0x4C, 0x61, 0xD8, 0xDB, 0x38, 0x53);
    }

    private static void Same(byte[] bytes, params int[] start)
    {
        for (int i = 0; i < start.Length; i++) Assert.AreEqual(start[i], (int)bytes[i]);
    }
}
