using System;
using Nf.Firmware;
using Nf.Firmware.Errors;
using Nf.Hal.Devices;

namespace Nf.Boards.Virtual;

/// <summary>Gives a register the test key and its certificate, as a technician's visit would.</summary>
public static class TestIdentity
{
    /// <summary>Imports both. CertificateMissing when the crypto module refused.</summary>
    public static FiscalError Give(Register register)
    {
        ICryptoModule module = register.Reporting.Signer.Module;
        if (module.BeginImport(0, Key()) != DeviceResult.Ok) return FiscalError.CertificateMissing;
        while (module.IsBusy) module.Poll();
        if (module.Outcome != DeviceResult.Ok) return FiscalError.CertificateMissing;
        byte[] certificate = Convert.FromBase64String(TestKeyNeverUseInARealSystem.Certificate);
        FiscalError error = register.Reporting.Certificates.Replace(0, certificate, certificate.Length);
        return error != FiscalError.None ? error : register.Reporting.Signer.Load();
    }

    private static RsaPrivateKey Key()
    {
        var key = new RsaPrivateKey();
        Fill(key.Modulus, TestKeyNeverUseInARealSystem.Modulus);
        Fill(key.PrimeP, TestKeyNeverUseInARealSystem.PrimeP);
        Fill(key.PrimeQ, TestKeyNeverUseInARealSystem.PrimeQ);
        Fill(key.ExponentP, TestKeyNeverUseInARealSystem.ExponentP);
        Fill(key.ExponentQ, TestKeyNeverUseInARealSystem.ExponentQ);
        Fill(key.Coefficient, TestKeyNeverUseInARealSystem.Coefficient);
        return key;
    }

    private static void Fill(byte[] number, string base64)
    {
        byte[] bytes = Convert.FromBase64String(base64);
        Array.Copy(bytes, number, number.Length);
    }
}
