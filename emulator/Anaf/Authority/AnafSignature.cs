using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace Nf.Emulator.Anaf.Authority;

/// <summary>CMS SignedData as both sides write it: content attached, SHA-256 with RSA, the signer's certificate inside, DER.</summary>
public static class AnafSignature
{
    private const string Sha256 = "2.16.840.1.101.3.4.2.1";

    /// <summary>Signs a document.</summary>
    /// <param name="content">The document's bytes.</param>
    /// <param name="signer">A certificate with its RSA key.</param>
    /// <param name="now">The signing time, an attribute of the signature; null for a signature without attributes.</param>
    public static byte[] Sign(byte[] content, X509Certificate2 signer, DateTimeOffset? now)
    {
        var signed = new SignedCms(new ContentInfo(content), detached: false);
        var with = new CmsSigner(SubjectIdentifierType.IssuerAndSerialNumber, signer)
        {
            DigestAlgorithm = new Oid(Sha256),
            IncludeOption = X509IncludeOption.EndCertOnly,
        };
        if (now is { } time) with.SignedAttributes.Add(new Pkcs9SigningTime(time.UtcDateTime));
        signed.ComputeSignature(with, silent: true);
        return signed.Encode();
    }

    /// <summary>Certificates alone as CMS (certs-only), DER.</summary>
    public static byte[] CertificatesOnly(params X509Certificate2[] certificates) =>
        new X509Certificate2Collection(certificates).Export(X509ContentType.Pkcs7)!;
}
