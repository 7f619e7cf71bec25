using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Nf.Firmware.Certificates;
using Nf.Firmware.Errors;
using Nf.Tests.Machine.Rig;
using Nf.Tests.Machine.State;

namespace Nf.Tests.Machine.Certificates;

/// <summary>The request for a new certificate, as .NET and openssl read it.</summary>
[TestClass]
public sealed class RequestWriterTests
{
    [TestMethod]
    [Article("OPANAF 146/2018 anexa nr. 2 II.13")]
    public void Dotnet_finds_the_old_subject_and_extensions_and_the_new_key()
    {
        var der = Write(TestPki.Register);
        var request = CertificateRequest.LoadSigningRequest(der, HashAlgorithmName.SHA256, CertificateRequestLoadOptions.UnsafeLoadCertificateExtensions,
            RSASignaturePadding.Pkcs1);
        CollectionAssert.AreEqual(TestPki.Register.SubjectName.RawData, request.SubjectName.RawData);
        CollectionAssert.AreEqual(TestPki.SignerKey.ExportRSAPublicKey(), request.PublicKey.GetRSAPublicKey()!.ExportRSAPublicKey());
        var expected = TestPki.Register.Extensions
            .Where(extension => extension is not (X509SubjectKeyIdentifierExtension or X509AuthorityKeyIdentifierExtension)).ToList();
        CollectionAssert.AreEqual(expected.Select(Text).ToArray(), request.CertificateExtensions.Select(Text).ToArray());
    }

    [TestMethod]
    [Article("OPANAF 146/2018 anexa nr. 2 II.13")]
    public void Openssl_verifies_it()
    {
        using var folder = new TempFolder();
        File.WriteAllBytes(folder["request.der"], Write(TestPki.Register));
        OpenSsl.RunIn(folder.Root, "req -inform DER -in request.der -verify -noout");
    }

    [TestMethod]
    public void A_certificate_that_is_too_large_is_refused()
    {
        var tree = DerNode.Parse(TestPki.Register.RawData);
        tree[0][5][0][0][1].Content = new byte[2500];
        Assert.AreEqual(FiscalError.CertificateTooLarge, new RequestWriter().Prepare(Verify.Read(tree.Encode()), new byte[256], new byte[32]));
    }

    private static string Text(X509Extension extension) => $"{extension.Oid!.Value} {extension.Critical} {Convert.ToHexString(extension.RawData)}";

    private static byte[] Write(X509Certificate2 old)
    {
        var writer = new RequestWriter();
        var toSign = new byte[32];
        var modulus = TestPki.SignerKey.ExportParameters(false).Modulus!;
        Assert.AreEqual(FiscalError.None, writer.Prepare(Verify.Read(old.RawData), modulus, toSign));
        writer.Finish(TestPki.SignerKey.SignHash(toSign, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1), 0);
        return writer.Buffer[writer.Offset..];
    }
}
