using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Nf.Emulator.Anaf.Authority;

/// <summary>The files that a technician brings to a register, as docs/reference/anaf-protocol.md names them.</summary>
public static class TechnicianFiles
{
    /// <summary>The name of ANAF's certificate file.</summary>
    public const string AnafName = "ANAF.PEM";

    /// <summary>The name of a register's certificate file.</summary>
    public static string CertificateName(string series) => series + ".PEM";

    /// <summary>The name of a register's configuration file.</summary>
    public static string ConfigurationName(string series) => series + ".P7B";

    /// <summary>ANAF's signing certificate and the root above it.</summary>
    public static byte[] Anaf(TestAuthority authority) =>
        Encoding.ASCII.GetBytes(authority.Anaf.ExportCertificatePem() + "\n" + authority.Root.ExportCertificatePem() + "\n");

    /// <summary>The same two as a configuration's certANAF has them: base64 of a certificates-only CMS.</summary>
    public static string CertAnaf(TestAuthority authority) => Convert.ToBase64String(AnafSignature.CertificatesOnly(authority.Anaf, authority.Root));

    /// <summary>A register's certificate and its key.</summary>
    public static byte[] Certificate(X509Certificate2 register) => Encoding.ASCII.GetBytes(AuthorityFiles.Pem(register));

    /// <summary>A signed configuration.</summary>
    public static byte[] Configuration(TestAuthority authority, AnafProfile profile, DateTimeOffset now) =>
        AnafSignature.Sign(profile.ToXml(), authority.Anaf, now);

    /// <summary>A signed way back to profile 0.</summary>
    public static byte[] Reset(TestAuthority authority, AnafReset reset, DateTimeOffset now) =>
        AnafSignature.Sign(reset.ToXml(), authority.Anaf, now);

    /// <summary>Writes all three files for a register.</summary>
    /// <param name="folder">The root of the external medium; created when it does not exist.</param>
    /// <param name="register">The register's certificate with its key.</param>
    public static void Write(string folder, TestAuthority authority, string series, X509Certificate2 register, AnafProfile profile, DateTimeOffset now)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllBytes(Path.Combine(folder, AnafName), Anaf(authority));
        File.WriteAllBytes(Path.Combine(folder, CertificateName(series)), Certificate(register));
        File.WriteAllBytes(Path.Combine(folder, ConfigurationName(series)), Configuration(authority, profile, now));
    }
}
