using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using Nf.Firmware.Errors;
using Nf.Firmware.Signatures;
using Nf.Firmware.Time;
using Nf.Tests.Machine.Rig;
using Nf.Tests.Machine.State;

namespace Nf.Tests.Machine.Certificates;

/// <summary>What the firmware signs is taken by .NET, by openssl and by itself.</summary>
[TestClass]
public sealed class CmsWriterTests
{
    [TestMethod]
    [Article("OPANAF 146/2018 anexa nr. 2 II.13")]
    [DataRow(0)]
    [DataRow(1)]
    [DataRow(127)]
    [DataRow(128)]
    [DataRow(255)]
    [DataRow(256)]
    [DataRow(60_000)]
    [DataRow(70_000)]
    [DataRow(1 << 24)]
    public void Dotnet_takes_it(int length)
    {
        var content = Content(length);
        var signed = Sign(content, TestPki.Utc);
        var cms = new SignedCms();
        cms.Decode(signed);
        cms.CheckSignature(verifySignatureOnly: true);
        CollectionAssert.AreEqual(content, cms.ContentInfo.Content);
        var signer = cms.SignerInfos[0];
        CollectionAssert.AreEqual(TestPki.Register.RawData, signer.Certificate!.RawData);
        var time = signer.SignedAttributes.Cast<CryptographicAttributeObject>().SelectMany(attribute => attribute.Values.Cast<AsnEncodedData>())
            .OfType<Pkcs9SigningTime>().Single();
        Assert.AreEqual(TestPki.Now.UtcDateTime, time.SigningTime.ToUniversalTime());
    }

    [TestMethod]
    [Article("OPANAF 146/2018 anexa nr. 2 II.13")]
    public void Openssl_takes_it()
    {
        using var folder = new TempFolder();
        var content = Content(5000);
        File.WriteAllBytes(folder["day.p7b"], Sign(content, TestPki.Utc));
        Verify.WritePem(folder, "trusted.pem", TestPki.Root, TestPki.Sub);
        var seconds = TestPki.Now.ToUnixTimeSeconds();
        CollectionAssert.AreEqual(content, OpenSsl.RunIn(folder.Root, "cms -verify -inform DER -in day.p7b -noverify -binary"));
        CollectionAssert.AreEqual(content,
            OpenSsl.RunIn(folder.Root, $"cms -verify -inform DER -in day.p7b -CAfile trusted.pem -purpose any -attime {seconds} -binary"));
        CollectionAssert.AreEqual(content,
            OpenSsl.RunIn(folder.Root, $"smime -verify -inform DER -in day.p7b -CAfile trusted.pem -purpose any -attime {seconds} -binary"));
    }

    [TestMethod]
    public void The_register_takes_it()
    {
        var content = Content(5000);
        Assert.AreEqual(FiscalError.None, Verify.Signed(Sign(content, TestPki.Utc), out var read, [TestPki.Sub.RawData]));
        CollectionAssert.AreEqual(content, read);
    }

    [TestMethod]
    public void The_same_again_gives_the_same_bytes()
    {
        CollectionAssert.AreEqual(Sign(Content(300), TestPki.Utc), Sign(Content(300), TestPki.Utc));
    }

    [TestMethod]
    public void From_2050_on_the_signing_time_has_four_digits_for_the_year()
    {
        var cms = new SignedCms();
        cms.Decode(Sign(Content(300), CivilTime.FromDateTime(new DateTime(2051, 2, 3, 4, 5, 6))));
        cms.CheckSignature(verifySignatureOnly: true);
        var value = cms.SignerInfos[0].SignedAttributes.Cast<CryptographicAttributeObject>()
            .Single(attribute => attribute.Oid.Value == "1.2.840.113549.1.9.5").Values[0].RawData;
        Assert.AreEqual("20510203040506Z", System.Text.Encoding.ASCII.GetString(value[2..]));
    }

    [TestMethod]
    public void A_name_that_is_too_long_is_refused_and_not_cut()
    {
        var tree = DerNode.Parse(TestPki.Register.RawData);
        tree[0][3][0][0][1].Content = new byte[800];
        var certificate = Verify.Read(tree.Encode());
        Assert.AreEqual(FiscalError.CertificateTooLarge, new CmsWriter().Prepare(1, new byte[32], 0, certificate, new byte[32]));
    }

    /// <summary>Signs as the register does: the content goes by in pieces.</summary>
    internal static byte[] Sign(byte[] content, long utc)
    {
        var writer = new CmsWriter();
        var certificate = Verify.Read(TestPki.Register.RawData);
        var toSign = new byte[32];
        Assert.AreEqual(FiscalError.None, writer.Prepare(content.Length, SHA256.HashData(content), utc, certificate, toSign));
        writer.Finish(TestPki.RegisterKey.SignHash(toSign, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1), 0);
        var sink = new MemorySink();
        Assert.AreEqual(FiscalError.None, writer.WriteHead(sink));
        foreach (var piece in content.Chunk(1000)) sink.Write(piece, 0, piece.Length);
        Assert.AreEqual(FiscalError.None, writer.WriteTail(sink));
        Assert.AreEqual(writer.Length, sink.Bytes.Length);
        return sink.Bytes;
    }

    private static byte[] Content(int length)
    {
        var content = new byte[length];
        new Random(length).NextBytes(content);
        return content;
    }
}
