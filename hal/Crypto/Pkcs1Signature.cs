using System;

namespace Nf.Hal.Crypto;

/// <summary>The block that a signature RSA PKCS#1 v1.5 with SHA-256 encrypts (RFC 8017, 9.2).</summary>
internal static class Pkcs1Signature
{
    /// <summary>Bytes of the shortest block: 00 01, eight of padding, 00, the digest with its name.</summary>
    public const int ShortestBlock = 11 + 19 + Sha256.DigestLength;

    /// <summary>The DER before the digest: a DigestInfo that names SHA-256.</summary>
    private static readonly byte[] DigestName =
    {
        0x30, 0x31, 0x30, 0x0D, 0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01, 0x05, 0x00, 0x04, 0x20,
    };

    /// <summary>Writes the only block of <paramref name="count"/> bytes that a digest has.</summary>
    public static void Write(byte[] digest, int digestOffset, byte[] block, int count)
    {
        int digestAt = count - Sha256.DigestLength;
        int nameAt = digestAt - DigestName.Length;
        block[0] = 0;
        block[1] = 1;
        for (int i = 2; i < nameAt - 1; i++) block[i] = 0xFF;
        block[nameAt - 1] = 0;
        Array.Copy(DigestName, 0, block, nameAt, DigestName.Length);
        Array.Copy(digest, digestOffset, block, digestAt, Sha256.DigestLength);
    }
}
