using System.Collections.Concurrent;
using System.Numerics;
using System.Security.Cryptography;
using Nf.Tests.Machine.Rig;

namespace Nf.Tests.Machine.Crypto;

/// <summary>RSA keys made once for all tests, and the raw private operation with them, which signs any block whatever.</summary>
internal static class TestKeys
{
    private static readonly ConcurrentDictionary<(int Bits, int Exponent, int Number), Lazy<RSA>> Made = [];

    /// <summary>The key of so many bits.</summary>
    public static RSA Of(int bits, int exponent = 65537) => Numbered(bits, exponent, 0);

    /// <summary>Another key of so many bits.</summary>
    public static RSA Another(int bits) => Numbered(bits, 65537, 1);

    /// <summary>A third key of so many bits.</summary>
    public static RSA Third(int bits) => Numbered(bits, 65537, 2);

    /// <summary>The block raised to the private exponent, as long as the modulus.</summary>
    public static byte[] SignRaw(RSA key, byte[] block)
    {
        RSAParameters numbers = key.ExportParameters(true);
        return Bytes(BigInteger.ModPow(Number(block), Number(numbers.D!), Number(numbers.Modulus!)), numbers.Modulus!.Length);
    }

    public static BigInteger Number(byte[] bytes) => new(bytes, isUnsigned: true, isBigEndian: true);

    /// <summary>A number in so many bytes, the highest first.</summary>
    public static byte[] Bytes(BigInteger number, int count)
    {
        byte[] bytes = new byte[count];
        byte[] all = number.ToByteArray(isUnsigned: true, isBigEndian: true);
        all.CopyTo(bytes, count - all.Length);
        return bytes;
    }

    private static RSA Numbered(int bits, int exponent, int number) =>
        Made.GetOrAdd((bits, exponent, number), key => new Lazy<RSA>(() => Make(key.Bits, key.Exponent))).Value;

    private static RSA Make(int bits, int exponent)
    {
        RSA key = RSA.Create();
        key.ImportFromPem(OpenSsl.Run($"genpkey -quiet -algorithm RSA -pkeyopt rsa_keygen_bits:{bits} -pkeyopt rsa_keygen_pubexp:{exponent}"));
        return key;
    }
}
