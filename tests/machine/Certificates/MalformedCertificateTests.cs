using System.Security.Cryptography;
using System.Text;
using Nf.Firmware.Errors;

namespace Nf.Tests.Machine.Certificates;

/// <summary>Certificates that must be refused, each with the refusal that it must get. The signatures are right where nothing else is said.</summary>
[TestClass]
public sealed class MalformedCertificateTests
{
    private const FiscalError Invalid = FiscalError.CertificateInvalid;
    private const FiscalError Unsupported = FiscalError.CertificateUnsupported;
    private const FiscalError Usage = FiscalError.CertificateUsageWrong;

    private const int Version = 0;
    private const int Serial = 1;
    private const int Algorithm = 2;
    private const int Issuer = 3;
    private const int Validity = 4;
    private const int Subject = 5;
    private const int Key = 6;
    private const int Extensions = 7;

    private static readonly DerNode s_null = DerNode.Of(5);

    /// <summary>Changes of the signed part of the register's certificate, whose issuer signs it again.</summary>
    private static readonly (string Name, FiscalError Refusal, Action<DerNode> Change)[] s_leaf =
    [
        ("version 1", Unsupported, part => part.Children!.RemoveAt(Version)),
        ("version 1, written out", Unsupported, part => part[Version][0].Content = [0]),
        ("version 2", Unsupported, part => part[Version][0].Content = [1]),
        ("version 4", Unsupported, part => part[Version][0].Content = [3]),
        ("version of two bytes", Invalid, part => part[Version][0].Content = [1, 2]),
        ("version missing in its frame", Invalid, part => part[Version].Children!.Clear()),
        ("two versions", Invalid, part => part[Version].Children!.Add(DerNode.Of(2, 2))),
        ("serial number negative", Invalid, part => part[Serial].Content = [0x80, 1]),
        ("serial number zero", Invalid, part => part[Serial].Content = [0]),
        ("serial number empty", Invalid, part => part[Serial].Content = []),
        ("serial number of 21 bytes", Invalid, part => part[Serial].Content = [.. Enumerable.Repeat((byte)0x11, 21)]),
        ("serial number with a zero too many", Invalid, part => part[Serial].Content = [0, 0x11]),
        ("serial number as text", Invalid, part => part[Serial].Tag = 0x0C),
        ("SHA-1", Unsupported, part => part[Algorithm][0].Content = DerNode.Oid("1.2.840.113549.1.1.5").Content),
        ("SHA-384", Unsupported, part => part[Algorithm][0].Content = DerNode.Oid("1.2.840.113549.1.1.12").Content),
        ("SHA-512", Unsupported, part => part[Algorithm][0].Content = DerNode.Oid("1.2.840.113549.1.1.13").Content),
        ("MD5", Unsupported, part => part[Algorithm][0].Content = DerNode.Oid("1.2.840.113549.1.1.4").Content),
        ("PSS", Unsupported, part => part[Algorithm][0].Content = DerNode.Oid("1.2.840.113549.1.1.10").Content),
        ("ECDSA", Unsupported, part => part[Algorithm][0].Content = DerNode.Oid("1.2.840.10045.4.3.2").Content),
        ("algorithm without NULL", Unsupported, part => part[Algorithm].Children!.RemoveAt(1)),
        ("algorithm with a number for NULL", Unsupported, part => part[Algorithm].Children![1] = DerNode.Of(2, 0)),
        ("issuer missing", Invalid, part => part.Children!.RemoveAt(Issuer)),
        ("issuer as a set", Invalid, part => part[Issuer].Tag = 0x31),
        ("issuer of another name", FiscalError.CertificateUntrusted, part => part[Issuer][0][0][1].Content[0] ^= 1),
        ("issuer empty", FiscalError.CertificateUntrusted, part => part[Issuer].Children!.Clear()),
        ("expired a second ago", FiscalError.CertificateExpired, part => SetTime(part, 1, TestPki.Now.AddSeconds(-1))),
        ("expired in 1999", FiscalError.CertificateExpired, part => part[Validity][1].Content = "990101000000Z"u8.ToArray()),
        ("valid in a second", FiscalError.CertificateNotYetValid, part => SetTime(part, 0, TestPki.Now.AddSeconds(1))),
        ("valid from 2100 on", FiscalError.CertificateNotYetValid, part => part[Validity].Children![0] = DerNode.Of(0x18, "21000101000000Z"u8.ToArray())),
        ("month 13", Invalid, part => part[Validity][0].Content = "251301000000Z"u8.ToArray()),
        ("30 February", Invalid, part => part[Validity][0].Content = "250230000000Z"u8.ToArray()),
        ("hour 24", Invalid, part => part[Validity][0].Content = "250101240000Z"u8.ToArray()),
        ("second 60", Invalid, part => part[Validity][0].Content = "250101000060Z"u8.ToArray()),
        ("time without seconds", Invalid, part => part[Validity][0].Content = "2501010000Z"u8.ToArray()),
        ("time with an offset", Invalid, part => part[Validity][0].Content = "250101000000+0200"u8.ToArray()),
        ("time without zone", Invalid, part => part[Validity][0].Content = "2501010000000"u8.ToArray()),
        ("time of letters", Invalid, part => part[Validity][0].Content = "25010100000xZ"u8.ToArray()),
        ("century of letters", Invalid, part => part[Validity].Children![0] = DerNode.Of(0x18, "2x250101000000Z"u8.ToArray())),
        ("time with fractions", Invalid, part => part[Validity].Children![0] = DerNode.Of(0x18, "20250101000000.5Z"u8.ToArray())),
        ("time as text", Invalid, part => part[Validity][0].Tag = 0x0C),
        ("one time only", Invalid, part => part[Validity].Children!.RemoveAt(1)),
        ("three times", Invalid, part => part[Validity].Children!.Add(part[Validity][1])),
        ("subject missing", Invalid, part => part.Children!.RemoveAt(Subject)),
        ("subject with a bare attribute", Invalid, part => part[Subject].Children![0] = part[Subject][0][0]),
        ("subject's attribute without value", Invalid, part => part[Subject][0][0].Children!.RemoveAt(1)),
        ("subject's attribute with two values", Invalid, part => part[Subject][0][0].Children!.Add(s_null)),
        ("two serialNumbers in the subject", Invalid, part => part[Subject].Children!.AddRange(SerialNumbers("1234567890", "1234567891"))),
        ("key of another algorithm", Unsupported, part => part[Key][0][0].Content = DerNode.Oid("1.2.840.10045.2.1").Content),
        ("key's algorithm without NULL", Unsupported, part => part[Key][0].Children!.RemoveAt(1)),
        ("key with unused bits", Invalid, part => part[Key][1].Content[0] = 1),
        ("key empty", Invalid, part => part[Key][1].Content = [0]),
        ("key without its string", Invalid, part => part[Key].Children!.RemoveAt(1)),
        ("key with something behind", Invalid, part => part[Key][1].Content = [.. part[Key][1].Content, 0]),
        ("key's numbers in a set", Invalid, part => ChangeKey(part, key => key.Tag = 0x31)),
        ("modulus of 1,024 bits", Unsupported, part => ChangeKey(part, key => key[0].Content = [0, .. Enumerable.Repeat((byte)0xFF, 128)])),
        ("modulus of 2,040 bits", Unsupported, part => ChangeKey(part, key => key[0].Content = [0, .. Enumerable.Repeat((byte)0xFF, 255)])),
        ("modulus of 2,047 bits", Unsupported, part => ChangeKey(part, key => key[0].Content = [0x7F, .. Enumerable.Repeat((byte)0xFF, 255)])),
        ("modulus of 4,104 bits", Unsupported, part => ChangeKey(part, key => key[0].Content = [0, .. Enumerable.Repeat((byte)0xFF, 513)])),
        ("modulus even", Unsupported, part => ChangeKey(part, key => key[0].Content[^1] &= 0xFE)),
        ("modulus zero", Unsupported, part => ChangeKey(part, key => key[0].Content = [0])),
        ("modulus negative", Invalid, part => ChangeKey(part, key => key[0].Content = key[0].Content[1..])),
        ("modulus with a zero too many", Invalid, part => ChangeKey(part, key => key[0].Content = [0, .. key[0].Content])),
        ("modulus missing", Invalid, part => ChangeKey(part, key => key.Children!.RemoveAt(0))),
        ("exponent 1", Unsupported, part => ChangeKey(part, key => key[1].Content = [1])),
        ("exponent 3", Unsupported, part => ChangeKey(part, key => key[1].Content = [3])),
        ("exponent 65536", Unsupported, part => ChangeKey(part, key => key[1].Content = [1, 0, 0])),
        ("exponent of 256 bytes", Unsupported, part => ChangeKey(part, key => key[1].Content = [1, .. new byte[255]])),
        ("exponent empty", Invalid, part => ChangeKey(part, key => key[1].Content = [])),
        ("a third number in the key", Invalid, part => ChangeKey(part, key => key.Children!.Add(DerNode.Of(2, 1)))),
        ("no extensions", Unsupported, part => part.Children!.RemoveAt(Extensions)),
        ("unique identifier before the extensions", Unsupported, part => part.Children!.Insert(Extensions, DerNode.Of(0x81, 0, 1))),
        ("extensions in a set", Invalid, part => part[Extensions][0].Tag = 0x31),
        ("something behind the extensions", Invalid, part => part.Children!.Add(s_null)),
        ("something beside the extensions", Invalid, part => part[Extensions].Children!.Add(s_null)),
        ("an extension without value", Invalid, part => part[Extensions][0].Children!.Add(DerNode.Around(0x30, DerNode.Oid("1.2.3")))),
        ("an extension without name", Invalid, part => part[Extensions][0].Children!.Add(DerNode.Around(0x30, DerNode.Of(4)))),
        ("an extension with a number for its value", Invalid, part => Extend(part, "1.2.3", DerNode.Of(2, 0))),
        ("an unknown critical extension", Unsupported, part => Extend(part, "1.2.3.4", DerNode.Of(1, 0xFF), DerNode.Of(4))),
        ("name constraints, critical", Unsupported, part => Extend(part, "2.5.29.30", DerNode.Of(1, 0xFF), DerNode.Of(4, 0x30, 0))),
        ("extended key usage, critical", Unsupported, part => Extend(part, "2.5.29.37", DerNode.Of(1, 0xFF), DerNode.Of(4, 0x30, 0))),
        ("critical written as false", Invalid, part => Extend(part, "1.2.3", DerNode.Of(1, 0), DerNode.Of(4))),
        ("critical written as 1", Invalid, part => Extend(part, "1.2.3", DerNode.Of(1, 1), DerNode.Of(4))),
        ("critical of two bytes", Invalid, part => Extend(part, "1.2.3", DerNode.Of(1, 0xFF, 0xFF), DerNode.Of(4))),
        ("key usage twice", Invalid, part => part[Extensions][0].Children!.Add(Extension(part, "2.5.29.15").Clone())),
        ("basic constraints twice", Invalid, part => part[Extensions][0].Children!.Add(Extension(part, "2.5.29.19").Clone())),
        ("key usage missing", Usage, part => part[Extensions][0].Children!.Remove(Extension(part, "2.5.29.15"))),
        ("key usage for encryption only", Usage, part => Extension(part, "2.5.29.15")[2].Content = [3, 2, 5, 0x20]),
        ("key usage for certificates only", Usage, part => Extension(part, "2.5.29.15")[2].Content = [3, 2, 2, 0x04]),
        ("key usage non-repudiation only", Usage, part => Extension(part, "2.5.29.15")[2].Content = [3, 2, 6, 0x40]),
        ("key usage empty", Invalid, part => Extension(part, "2.5.29.15")[2].Content = [3, 1, 0]),
        ("key usage with 8 unused bits", Invalid, part => Extension(part, "2.5.29.15")[2].Content = [3, 2, 8, 0x80]),
        ("key usage of four bytes", Invalid, part => Extension(part, "2.5.29.15")[2].Content = [3, 5, 0, 0x80, 0, 0, 1]),
        ("key usage as a number", Invalid, part => Extension(part, "2.5.29.15")[2].Content = [2, 1, 0]),
        ("key usage with something behind", Invalid, part => Extension(part, "2.5.29.15")[2].Content = [3, 2, 7, 0x80, 0]),
        ("constraints with false written out", Invalid, part => Extension(part, "2.5.29.19")[2].Content = [0x30, 3, 1, 1, 0]),
        ("constraints with a path length and no authority", Invalid, part => Extension(part, "2.5.29.19")[2].Content = [0x30, 3, 2, 1, 0]),
        ("constraints with a negative path length", Invalid, part => Extension(part, "2.5.29.19")[2].Content = [0x30, 6, 1, 1, 0xFF, 2, 1, 0xFF]),
        ("constraints with more", Invalid, part => Extension(part, "2.5.29.19")[2].Content = [0x30, 2, 5, 0]),
        ("constraints empty", Invalid, part => Extension(part, "2.5.29.19")[2].Content = []),
        ("key identifier as a number", Invalid, part => Extension(part, "2.5.29.14")[1].Content = [2, 1, 1]),
        ("authority's key identifier of another key", FiscalError.CertificateUntrusted,
            part => Extension(part, "2.5.29.35")[1].Content = [0x30, 3, 0x80, 1, 7]),
        ("authority's key identifier bare", Invalid, part => Extension(part, "2.5.29.35")[1].Content = [4, 1, 1]),
        ("authority access bare", Invalid, part => Extension(part, "1.3.6.1.5.5.7.1.1")[1].Content = [0x30, 2, 5, 0]),
        ("policies empty", Invalid, part => Extension(part, "2.5.29.32")[1].Content = [0x30, 0]),
        ("revocation lists as text", Invalid, part => Extension(part, "2.5.29.31")[1].Content = [0x0C, 0]),
        ("17 sequences inside one another", Invalid, part => part[Subject][0][0].Children![1] = Nested(17)),
        ("20,000 bytes of sequences inside one another", Invalid, part => part[Subject][0][0].Children![1] = Nested(5000)),
        ("2,000 empty elements", Invalid, part => part[Subject].Children!.AddRange(Enumerable.Repeat(DerNode.Around(0x31), 2000))),
        ("longer than 64 KB", Invalid, part => part[Subject][0][0][1].Content = new byte[70_000]),
        ("a string in pieces", Invalid, part => part[Subject][0][0].Children![1] = DerNode.Around(0x2C, DerNode.Of(0x0C, 65))),
        ("a sequence as a plain element", Invalid, part => part[Issuer].Tag = 0x10),
    ];

    /// <summary>Changes of the whole, whose signature stays as it was.</summary>
    private static readonly (string Name, FiscalError Refusal, Func<DerNode, byte[]> Change)[] s_whole =
    [
        ("nothing", Invalid, _ => []),
        ("one byte", Invalid, _ => [0x30]),
        ("two bytes", Invalid, _ => [0x30, 0x00]),
        ("zeros", Invalid, _ => new byte[500]),
        ("text", Invalid, _ => "-----BEGIN CERTIFICATE-----"u8.ToArray()),
        ("a byte behind", Invalid, whole => [.. whole.Encode(), 0]),
        ("itself behind", Invalid, whole => [.. whole.Encode(), .. whole.Encode()]),
        ("last byte missing", Invalid, whole => whole.Encode()[..^1]),
        ("first byte missing", Invalid, whole => whole.Encode()[1..]),
        ("half of it", Invalid, whole => whole.Encode()[..(whole.Encode().Length / 2)]),
        ("signature missing", Invalid, whole => Changed(whole, tree => tree.Children!.RemoveAt(2))),
        ("signature as a string of bytes", Invalid, whole => Changed(whole, tree => tree[2].Tag = 4)),
        ("signature with unused bits", Invalid, whole => Changed(whole, tree => tree[2].Content[0] = 1)),
        ("signature empty", Invalid, whole => Changed(whole, tree => tree[2].Content = [0])),
        ("another algorithm outside", Invalid, whole => Changed(whole, tree => tree[1][0].Content = DerNode.Oid("1.2.840.113549.1.1.5").Content)),
        ("algorithm outside without NULL", Invalid, whole => Changed(whole, tree => tree[1].Children!.RemoveAt(1))),
        ("something behind the signature", Invalid, whole => Changed(whole, tree => tree.Children!.Add(DerNode.Of(5)))),
        ("another register's serial number", FiscalError.CertificateSignatureWrong, whole => Changed(whole, tree =>
            tree[0][Subject].All().Single(found => found.Node.Content.AsSpan().SequenceEqual("1234567890"u8)).Node.Content[9] ^= 1)),
        ("another key", FiscalError.CertificateSignatureWrong, whole => Changed(whole, tree =>
            tree[0].Children![Key] = DerNode.Parse(TestPki.SignerKey.ExportSubjectPublicKeyInfo()))),
        ("a year longer", FiscalError.CertificateSignatureWrong, whole => Changed(whole, tree => SetTime(tree[0], 1, TestPki.Now.AddYears(10)))),
        ("one bit in an extension", FiscalError.CertificateSignatureWrong, whole => Changed(whole, tree => Extension(tree[0], "2.5.29.14")[1].Content[5] ^= 1)),
    ];

    public static IEnumerable<object[]> Leaves => s_leaf.Select(row => new object[] { row.Name });

    public static IEnumerable<object[]> Wholes => s_whole.Select(row => new object[] { row.Name });

    public static IEnumerable<object[]> Forgeries => Forgery.Kinds.Keys.Select(name => new object[] { name });

    public static IEnumerable<object[]> Forms => WrongForms.All.Keys.Select(name => new object[] { name });

    [TestMethod]
    public void The_certificate_that_they_are_made_from_is_good()
    {
        Assert.AreEqual(FiscalError.None, Judge(Resigned(_ => { })));
        Assert.IsGreaterThanOrEqualTo(100, s_leaf.Length);
    }

    [TestMethod]
    [DynamicData(nameof(Leaves))]
    public void A_changed_certificate_with_a_right_signature(string name)
    {
        var (_, refusal, change) = s_leaf.Single(row => row.Name == name);
        Assert.AreEqual(refusal, Judge(Resigned(change)));
    }

    [TestMethod]
    [DynamicData(nameof(Wholes))]
    public void A_changed_certificate(string name)
    {
        var (_, refusal, change) = s_whole.Single(row => row.Name == name);
        Assert.AreEqual(refusal, Judge(change(DerNode.Parse(TestPki.Register.RawData))));
    }

    [TestMethod]
    [DynamicData(nameof(Forgeries))]
    public void A_forged_signature(string name)
    {
        var tree = DerNode.Parse(TestPki.Register.RawData);
        tree[2].Content = [0, .. Forgery.Kinds[name](tree[0].Encode(), TestPki.SubKey)];
        Assert.AreEqual(FiscalError.CertificateSignatureWrong, Judge(tree.Encode()));
    }

    [TestMethod]
    [DynamicData(nameof(Forms))]
    public void No_element_may_be_written_otherwise(string name)
    {
        foreach (var (path, _) in DerNode.Parse(TestPki.Register.RawData).All())
        {
            var tree = DerNode.Parse(TestPki.Register.RawData);
            WrongForms.All[name](tree.All().Single(found => found.Path == path).Node);
            Assert.AreEqual(Invalid, Judge(tree.Encode()), $"{name} at {path}");
        }
    }

    private static FiscalError Judge(byte[] leaf) => Verify.Chain(leaf, [TestPki.Sub.RawData], [TestPki.Root.RawData]);

    private static byte[] Resigned(Action<DerNode> change)
    {
        var tree = DerNode.Parse(TestPki.Register.RawData);
        change(tree[0]);
        tree[1].Children!.Clear();
        tree[1].Children!.AddRange(DerNode.Parse(TestPki.Register.RawData)[1].Children!);
        tree[2].Content = [0, .. TestPki.SubKey.SignData(tree[0].Encode(), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)];
        return tree.Encode();
    }

    private static byte[] Changed(DerNode tree, Action<DerNode> change)
    {
        change(tree);
        return tree.Encode();
    }

    private static void SetTime(DerNode part, int which, DateTimeOffset time) =>
        part[Validity][which].Content = Encoding.ASCII.GetBytes($"{time:yyMMddHHmmss}Z");

    private static void ChangeKey(DerNode part, Action<DerNode> change)
    {
        var key = DerNode.Parse(part[Key][1].Content.AsMemory(1));
        change(key);
        part[Key][1].Content = [0, .. key.Encode()];
    }

    private static void Extend(DerNode part, string name, params DerNode[] rest) =>
        part[Extensions][0].Children!.Add(DerNode.Around(0x30, [DerNode.Oid(name), .. rest]));

    private static DerNode Extension(DerNode part, string name) =>
        part[Extensions][0].Children!.Single(extension => extension[0].Content.AsSpan().SequenceEqual(DerNode.Oid(name).Content));

    private static IEnumerable<DerNode> SerialNumbers(params string[] values) => values.Select(value =>
        DerNode.Around(0x31, DerNode.Around(0x30, DerNode.Oid("2.5.4.5"), DerNode.Of(0x13, Encoding.ASCII.GetBytes(value)))));

    private static DerNode Nested(int depth)
    {
        byte[] bytes = [];
        for (; depth > 0; depth--) bytes = [0x30, .. bytes.Length < 0x80 ? [(byte)bytes.Length] : new byte[] { 0x82, (byte)(bytes.Length >> 8), (byte)bytes.Length }, .. bytes];
        // Not taken apart: the tree would go as deep.
        return DerNode.Of(0x30, bytes);
    }
}
