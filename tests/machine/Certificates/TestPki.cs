using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Nf.Firmware.Time;

namespace Nf.Tests.Machine.Certificates;

/// <summary>A root, an authority below it, ANAF's signer and a register, made by .NET. Their names say NEVER_USE_IN_A_REAL_SYSTEM.</summary>
internal static class TestPki
{
    public const string Series = "1234567890";

    /// <summary>A moment in which all are valid.</summary>
    public static readonly DateTimeOffset Now = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);

    private const string Warning = "NEVER_USE_IN_A_REAL_SYSTEM";

    public static RSA RootKey { get; } = RSA.Create(2048);

    public static RSA SubKey { get; } = RSA.Create(2048);

    public static RSA SignerKey { get; } = RSA.Create(2048);

    public static RSA RegisterKey { get; } = RSA.Create(2048);

    private static readonly Lazy<X509Certificate2> s_root = new(MakeRoot);
    private static readonly Lazy<X509Certificate2> s_sub = new(() => Issue("authority", SubKey, Root, ForAuthority(0)));
    private static readonly Lazy<X509Certificate2> s_signer = new(() => Issue("ANAF", SignerKey, Sub, ForSigner));
    private static readonly Lazy<X509Certificate2> s_register = new(() => Issue("register", RegisterKey, Sub, ForRegister, Series));

    public static long Utc => CivilTime.FromDateTime(Now.UtcDateTime);

    public static X509Certificate2 Root => s_root.Value;

    public static X509Certificate2 Sub => s_sub.Value;

    public static X509Certificate2 Signer => s_signer.Value;

    public static X509Certificate2 Register => s_register.Value;

    /// <summary>A certificate with its key, valid ten years.</summary>
    public static X509Certificate2 Issue(string name, RSA key, X509Certificate2 issuer, Action<CertificateRequest> extend, string? series = null)
    {
        var subject = new X500DistinguishedNameBuilder();
        subject.AddCommonName($"{Warning} {name}");
        if (series is not null) subject.Add("2.5.4.5", series);
        var request = new CertificateRequest(subject.Build(), key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(issuer, true, false));
        extend(request);
        using var issuerKey = issuer.GetRSAPrivateKey()!;
        using var certificate = request.Create(issuer.SubjectName, X509SignatureGenerator.CreateForRSA(issuerKey, RSASignaturePadding.Pkcs1),
            Now.AddYears(-1), Now.AddYears(9), [0x41, .. SHA256.HashData(request.PublicKey.ExportSubjectPublicKeyInfo())[..15]]);
        return certificate.CopyWithPrivateKey(key);
    }

    public static Action<CertificateRequest> ForAuthority(int? pathLength) => request =>
    {
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, pathLength.HasValue, pathLength ?? 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true));
    };

    public static void ForSigner(CertificateRequest request)
    {
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, true));
    }

    public static void ForRegister(CertificateRequest request)
    {
        ForSigner(request);
        request.CertificateExtensions.Add(new X509AuthorityInformationAccessExtension(["http://ocsp.invalid/"], []));
        request.CertificateExtensions.Add(new X509Extension("2.5.29.32", [0x30, 0x08, 0x30, 0x06, 0x06, 0x04, 0x55, 0x1D, 0x20, 0x00], false));
        request.CertificateExtensions.Add(CertificateRevocationListBuilder.BuildCrlDistributionPointExtension(["http://crl.invalid/"]));
    }

    private static X509Certificate2 MakeRoot()
    {
        var request = new CertificateRequest($"CN={Warning} root", RootKey, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        ForAuthority(null)(request);
        return request.CreateSelfSigned(Now.AddYears(-2), Now.AddYears(20));
    }
}
