using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using Nf.Firmware.Errors;
using Nf.Firmware.Signatures;
using Nf.Tests.Machine.Rig;
using Nf.Tests.Machine.State;

namespace Nf.Tests.Machine.Certificates;

/// <summary>What .NET and openssl sign is taken by the firmware.</summary>
[TestClass]
public sealed class CmsVerifierTests
{
    private static readonly byte[] s_content = "<mP idM=\"123456789020260601120000\" tipP=\"1\"/>"u8.ToArray();

    [TestMethod]
    [Article("OPANAF 146/2018 anexa nr. 2 II.13")]
    [DataRow(SubjectIdentifierType.IssuerAndSerialNumber, true)]
    [DataRow(SubjectIdentifierType.IssuerAndSerialNumber, false)]
    [DataRow(SubjectIdentifierType.SubjectKeyIdentifier, true)]
    [DataRow(SubjectIdentifierType.SubjectKeyIdentifier, false)]
    public void Signed_by_dotnet(SubjectIdentifierType identifier, bool withTime)
    {
        Assert.AreEqual(FiscalError.None, Verify.Signed(Sign(s_content, identifier, withTime), out var content));
        CollectionAssert.AreEqual(s_content, content);
    }

    [TestMethod]
    [Article("OPANAF 146/2018 anexa nr. 2 II.13")]
    [DataRow("cms -sign -nodetach")]
    [DataRow("cms -sign -nodetach -keyid")]
    [DataRow("cms -sign -nodetach -noattr")]
    [DataRow("cms -sign -nodetach -nosmimecap")]
    [DataRow("smime -sign -nodetach")]
    public void Signed_by_openssl(string command)
    {
        using var folder = new TempFolder();
        Verify.WritePem(folder, "signer.pem", TestPki.Signer);
        Verify.WritePem(folder, "sub.pem", TestPki.Sub);
        File.WriteAllText(folder["key.pem"], TestPki.SignerKey.ExportPkcs8PrivateKeyPem());
        File.WriteAllBytes(folder["mp.xml"], s_content);
        var signed = OpenSsl.RunIn(folder.Root,
            $"{command} -md sha256 -binary -in mp.xml -signer signer.pem -inkey key.pem -certfile sub.pem -outform DER");
        Assert.AreEqual(FiscalError.None, Verify.Signed(signed, out var content));
        CollectionAssert.AreEqual(s_content, content);
    }

    [TestMethod]
    public void Of_16_kilobytes()
    {
        var content = new byte[16384];
        Assert.AreEqual(FiscalError.None, Verify.Signed(Sign(content), out var read));
        CollectionAssert.AreEqual(content, read);
    }

    [TestMethod]
    public void A_trusted_signer_needs_no_authority()
    {
        Assert.AreEqual(FiscalError.None, Verify.Signed(Sign(s_content), out _, [TestPki.Signer.RawData]));
    }

    [TestMethod]
    public void Certificates_alone_are_read()
    {
        var der = new X509Certificate2Collection { TestPki.Signer, TestPki.Sub, TestPki.Root }.Export(X509ContentType.Pkcs7)!;
        var reader = new CmsReader();
        Assert.AreEqual(FiscalError.None, reader.Read(der, 0, der.Length));
        Assert.AreEqual(0, reader.SignerCount);
        Assert.AreEqual(0, reader.HasContent ? reader.Content.Count : 0);
        CollectionAssert.AreEquivalent(new[] { TestPki.Signer.Thumbprint, TestPki.Sub.Thumbprint, TestPki.Root.Thumbprint },
            Enumerable.Range(0, reader.CertificateCount)
                .Select(i => Convert.ToHexString(SHA1.HashData(reader.CertificateAt(i).Bytes(der)))).ToArray());
    }

    [TestMethod]
    public void Certificates_alone_of_openssl_are_read()
    {
        using var folder = new TempFolder();
        Verify.WritePem(folder, "all.pem", TestPki.Signer, TestPki.Sub);
        var der = OpenSsl.RunIn(folder.Root, "crl2pkcs7 -nocrl -certfile all.pem -outform DER");
        var reader = new CmsReader();
        Assert.AreEqual(FiscalError.None, reader.Read(der, 0, der.Length));
        Assert.AreEqual(2, reader.CertificateCount);
        Assert.AreEqual(FiscalError.SignedUnsupported, Verify.Signed(der, out _));
    }

    /// <summary>Signed by ANAF's signer, the certificates up to the root inside.</summary>
    internal static byte[] Sign(byte[] content, SubjectIdentifierType identifier = SubjectIdentifierType.IssuerAndSerialNumber, bool withTime = true,
        X509Certificate2? signer = null)
    {
        var cms = new SignedCms(new ContentInfo(content));
        var with = new CmsSigner(identifier, signer ?? TestPki.Signer)
        {
            DigestAlgorithm = new Oid("2.16.840.1.101.3.4.2.1"),
            IncludeOption = X509IncludeOption.EndCertOnly,
        };
        with.Certificates.Add(TestPki.Sub);
        if (withTime) with.SignedAttributes.Add(new Pkcs9SigningTime(TestPki.Now.UtcDateTime));
        cms.ComputeSignature(with);
        return cms.Encode();
    }
}
