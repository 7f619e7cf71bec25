using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Nf.Emulator.State;

namespace Nf.Emulator.Anaf.Authority;

/// <summary>Certificates with their keys in a folder, PEM.</summary>
internal static class AuthorityFiles
{
    internal const string Root = "root";
    internal const string Anaf = "anaf";

    /// <summary>Reads one; null when there is none.</summary>
    internal static X509Certificate2? Read(string folder, string name)
    {
        var path = PathOf(folder, name);
        return File.Exists(path) ? X509Certificate2.CreateFromPemFile(path) : null;
    }

    /// <summary>Writes one, the whole file or none.</summary>
    internal static void Write(string folder, string name, X509Certificate2 certificate)
    {
        Directory.CreateDirectory(folder);
        SafeFile.Replace(PathOf(folder, name), Encoding.ASCII.GetBytes(Pem(certificate)));
    }

    /// <summary>Certificate and private key (PKCS#8, not encrypted), PEM.</summary>
    internal static string Pem(X509Certificate2 certificate)
    {
        using var key = certificate.GetRSAPrivateKey() ?? throw new CryptographicException("the certificate has no key");
        return certificate.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem() + "\n";
    }

    private static string PathOf(string folder, string name) => Path.Combine(folder, $"{name}.{TestAuthority.Warning}.pem");
}
