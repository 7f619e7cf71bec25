using System.Numerics;
using System.Security.Cryptography;

namespace Nf.Tests.Machine.Crypto;

/// <summary>What the module keeps of a key is what its page says, to the byte: .NET reads it, and it reads what .NET wrote.</summary>
[TestClass]
public class KeyContainerTests
{
    private static readonly byte[] Digest = new byte[32];

    [TestMethod]
    [DataRow(0)]
    [DataRow(1)]
    public void Dotnet_reads_a_key_that_the_module_wrote(int place)
    {
        ModuleBench bench = new();
        ModuleSteps.Import(bench.Module, place, TestKeys.Of(2048));
        byte[] key = KeyContainer.Read(ModuleBench.Secret, (byte)place, Slot(bench, place));
        RSAParameters numbers = TestKeys.Of(2048).ExportParameters(true);
        byte[] expected = [.. numbers.Modulus!, .. numbers.P!, .. numbers.Q!, .. numbers.DP!, .. numbers.DQ!, .. numbers.InverseQ!];
        Assert.AreSequenceEqual(expected, key[..expected.Length]);
        // The pair that blinds: r^e, and the inverse of r.
        BigInteger modulus = TestKeys.Number(numbers.Modulus!);
        BigInteger inverse = BigInteger.ModPow(TestKeys.Number(key[^256..]), 65537, modulus);
        Assert.AreEqual(BigInteger.One, TestKeys.Number(key[^512..^256]) * inverse % modulus);
    }

    [TestMethod]
    [DataRow(0, 1u)]
    [DataRow(1, 0x12345678u)]
    public void The_module_signs_with_a_key_that_dotnet_wrote(int place, uint number)
    {
        byte[] image = new byte[0x2000];
        KeyContainer.Write(ModuleBench.Secret, (byte)place, number, [.. Enumerable.Range(1, 12).Select(i => (byte)i)], Key()).CopyTo(image, SlotAt(place));
        ModuleBench bench = new(image);
        ModuleSteps.Verify(TestKeys.Of(2048), Digest, ModuleSteps.Sign(bench.Module, place, Digest));
    }

    private static int SlotAt(int place) => ModuleBench.Address + 2 * place * KeyContainer.SlotSize;

    private static byte[] Slot(ModuleBench bench, int place) => bench.Image()[SlotAt(place)..(SlotAt(place) + KeyContainer.SlotSize)];

    private static byte[] Key()
    {
        RSAParameters numbers = TestKeys.Of(2048).ExportParameters(true);
        BigInteger modulus = TestKeys.Number(numbers.Modulus!);
        BigInteger order = (TestKeys.Number(numbers.P!) - 1) * (TestKeys.Number(numbers.Q!) - 1);
        BigInteger r = 0x1234567;
        return
        [
            .. numbers.Modulus!, .. numbers.P!, .. numbers.Q!, .. numbers.DP!, .. numbers.DQ!, .. numbers.InverseQ!,
            .. TestKeys.Bytes(BigInteger.ModPow(r, 65537, modulus), 256), .. TestKeys.Bytes(BigInteger.ModPow(r, order - 1, modulus), 256),
        ];
    }
}
