using System.Security.Cryptography.X509Certificates;

namespace Nf.Emulator.Anaf.Checks;

/// <summary>What OPANAF 146/2018, annex 2, II.13 says about a register's certificate.</summary>
public static class RegisterCertificate
{
    private const string SubjectSerialNumber = "2.5.4.5";
    private const string Sha256WithRsa = "1.2.840.113549.1.1.11";
    private const int KeyBits = 2048;
    private const int ShortestSerial = 4;

    private static readonly (string Oid, string Name)[] s_extensions =
    [
        ("2.5.29.14", "Subject Key Identifier"), ("1.3.6.1.5.5.7.1.1", "Authority Information Access"),
        ("2.5.29.32", "Certificate Policies"), ("2.5.29.31", "CRL Distribution Points"),
    ];

    /// <summary>The register's series in the subject; null when there is none.</summary>
    public static string? SeriesOf(X509Certificate2 certificate) => SeriesOf(certificate.SubjectName);

    /// <summary>The register's series in a name; null when there is none.</summary>
    internal static string? SeriesOf(X500DistinguishedName name) => name.EnumerateRelativeDistinguishedNames()
        .Where(part => !part.HasMultipleElements && part.GetSingleElementType().Value == SubjectSerialNumber)
        .Select(part => part.GetSingleElementValue()).FirstOrDefault();

    /// <summary>Null when the certificate is as it must be and leads to the root at this moment; else what is wrong.</summary>
    public static string? Problem(X509Certificate2 certificate, X509Certificate2 root, DateTimeOffset now) =>
        ProfileProblem(certificate) ?? ChainProblem(certificate, root, now);

    /// <summary>Null when its form is as it must be, whoever issued it.</summary>
    internal static string? ProfileProblem(X509Certificate2 certificate)
    {
        if (certificate.Version != 3) return "not X.509 v3";
        if (certificate.SignatureAlgorithm.Value != Sha256WithRsa) return "not signed with sha256WithRSA";
        if (certificate.SerialNumberBytes.Length < ShortestSerial) return $"a serial number shorter than {ShortestSerial} bytes";
        if (SeriesOf(certificate) is not { } series) return "no serialNumber (2.5.4.5) in the subject";
        if (!AnafId.IsSeries(series)) return $"the subject's serialNumber {series} is not a series of ten digits";
        foreach (var (oid, name) in s_extensions)
            if (certificate.Extensions[oid] is null) return $"no extension {name} ({oid})";
        if (certificate.Extensions.OfType<X509KeyUsageExtension>().FirstOrDefault()?.KeyUsages.HasFlag(X509KeyUsageFlags.DigitalSignature) != true)
            return "key usage without digitalSignature";
        using var key = certificate.GetRSAPublicKey();
        return key?.KeySize == KeyBits ? null : "not an RSA-2048 key";
    }

    private static string? ChainProblem(X509Certificate2 certificate, X509Certificate2 root, DateTimeOffset now)
    {
        using var chain = new X509Chain { ChainPolicy = Policy(root, now) };
        var good = chain.Build(certificate);
        foreach (var element in chain.ChainElements) element.Certificate.Dispose();
        return good ? null : $"does not lead to the authority: {string.Join(", ", chain.ChainStatus.Select(status => status.Status))}";
    }

    /// <summary>Nobody but this root is trusted, nothing is fetched, and the clock is the caller's.</summary>
    internal static X509ChainPolicy Policy(X509Certificate2 root, DateTimeOffset now)
    {
        var policy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            RevocationMode = X509RevocationMode.NoCheck,
            DisableCertificateDownloads = true,
            VerificationTime = now.UtcDateTime,
            VerificationTimeIgnored = false,
        };
        policy.CustomTrustStore.Add(root);
        return policy;
    }
}
