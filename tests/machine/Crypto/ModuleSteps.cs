using System.Security.Cryptography;
using Nf.Hal.Devices;

namespace Nf.Tests.Machine.Crypto;

/// <summary>Work of a crypto module from its beginning to its end.</summary>
internal static class ModuleSteps
{
    public static void Finish(ICryptoModule module)
    {
        while (module.IsBusy) module.Poll();
    }

    public static DeviceResult Import(ICryptoModule module, int place, RSA key)
    {
        Assert.AreEqual(DeviceResult.Ok, module.BeginImport(place, KeyOf(key)));
        Finish(module);
        return module.Outcome;
    }

    public static DeviceResult Give(ICryptoModule module, int place, byte[] certificate, int count, ITlsStore store)
    {
        DeviceResult result = module.BeginGive(place, certificate, count, store);
        Finish(module);
        return result == DeviceResult.Ok ? module.Outcome : result;
    }

    public static byte[] Sign(ICryptoModule module, int place, byte[] digest)
    {
        Assert.AreEqual(DeviceResult.Ok, module.BeginSign(place, digest));
        Finish(module);
        Assert.AreEqual(DeviceResult.Ok, module.Outcome);
        byte[] signature = new byte[RsaKeySize.ModulusLength];
        module.ReadSignature(signature, 0);
        return signature;
    }

    public static bool ModulusIs(ICryptoModule module, int place, RSA key)
    {
        byte[] modulus = new byte[RsaKeySize.ModulusLength];
        return module.ReadModulus(place, modulus, 0) == DeviceResult.Ok && modulus.AsSpan().SequenceEqual(key.ExportParameters(false).Modulus);
    }

    public static void Verify(RSA key, byte[] digest, byte[] signature) =>
        Assert.IsTrue(key.VerifyHash(digest, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));

    public static RsaPrivateKey KeyOf(RSA key)
    {
        RSAParameters numbers = key.ExportParameters(true);
        RsaPrivateKey copy = new();
        numbers.Modulus!.CopyTo(copy.Modulus, 0);
        numbers.P!.CopyTo(copy.PrimeP, 0);
        numbers.Q!.CopyTo(copy.PrimeQ, 0);
        numbers.DP!.CopyTo(copy.ExponentP, 0);
        numbers.DQ!.CopyTo(copy.ExponentQ, 0);
        numbers.InverseQ!.CopyTo(copy.Coefficient, 0);
        return copy;
    }
}
