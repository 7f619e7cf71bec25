using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace Nf.Emulator.Anaf.Checks;

/// <summary>A CMS body that was opened: its content and who signed it.</summary>
/// <param name="Content">What was signed.</param>
/// <param name="Signer">The signer's certificate, from the body.</param>
internal sealed record SignedBody(byte[] Content, X509Certificate2 Signer)
{
    private const string Data = "1.2.840.113549.1.7.1";
    private const string Sha256 = "2.16.840.1.101.3.4.2.1";
    private const string Rsa = "1.2.840.113549.1.1.1";
    private const string Sha256WithRsa = "1.2.840.113549.1.1.11";

    /// <summary>Opens a body and checks its form, its signature and its signer's certificate.</summary>
    /// <returns>Null when there is no content to go on with; the list tells why.</returns>
    internal static SignedBody? Open(byte[] body, X509Certificate2 root, DateTimeOffset now, CheckList checks)
    {
        if (!checks.Must("cms", AnafCode.NotSigned, DerForm.Problem(body))) return null;
        var cms = new SignedCms();
        try
        {
            cms.Decode(body);
        }
        catch (CryptographicException e)
        {
            checks.Must("cms", AnafCode.NotSigned, $"not CMS SignedData: {e.Message}");
            return null;
        }

        if (!checks.Must("content", AnafCode.NotSigned, ContentProblem(cms))) return null;
        var signer = cms.SignerInfos[0];
        checks.Must("signature", AnafCode.BadSignature, SignatureProblem(signer));
        checks.Must("certificate", AnafCode.BadCertificate, RegisterCertificate.Problem(signer.Certificate!, root, now));
        return new SignedBody(cms.ContentInfo.Content, signer.Certificate!);
    }

    /// <summary>Null when the content and one signer with his certificate are inside; else what is wrong.</summary>
    internal static string? ContentProblem(SignedCms cms)
    {
        if (cms.Detached || cms.ContentInfo.Content.Length == 0) return "the content is not attached";
        if (cms.ContentInfo.ContentType.Value != Data) return $"the content is of type {cms.ContentInfo.ContentType.Value}, not data";
        if (cms.SignerInfos.Count != 1) return $"{cms.SignerInfos.Count} signers, not one";
        return cms.SignerInfos[0].Certificate is null ? "the signer's certificate is not inside" : null;
    }

    /// <summary>Null when the signature is right and made as the order asks; else what is wrong.</summary>
    internal static string? SignatureProblem(SignerInfo signer)
    {
        if (signer.DigestAlgorithm.Value != Sha256) return "the digest is not SHA-256";
        if (signer.SignatureAlgorithm.Value is not (Rsa or Sha256WithRsa)) return "the signature is not RSA (PKCS#1 v1.5)";
        try
        {
            signer.CheckSignature(verifySignatureOnly: true);
            return null;
        }
        catch (CryptographicException e)
        {
            return e.Message;
        }
    }
}
