using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using Nf.Firmware.Errors;

namespace Nf.Tests.Machine.Certificates;

/// <summary>Signed data that must be refused, each with the refusal that it must get.</summary>
[TestClass]
public sealed class MalformedSignedTests
{
    private const FiscalError Invalid = FiscalError.SignedInvalid;
    private const FiscalError Unsupported = FiscalError.SignedUnsupported;

    private const int Version = 0;
    private const int Algorithms = 1;
    private const int Content = 2;
    private const int Certificates = 3;
    private const int Signers = 4;

    private const int SignerVersion = 0;
    private const int Identifier = 1;
    private const int Digest = 2;
    private const int Attributes = 3;
    private const int Algorithm = 4;
    private const int Signature = 5;

    private static readonly Lazy<byte[]> s_good = new(() => CmsVerifierTests.Sign("<mP idM=\"123456789020260601120000\" tipP=\"1\"/>"u8.ToArray()));

    /// <summary>Changes of the SignedData; the signature over the attributes is made again.</summary>
    private static readonly (string Name, FiscalError Refusal, Action<DerNode> Change)[] s_rows =
    [
        ("version 0", Unsupported, data => data[Version].Content = [0]),
        ("version 4", Unsupported, data => data[Version].Content = [4]),
        ("version missing", Invalid, data => data.Children!.RemoveAt(Version)),
        ("version of two bytes", Invalid, data => data[Version].Content = [0, 1]),
        ("no digest algorithm", Invalid, data => data[Algorithms].Children!.Clear()),
        ("SHA-1 as digest algorithm", Unsupported, data => data[Algorithms].Children![0] = Name("1.3.14.3.2.26")),
        ("SHA-1 beside SHA-256", Unsupported, data => data[Algorithms].Children!.Add(Name("1.3.14.3.2.26"))),
        ("digest algorithms in a sequence", Invalid, data => data[Algorithms].Tag = 0x30),
        ("content of another type", Unsupported, data => data[Content].Children![0] = DerNode.Oid("1.2.840.113549.1.7.2")),
        ("timestamp for content", Unsupported, data => data[Content].Children![0] = DerNode.Oid("1.2.840.113549.1.9.16.1.4")),
        ("content not inside", Unsupported, data => data[Content].Children!.RemoveAt(1)),
        ("content in pieces", Invalid, data => data[Content][1].Children![0] = DerNode.Around(0x24, data[Content][1][0])),
        ("content as text", Invalid, data => data[Content][1][0].Tag = 0x0C),
        ("content twice", Invalid, data => data[Content][1].Children!.Add(data[Content][1][0])),
        ("content missing in its frame", Invalid, data => data[Content][1].Children!.Clear()),
        ("content with one bit changed", FiscalError.SignedContentChanged, data => data[Content][1][0].Content[3] ^= 1),
        ("content with a byte behind", FiscalError.SignedContentChanged, data => data[Content][1][0].Content = [.. data[Content][1][0].Content, 32]),
        ("content empty", FiscalError.SignedContentChanged, data => data[Content][1][0].Content = []),
        ("no certificates", FiscalError.SignerUnknown, data => data.Children!.RemoveAt(Certificates)),
        ("signer's certificate missing", FiscalError.SignerUnknown, data => data[Certificates].Children!.RemoveAll(IsSigner)),
        ("authority's certificate missing", FiscalError.CertificateUntrusted, data => data[Certificates].Children!.RemoveAll(node => !IsSigner(node))),
        ("certificate that is none", FiscalError.CertificateInvalid, data => data[Certificates].Children!.Insert(0, DerNode.Around(0x30))),
        ("certificate of another form", Unsupported, data => data[Certificates].Children!.Add(DerNode.Around(0xA1))),
        ("seven certificates", Unsupported, data => data[Certificates].Children!.AddRange(Enumerable.Repeat(data[Certificates][0], 5))),
        ("signer's certificate with another key", FiscalError.SignatureWrong, data =>
            data[Certificates].Children!.Single(IsSigner)[0].Children![6] = DerNode.Parse(TestPki.RegisterKey.ExportSubjectPublicKeyInfo())),
        ("no signer", Unsupported, data => data[Signers].Children!.Clear()),
        ("two signers", Unsupported, data => data[Signers].Children!.Add(data[Signers][0])),
        ("signers in a sequence", Invalid, data => data[Signers].Tag = 0x30),
        ("signers missing", Invalid, data => data.Children!.RemoveAt(Signers)),
        ("something behind the signers", Invalid, data => data.Children!.Add(DerNode.Of(5))),
        ("signer of version 0", Unsupported, data => Signer(data)[SignerVersion].Content = [0]),
        ("signer of version 2", Unsupported, data => Signer(data)[SignerVersion].Content = [2]),
        ("signer by key who names an issuer", Invalid, data => Signer(data)[SignerVersion].Content = [3]),
        ("signer by issuer who names a key", Invalid, data => Signer(data).Children![Identifier] = DerNode.Of(0x80, 1, 2, 3)),
        ("signer by an unknown key", FiscalError.SignerUnknown, data =>
        {
            Signer(data)[SignerVersion].Content = [3];
            Signer(data).Children![Identifier] = DerNode.Of(0x80, 1, 2, 3);
        }),
        ("signer by an empty key", FiscalError.SignerUnknown, data =>
        {
            Signer(data)[SignerVersion].Content = [3];
            Signer(data).Children![Identifier] = DerNode.Of(0x80);
        }),
        ("signer's serial number of another", FiscalError.SignerUnknown, data => Signer(data)[Identifier][1].Content[3] ^= 1),
        ("signer's issuer of another", FiscalError.SignerUnknown, data => Signer(data)[Identifier][0][0][0][1].Content[0] ^= 1),
        ("signer's serial number missing", Invalid, data => Signer(data)[Identifier].Children!.RemoveAt(1)),
        ("signer is the authority", FiscalError.SignatureWrong, data => Signer(data).Children![Identifier] =
            DerNode.Around(0x30, DerNode.Parse(TestPki.Sub.IssuerName.RawData), DerNode.Parse(TestPki.Sub.RawData)[0][1])),
        ("signer's digest SHA-1", Unsupported, data => Signer(data).Children![Digest] = Name("1.3.14.3.2.26")),
        ("signer's digest MD5", Unsupported, data => Signer(data).Children![Digest] = Name("1.2.840.113549.2.5")),
        ("signer's digest SHA-512", Unsupported, data => Signer(data).Children![Digest] = Name("2.16.840.1.101.3.4.2.3")),
        ("signer's digest with parameters", Unsupported, data => Signer(data)[Digest].Children!.Add(DerNode.Of(2, 1))),
        ("signature PSS", Unsupported, data => Signer(data).Children![Algorithm] = Name("1.2.840.113549.1.1.10")),
        ("signature with SHA-1", Unsupported, data => Signer(data).Children![Algorithm] = Name("1.2.840.113549.1.1.5")),
        ("signature ECDSA", Unsupported, data => Signer(data).Children![Algorithm] = Name("1.2.840.10045.4.3.2")),
        ("signature missing", Invalid, data => Signer(data).Children!.RemoveAt(Signature)),
        ("signature as a string of bits", Invalid, data => Signer(data)[Signature].Tag = 3),
        ("something behind the signature", Invalid, data => Signer(data).Children!.Add(DerNode.Of(5))),
        ("attributes without digest", Invalid, data => Remove(data, "1.2.840.113549.1.9.4")),
        ("attributes without content type", Invalid, data => Remove(data, "1.2.840.113549.1.9.3")),
        ("attributes empty", Invalid, data => Signer(data)[Attributes].Children!.Clear()),
        ("digest twice", Invalid, data => Signer(data)[Attributes].Children!.Add(Find(data, "1.2.840.113549.1.9.4"))),
        ("content type twice", Invalid, data => Signer(data)[Attributes].Children!.Add(Find(data, "1.2.840.113549.1.9.3"))),
        ("digest with two values", Invalid, data => Find(data, "1.2.840.113549.1.9.4")[1].Children!.Add(DerNode.Of(4, new byte[32]))),
        ("digest without value", Invalid, data => Find(data, "1.2.840.113549.1.9.4")[1].Children!.Clear()),
        ("digest of 31 bytes", Invalid, data => Find(data, "1.2.840.113549.1.9.4")[1][0].Content = new byte[31]),
        ("digest of 20 bytes", Invalid, data => Find(data, "1.2.840.113549.1.9.4")[1][0].Content = new byte[20]),
        ("digest empty", Invalid, data => Find(data, "1.2.840.113549.1.9.4")[1][0].Content = []),
        ("digest of something else", FiscalError.SignedContentChanged, data => Find(data, "1.2.840.113549.1.9.4")[1][0].Content = new byte[32]),
        ("content type of another type", Invalid, data => Find(data, "1.2.840.113549.1.9.3")[1].Children![0] = DerNode.Oid("1.2.840.113549.1.7.2")),
        ("content type with two values", Invalid, data => Find(data, "1.2.840.113549.1.9.3")[1].Children!.Add(DerNode.Oid("1.2.840.113549.1.7.1"))),
        ("an attribute without its set", Invalid, data => Find(data, "1.2.840.113549.1.9.5").Children!.RemoveAt(1)),
        ("an attribute in a set", Invalid, data => Find(data, "1.2.840.113549.1.9.5").Tag = 0x31),
    ];

    public static IEnumerable<object[]> Rows => s_rows.Select(row => new object[] { row.Name });

    public static IEnumerable<object[]> Forgeries => Forgery.Kinds.Keys.Select(name => new object[] { name });

    public static IEnumerable<object[]> Forms => WrongForms.All.Keys.Select(name => new object[] { name });

    [TestMethod]
    public void The_signed_data_that_they_are_made_from_are_good()
    {
        Assert.AreEqual(FiscalError.None, Judge(Resigned(_ => { })));
    }

    [TestMethod]
    [Article("OPANAF 146/2018 anexa nr. 2 II.13")]
    [DynamicData(nameof(Rows))]
    public void Changed_and_signed_again(string name)
    {
        var (_, refusal, change) = s_rows.Single(row => row.Name == name);
        Assert.AreEqual(refusal, Judge(Resigned(change)));
    }

    [TestMethod]
    [DynamicData(nameof(Forgeries))]
    public void A_forged_signature(string name)
    {
        var tree = DerNode.Parse(s_good.Value);
        var signer = Signer(tree[1][0]);
        signer[Signature].Content = Forgery.Kinds[name]([0x31, .. signer[Attributes].Encode()[1..]], TestPki.SignerKey);
        Assert.AreEqual(FiscalError.SignatureWrong, Judge(tree.Encode()));
    }

    [TestMethod]
    [DynamicData(nameof(Forms))]
    public void No_element_may_be_written_otherwise(string name)
    {
        foreach (var (path, _) in DerNode.Parse(s_good.Value).All())
        {
            var tree = DerNode.Parse(s_good.Value);
            WrongForms.All[name](tree.All().Single(found => found.Path == path).Node);
            Assert.AreEqual(Invalid, Judge(tree.Encode()), $"{name} at {path}");
        }
    }

    [TestMethod]
    public void What_is_cut_or_longer_is_refused()
    {
        var good = s_good.Value;
        for (var length = 0; length < good.Length; length += 7) Assert.AreEqual(Invalid, Judge(good[..length]), $"{length} bytes");
        Assert.AreEqual(Invalid, Judge([.. good, 0]));
        Assert.AreEqual(Invalid, Judge([.. good, .. good]));
        Assert.AreEqual(Invalid, Judge(new byte[70_000]));
    }

    [TestMethod]
    public void Attributes_of_one_signature_are_not_another_ones_content()
    {
        var tree = DerNode.Parse(s_good.Value);
        var data = tree[1][0];
        var attributes = Signer(data)[Attributes].Encode();
        data[Content][1][0].Content = [0x31, .. attributes[1..]];
        Signer(data).Children!.RemoveAt(Attributes);
        Assert.AreEqual(Unsupported, Judge(tree.Encode()));
    }

    [TestMethod]
    public void Another_type_of_message_is_refused()
    {
        var tree = DerNode.Parse(s_good.Value);
        tree.Children![0] = DerNode.Oid("1.2.840.113549.1.7.3");
        Assert.AreEqual(Unsupported, Judge(tree.Encode()));
    }

    [TestMethod]
    [DataRow("an authority", FiscalError.CertificateUsageWrong)]
    [DataRow("a server", FiscalError.CertificateUsageWrong)]
    public void Who_may_not_sign_is_refused(string who, FiscalError refusal)
    {
        using var certificate = TestPki.Issue(who, TestPki.SignerKey, TestPki.Sub, request =>
            request.CertificateExtensions.Add(new X509KeyUsageExtension(
                who == "a server" ? X509KeyUsageFlags.KeyEncipherment : X509KeyUsageFlags.KeyCertSign, true)));
        Assert.AreEqual(refusal, Judge(CmsVerifierTests.Sign([1, 2, 3], SubjectIdentifierType.IssuerAndSerialNumber, signer: certificate)));
    }

    [TestMethod]
    public void The_moment_and_the_root_count()
    {
        var good = s_good.Value;
        Assert.AreEqual(FiscalError.CertificateExpired, Verify.Signed(good, out _, utc: TestPki.Utc + (20L * 365 * 86400)));
        Assert.AreEqual(FiscalError.CertificateNotYetValid, Verify.Signed(good, out _, utc: TestPki.Utc - (3L * 365 * 86400)));
        Assert.AreEqual(FiscalError.CertificateUntrusted, Verify.Signed(good, out _, trusted: [TestPki.Register.RawData]));
        Assert.AreEqual(FiscalError.CertificateUntrusted, Verify.Signed(good, out _, trusted: []));
    }

    private static FiscalError Judge(byte[] der) => Verify.Signed(der, out _);

    private static byte[] Resigned(Action<DerNode> change)
    {
        var tree = DerNode.Parse(s_good.Value);
        change(tree[1][0]);
        var signer = tree[1][0].Children!.LastOrDefault()?.Children?.FirstOrDefault();
        if (signer?.Children is { Count: 6 } parts && parts[Attributes].Tag == 0xA0)
        {
            parts[Signature].Content = TestPki.SignerKey.SignData([0x31, .. parts[Attributes].Encode()[1..]],
                HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        }

        return tree.Encode();
    }

    private static DerNode Signer(DerNode data) => data[Signers][0];

    private static bool IsSigner(DerNode certificate) => certificate.Encode().AsSpan().SequenceEqual(TestPki.Signer.RawData);

    private static DerNode Name(string algorithm) => DerNode.Around(0x30, DerNode.Oid(algorithm), DerNode.Of(5));

    private static DerNode Find(DerNode data, string attribute) =>
        Signer(data)[Attributes].Children!.Single(node => node[0].Content.AsSpan().SequenceEqual(DerNode.Oid(attribute).Content));

    private static void Remove(DerNode data, string attribute) => Signer(data)[Attributes].Children!.Remove(Find(data, attribute));
}
