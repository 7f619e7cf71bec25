using System.Security.Cryptography;
using Nf.Firmware.Errors;
using Nf.Firmware.Online;
using Nf.Hal.Devices;

namespace Nf.Tests.Machine.Rig;

/// <summary>Gives a register its key and its certificate without a technician's visit.</summary>
internal static class TestCertificate
{
    /// <summary>Imports both; the key is checked as any other.</summary>
    /// <param name="reporting">The register's.</param>
    /// <param name="certificate">DER.</param>
    /// <param name="key">RSA-2048.</param>
    public static void Give(Reporting reporting, byte[] certificate, RSAParameters key)
    {
        var module = reporting.Signer.Module;
        Assert.AreEqual(DeviceResult.Ok, module.BeginImport(0, Key(key)));
        while (module.IsBusy) module.Poll();
        Assert.AreEqual(DeviceResult.Ok, module.Outcome);
        Assert.AreEqual(FiscalError.None, reporting.Certificates.Replace(0, certificate, certificate.Length));
        Assert.AreEqual(FiscalError.None, reporting.Signer.Load());
    }

    private static RsaPrivateKey Key(RSAParameters from)
    {
        var key = new RsaPrivateKey();
        from.Modulus!.CopyTo(key.Modulus, 0);
        from.P!.CopyTo(key.PrimeP, 0);
        from.Q!.CopyTo(key.PrimeQ, 0);
        from.DP!.CopyTo(key.ExponentP, 0);
        from.DQ!.CopyTo(key.ExponentQ, 0);
        from.InverseQ!.CopyTo(key.Coefficient, 0);
        return key;
    }
}
