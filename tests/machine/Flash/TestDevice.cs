using System.Security.Cryptography.X509Certificates;
using Nf.Emulator.Anaf.Authority;

namespace Nf.Tests.Machine.Flash;

/// <summary>A device's certificate and key for tests.</summary>
internal static class TestDevice
{
    private static readonly DateTimeOffset s_now = new(2026, 11, 16, 7, 0, 0, TimeSpan.Zero);

    /// <summary>A new certificate with its key.</summary>
    public static X509Certificate2 Certificate()
    {
        using var authority = TestAuthority.Create(s_now, TestKeys.Stored(1));
        return authority.Register("1234567890", s_now);
    }

    /// <summary>Its key, unencrypted.</summary>
    public static string KeyPem(X509Certificate2 certificate) => certificate.GetRSAPrivateKey()!.ExportPkcs8PrivateKeyPem();
}
