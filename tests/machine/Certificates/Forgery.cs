using System.Numerics;
using System.Security.Cryptography;

namespace Nf.Tests.Machine.Certificates;

/// <summary>Signatures that are none, of the kinds that verifiers were fooled by: the block is made by hand, the power with the real key.</summary>
internal static class Forgery
{
    private const int Size = 256;

    private static readonly byte[] s_name = Convert.FromHexString("3031300d060960864801650304020105000420");
    private static readonly byte[] s_bareName = Convert.FromHexString("302f300b0609608648016503040201" + "0420");
    private static readonly byte[] s_sha1Name = Convert.FromHexString("3021300906052b0e03021a05000414");
    private static readonly byte[] s_sha512Name = Convert.FromHexString("3051300d060960864801650304020305000440");

    /// <summary>Each kind with what makes it from the signed data and the key.</summary>
    public static readonly IReadOnlyDictionary<string, Func<byte[], RSA, byte[]>> Kinds = new Dictionary<string, Func<byte[], RSA, byte[]>>
    {
        ["block type 2"] = (data, key) => Power(key, Block(2, 0xFF, [.. s_name, .. Sha(data)])),
        ["block type 0"] = (data, key) => Power(key, Block(0, 0x00, [.. s_name, .. Sha(data)])),
        ["padding of other bytes"] = (data, key) => Power(key, Block(1, 0xFE, [.. s_name, .. Sha(data)])),
        ["short padding, rest behind the digest"] = (data, key) => Power(key, ShortBlock(8, [.. s_name, .. Sha(data)])),
        ["no padding at all"] = (data, key) => Power(key, ShortBlock(0, [.. s_name, .. Sha(data)])),
        ["no zero after the padding"] = (data, key) => Power(key, Block(1, 0xFF, [.. s_name, .. Sha(data)], 0xFF)),
        ["digest without its name"] = (data, key) => Power(key, Block(1, 0xFF, Sha(data))),
        ["name without NULL"] = (data, key) => Power(key, Block(1, 0xFF, [.. s_bareName, .. Sha(data)])),
        ["name with other parameters"] = (data, key) => Power(key, Block(1, 0xFF,
            [.. Convert.FromHexString("3033300f06096086480165030402010402" + "abcd0420"), .. Sha(data)])),
        ["SHA-1"] = (data, key) => Power(key, Block(1, 0xFF, [.. s_sha1Name, .. SHA1.HashData(data)])),
        ["SHA-512"] = (data, key) => Power(key, Block(1, 0xFF, [.. s_sha512Name, .. SHA512.HashData(data)])),
        ["SHA-256 of something else"] = (data, key) => Power(key, Block(1, 0xFF, [.. s_name, .. Sha([.. data, 0])])),
        ["digest one bit wrong"] = (data, key) => Power(key, Block(1, 0xFF, [.. s_name, .. Flipped(Sha(data))])),
        ["digest cut"] = (data, key) => Power(key, Block(1, 0xFF, [.. s_name, .. Sha(data)[..31]])),
        ["PSS"] = (data, key) => key.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pss),
        ["zero"] = (_, _) => new byte[Size],
        ["one"] = (_, _) => Bytes(BigInteger.One),
        ["modulus minus one"] = (_, key) => Bytes(Modulus(key) - 1),
        ["the modulus"] = (_, key) => Bytes(Modulus(key)),
        ["all ones"] = (_, _) => [.. Enumerable.Repeat((byte)0xFF, Size)],
        ["the block itself"] = (data, _) => Block(1, 0xFF, [.. s_name, .. Sha(data)]),
        ["one bit wrong"] = (data, key) => Flipped(Good(data, key)),
        ["backwards"] = (data, key) => [.. Good(data, key).Reverse()],
        ["a zero in front"] = (data, key) => [0, .. Good(data, key)],
        ["a byte behind"] = (data, key) => [.. Good(data, key), 0],
        ["last byte missing"] = (data, key) => Good(data, key)[..^1],
        ["first byte missing"] = (data, key) => Good(data, key)[1..],
        ["one byte"] = (_, _) => [1],
        ["twice"] = (data, key) => [.. Good(data, key), .. Good(data, key)],
        ["of another key"] = (data, _) => Good(data, TestPki.RegisterKey),
    };

    public static byte[] Good(byte[] data, RSA key) => key.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

    private static byte[] Sha(byte[] data) => SHA256.HashData(data);

    private static byte[] Flipped(byte[] data)
    {
        var copy = (byte[])data.Clone();
        copy[^1] ^= 1;
        return copy;
    }

    private static byte[] Block(byte type, byte padding, byte[] end, byte zero = 0)
    {
        var block = new byte[Size];
        block.AsSpan().Fill(padding);
        (block[0], block[1]) = (0, type);
        end.CopyTo(block, Size - end.Length);
        block[Size - end.Length - 1] = zero;
        return block;
    }

    private static byte[] ShortBlock(int padding, byte[] middle)
    {
        var block = new byte[Size];
        new Random(1).NextBytes(block);
        (block[0], block[1]) = (0, 1);
        block.AsSpan(2, padding).Fill(0xFF);
        block[2 + padding] = 0;
        middle.CopyTo(block, 3 + padding);
        return block;
    }

    private static byte[] Power(RSA key, byte[] block)
    {
        var parameters = key.ExportParameters(true);
        return Bytes(BigInteger.ModPow(Number(block), Number(parameters.D!), Number(parameters.Modulus!)));
    }

    private static BigInteger Modulus(RSA key) => Number(key.ExportParameters(false).Modulus!);

    private static BigInteger Number(byte[] bytes) => new(bytes, isUnsigned: true, isBigEndian: true);

    private static byte[] Bytes(BigInteger number)
    {
        var bytes = number.ToByteArray(isUnsigned: true, isBigEndian: true);
        return [.. new byte[Size - bytes.Length], .. bytes];
    }
}
