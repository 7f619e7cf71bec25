using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Nf.Emulator.Anaf.Authority;
using Nf.Tests.Machine.Rig;
using Nf.Tests.Machine.State;

namespace Nf.Tests.Machine.Anaf;

[TestClass]
public sealed class TestAuthorityTests
{
    private const string Series = "1234567890";
    private static readonly DateTimeOffset Now = new(2026, 11, 16, 8, 0, 0, TimeSpan.Zero);

    private readonly TestAuthority _authority = TestAuthority.Create(Now, TestKeys.Stored(1));

    [TestCleanup]
    public void End() => _authority.Dispose();

    [TestMethod]
    public void Registers_certificate_has_what_the_order_asks_for()
    {
        using var register = _authority.Register(Series, Now);
        Assert.AreEqual(3, register.Version);
        Assert.AreEqual("1.2.840.113549.1.1.11", register.SignatureAlgorithm.Value);
        foreach (var oid in new[] { "2.5.29.14", "1.3.6.1.5.5.7.1.1", "2.5.29.32", "2.5.29.31" })
            Assert.IsNotNull(register.Extensions[oid], oid);
        Assert.AreEqual(X509KeyUsageFlags.DigitalSignature, register.Extensions.OfType<X509KeyUsageExtension>().Single().KeyUsages);
        Assert.IsGreaterThanOrEqualTo(8, register.SerialNumberBytes.Length);
        using var key = register.GetRSAPublicKey()!;
        Assert.AreEqual(2048, key.KeySize);
        CollectionAssert.AreEqual(new byte[] { 1, 0, 1 }, key.ExportParameters(false).Exponent);
        StringAssert.Contains(register.Subject, "SERIALNUMBER=" + Series);
        Assert.AreEqual(Now.AddYears(10).UtcDateTime, register.NotAfter.ToUniversalTime());
    }

    [TestMethod]
    public void Every_certificate_says_what_it_is_not_for()
    {
        using var register = _authority.Register(Series, Now);
        using var server = _authority.Server(["anaf.nf.test"], Now);
        using var foreign = _authority.ForeignServer(["anaf.nf.test"], Now);
        foreach (var certificate in new[] { _authority.Root, _authority.Anaf, register, server, foreign })
        {
            StringAssert.Contains(certificate.Subject, TestAuthority.Warning);
            StringAssert.Contains(certificate.Issuer, TestAuthority.Warning);
        }
    }

    [TestMethod]
    public void Folder_keeps_the_authority()
    {
        using var folder = new TempFolder();
        using var first = TestAuthority.Keep(folder.Root, Now, TestKeys.Fresh);
        using var second = TestAuthority.Keep(folder.Root, Now.AddYears(1), TestKeys.Fresh);
        Assert.AreEqual(first.Root, second.Root);
        Assert.AreEqual(first.Anaf, second.Anaf);
        Assert.IsTrue(second.Anaf.HasPrivateKey);
        foreach (var file in Directory.GetFiles(folder.Root)) StringAssert.Contains(Path.GetFileName(file), TestAuthority.Warning);
    }

    [TestMethod]
    public void Same_seed_makes_the_same_certificates()
    {
        using var other = TestAuthority.Create(Now, TestKeys.Stored(1));
        Assert.AreEqual(_authority.Root.Thumbprint, other.Root.Thumbprint);
        using var fresh = TestAuthority.Create(Now, TestKeys.Stored(2));
        Assert.AreNotEqual(_authority.Root.SerialNumber, fresh.Root.SerialNumber);
    }

    [TestMethod]
    [DataRow("good", X509ChainStatusFlags.NoError)]
    [DataRow("expired", X509ChainStatusFlags.NotTimeValid)]
    [DataRow("foreign", X509ChainStatusFlags.PartialChain)]
    public void Servers_certificates_are_right_or_wrong_as_wanted(string kind, X509ChainStatusFlags expected)
    {
        string[] names = ["anaf.nf.test", "127.0.0.1"];
        using var server = kind switch
        {
            "good" => _authority.Server(names, Now),
            "expired" => _authority.ExpiredServer(names, Now),
            _ => _authority.ForeignServer(names, Now),
        };
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(_authority.Root);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.VerificationTime = Now.UtcDateTime;
        Assert.AreEqual(expected == X509ChainStatusFlags.NoError, chain.Build(server));
        Assert.AreEqual(expected, chain.ChainStatus.Aggregate(X509ChainStatusFlags.NoError, (all, one) => all | one.Status));
        Assert.IsTrue(server.MatchesHostname("anaf.nf.test"));
        Assert.IsFalse(server.MatchesHostname("other.nf.test"));
    }

    [TestMethod]
    public void Renewed_certificate_bears_the_requests_key()
    {
        using var key = TestKeys.StoredKey(20);
        var request = new CertificateRequest("CN=ignored", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSigningRequest();
        using var renewed = _authority.Renew(Series, request, Now);
        CollectionAssert.AreEqual(key.ExportSubjectPublicKeyInfo(), renewed.PublicKey.ExportSubjectPublicKeyInfo());
        StringAssert.Contains(renewed.Subject, "SERIALNUMBER=" + Series);
        request[^1] ^= 1;
        Assert.ThrowsExactly<CryptographicException>(() => _authority.Renew(Series, request, Now));
    }

    [TestMethod]
    public void Technicians_files_are_good_for_openssl()
    {
        using var folder = new TempFolder();
        using var register = _authority.Register(Series, Now);
        var profile = new AnafProfile(AnafProfile.IdOf(Series, new DateTime(2026, 11, 16, 10, 0, 0)))
        {
            NrZ = 30,
            NrM = 30,
            NrT = 1440,
            RapZ = 1,
            Urls = [new AnafAddress(1, "https://anaf.nf.test/bon")],
        };
        TechnicianFiles.Write(folder.Root, _authority, Series, register, profile, Now);
        CollectionAssert.AreEquivalent(new[] { "ANAF.PEM", $"{Series}.PEM", $"{Series}.P7B" }, Directory.GetFiles(folder.Root).Select(Path.GetFileName).ToArray());

        File.WriteAllText(folder["root.pem"], _authority.Root.ExportCertificatePem());
        var content = OpenSsl.Run($"cms -verify -inform DER -in {folder[$"{Series}.P7B"]} -CAfile {folder["root.pem"]} -purpose any "
            + $"-attime {Now.ToUnixTimeSeconds()} -binary");
        Assert.AreEqual(Encoding.UTF8.GetString(profile.ToXml()), content);
        OpenSsl.Run($"verify -attime {Now.ToUnixTimeSeconds()} -x509_strict -CAfile {folder["root.pem"]} {folder[$"{Series}.PEM"]}");
        StringAssert.Contains(OpenSsl.Run($"rsa -in {folder[$"{Series}.PEM"]} -check -noout"), "RSA key ok");
    }

    [TestMethod]
    public void Certificates_only_is_der_without_a_signer()
    {
        using var register = _authority.Register(Series, Now);
        var bytes = AnafSignature.CertificatesOnly(register, _authority.Root);
        Assert.AreEqual(bytes.Length, new AsnReader(bytes, AsnEncodingRules.DER).ReadEncodedValue().Length);
        var cms = new SignedCms();
        cms.Decode(bytes);
        Assert.IsEmpty(cms.SignerInfos);
        Assert.HasCount(2, cms.Certificates);
    }
}
