using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Nf.Firmware.Certificates;
using Nf.Firmware.Errors;
using Nf.Firmware.Time;
using Nf.Tests.Machine.Rig;
using Nf.Tests.Machine.State;

namespace Nf.Tests.Machine.Certificates;

/// <summary>What the firmware reads from certificates is what .NET reads.</summary>
[TestClass]
public sealed class CertificateReaderTests
{
    [TestMethod]
    [Article("OPANAF 146/2018 anexa nr. 2 II.13")]
    public void A_registers_certificate_is_read_as_dotnet_reads_it()
    {
        var expected = TestPki.Register;
        var data = expected.RawData;
        var read = Verify.Read(data);
        CollectionAssert.AreEqual(expected.SubjectName.RawData, read.Subject.Bytes(data));
        CollectionAssert.AreEqual(expected.IssuerName.RawData, read.Issuer.Bytes(data));
        Assert.AreEqual(expected.SerialNumber, Convert.ToHexString(read.Serial.Bytes(data)));
        using var key = expected.GetRSAPublicKey()!;
        CollectionAssert.AreEqual(key.ExportParameters(false).Modulus, read.Modulus.Bytes(data));
        Assert.AreEqual(CivilTime.FromDateTime(expected.NotBefore.ToUniversalTime()), read.ValidFrom);
        Assert.AreEqual(CivilTime.FromDateTime(expected.NotAfter.ToUniversalTime()), read.ValidTo);
        Assert.AreEqual(expected.Extensions.OfType<X509SubjectKeyIdentifierExtension>().Single().SubjectKeyIdentifier,
            Convert.ToHexString(read.KeyIdentifier.Bytes(data)));
        Assert.AreEqual(TestPki.Series, Encoding.ASCII.GetString(read.SubjectSerial.Bytes(data)));
        Assert.AreEqual("NEVER_USE_IN_A_REAL_SYSTEM register", Encoding.ASCII.GetString(read.CommonName.Bytes(data)));
        Assert.AreEqual(Certificate.DigitalSignature, read.KeyUsage);
        Assert.IsTrue(read.HasOcsp && read.HasPolicies && read.HasRevocationLists && !read.IsAuthority);
    }

    [TestMethod]
    public void An_authoritys_certificate_says_so()
    {
        var sub = Verify.Read(TestPki.Sub.RawData);
        Assert.IsTrue(sub.IsAuthority);
        Assert.AreEqual(0, sub.PathLength);
        Assert.AreEqual(-1, Verify.Read(TestPki.Root.RawData).PathLength);
        Assert.IsTrue(Verify.Read(TestPki.Root.RawData).IsSelfIssued);
        Assert.IsFalse(sub.IsSelfIssued);
        Assert.IsFalse(sub.HasOcsp || sub.HasPolicies || sub.HasRevocationLists);
    }

    [TestMethod]
    public void A_register_knows_its_own_certificate()
    {
        var certificate = Verify.Read(TestPki.Register.RawData);
        Assert.IsTrue(certificate.IsOf("1234567890"u8.ToArray(), 10));
        Assert.IsFalse(certificate.IsOf("1234567891"u8.ToArray(), 10));
        Assert.IsFalse(certificate.IsOf("123456789"u8.ToArray(), 9));
        Assert.IsFalse(Verify.Read(TestPki.Signer.RawData).IsOf("1234567890"u8.ToArray(), 10));
    }

    [TestMethod]
    [DataRow("19991231235959", 0L)]
    [DataRow("20000101000000", 0L)]
    [DataRow("20491231235959", 1_577_923_199L)]
    [DataRow("20500101000000", 1_577_923_200L)]
    [DataRow("99991231235959", CivilTime.Max)]
    public void Times_of_both_kinds_are_read(string time, long expected)
    {
        var tree = DerNode.Parse(TestPki.Register.RawData);
        var isShort = time.StartsWith("19", StringComparison.Ordinal) || string.CompareOrdinal(time, "2050") < 0;
        tree[0][4][1].Tag = (byte)(isShort ? 0x17 : 0x18);
        tree[0][4][1].Content = Encoding.ASCII.GetBytes((isShort ? time[2..] : time) + "Z");
        Assert.AreEqual(expected, Verify.Read(tree.Encode()).ValidTo);
    }

    [TestMethod]
    [DataRow("2026-01-15T12:00:00", false, "2026-01-15T10:00:00")]
    [DataRow("2026-06-15T12:00:00", true, "2026-06-15T09:00:00")]
    public void Civil_time_becomes_UTC(string civil, bool isSummer, string utc)
    {
        var culture = System.Globalization.CultureInfo.InvariantCulture;
        Assert.AreEqual(CivilTime.FromDateTime(DateTime.Parse(utc, culture)),
            CertificateTime.FromCivil(CivilTime.FromDateTime(DateTime.Parse(civil, culture)), isSummer));
    }

    [TestMethod]
    [DataRow(2048)]
    [DataRow(3072)]
    [DataRow(4096)]
    public void Certificates_of_openssl_are_read(int bits)
    {
        using var folder = new TempFolder();
        OpenSsl.RunIn(folder.Root, $"req -x509 -newkey rsa:{bits} -nodes -keyout key.pem -outform DER -out cert.der -days 3650 -sha256 "
            + "-subj \"/CN=NEVER_USE_IN_A_REAL_SYSTEM/serialNumber=8000000001\" -addext keyUsage=critical,digitalSignature,keyCertSign");
        var data = File.ReadAllBytes(folder["cert.der"]);
        var certificate = Verify.Read(data);
        Assert.AreEqual(bits / 8, certificate.Modulus.Count);
        Assert.IsTrue(certificate.IsOf("8000000001"u8.ToArray(), 10));
        Assert.AreEqual(FiscalError.None, Verify.Chain(data, [], [], usage: 0, selfSignedEnds: true, utc: certificate.ValidFrom));
    }

    [TestMethod]
    public void A_key_of_another_kind_is_no_certificate_for_the_register()
    {
        using var ec = ECDsa.Create();
        var request = new CertificateRequest("CN=EC", ec, HashAlgorithmName.SHA256);
        using var certificate = request.CreateSelfSigned(TestPki.Now, TestPki.Now.AddDays(1));
        Assert.AreEqual(FiscalError.CertificateUnsupported,
            new CertificateReader().Read(new Certificate(), certificate.RawData, 0, certificate.RawData.Length));
    }
}
