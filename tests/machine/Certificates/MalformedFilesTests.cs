using System.Security.Cryptography;
using Nf.Firmware.Certificates;
using Nf.Firmware.Errors;
using Nf.Hal.Devices;

namespace Nf.Tests.Machine.Certificates;

/// <summary>PEM files, private keys and chains that must be refused.</summary>
[TestClass]
public sealed class MalformedFilesTests
{
    private const FiscalError PemInvalid = FiscalError.PemInvalid;

    [TestMethod]
    [DataRow("no end", PemInvalid, "-----BEGIN CMS-----\nAQID\n")]
    [DataRow("end of another kind", PemInvalid, "-----BEGIN CMS-----\nAQID\n-----END CERTIFICATE-----\n")]
    [DataRow("end without dashes", PemInvalid, "-----BEGIN CMS-----\nAQID\n-----END CMS----\n")]
    [DataRow("end without begin", PemInvalid, "-----END CMS-----\n")]
    [DataRow("begin in a block", PemInvalid, "-----BEGIN CMS-----\nAQID\n-----BEGIN CMS-----\nAQID\n-----END CMS-----\n")]
    [DataRow("nothing inside", PemInvalid, "-----BEGIN CMS-----\n-----END CMS-----\n")]
    [DataRow("empty line inside", PemInvalid, "-----BEGIN CMS-----\nAQID\n\nAQID\n-----END CMS-----\n")]
    [DataRow("space in a line", PemInvalid, "-----BEGIN CMS-----\nAQ ID\n-----END CMS-----\n")]
    [DataRow("space behind a line", PemInvalid, "-----BEGIN CMS-----\nAQID \n-----END CMS-----\n")]
    [DataRow("CR in a line", PemInvalid, "-----BEGIN CMS-----\nAQ\rID\n-----END CMS-----\n")]
    [DataRow("two CR", PemInvalid, "-----BEGIN CMS-----\r\nAQID\r\r\n-----END CMS-----\r\n")]
    [DataRow("other characters", PemInvalid, "-----BEGIN CMS-----\nAQ*D\n-----END CMS-----\n")]
    [DataRow("characters for addresses", PemInvalid, "-----BEGIN CMS-----\nAQ-_\n-----END CMS-----\n")]
    [DataRow("NUL inside", PemInvalid, "-----BEGIN CMS-----\nAQ\0D\n-----END CMS-----\n")]
    [DataRow("byte above 7Fh", PemInvalid, "-----BEGIN CMS-----\nAQ\u00c1D\n-----END CMS-----\n")]
    [DataRow("padding first", PemInvalid, "-----BEGIN CMS-----\n=AQI\n-----END CMS-----\n")]
    [DataRow("padding in a group's middle", PemInvalid, "-----BEGIN CMS-----\nAQ=D\n-----END CMS-----\n")]
    [DataRow("three of padding", PemInvalid, "-----BEGIN CMS-----\nA===\n-----END CMS-----\n")]
    [DataRow("a group of padding", PemInvalid, "-----BEGIN CMS-----\nAQID====\n-----END CMS-----\n")]
    [DataRow("more behind the padding", PemInvalid, "-----BEGIN CMS-----\nAQ==AQID\n-----END CMS-----\n")]
    [DataRow("padding missing", PemInvalid, "-----BEGIN CMS-----\nAQ\n-----END CMS-----\n")]
    [DataRow("one padding of two", PemInvalid, "-----BEGIN CMS-----\nAQ=\n-----END CMS-----\n")]
    [DataRow("padding too much", PemInvalid, "-----BEGIN CMS-----\nAQI==\n-----END CMS-----\n")]
    [DataRow("one character", PemInvalid, "-----BEGIN CMS-----\nA\n-----END CMS-----\n")]
    [DataRow("bits under one padding", PemInvalid, "-----BEGIN CMS-----\nAQJ=\n-----END CMS-----\n")]
    [DataRow("bits under two paddings", PemInvalid, "-----BEGIN CMS-----\nAR==\n-----END CMS-----\n")]
    [DataRow("headers", PemInvalid, "-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\n\nAQID\n-----END RSA PRIVATE KEY-----\n")]
    [DataRow("byte order mark", PemInvalid, "\u00ef\u00bb\u00bf-----BEGIN CMS-----\nAQID\n-----END CMS-----\n")]
    [DataRow("indented", PemInvalid, " -----BEGIN CMS-----\nAQID\n-----END CMS-----\n")]
    [DataRow("encrypted key", FiscalError.PemUnsupported, "-----BEGIN ENCRYPTED PRIVATE KEY-----\nAQID\n-----END ENCRYPTED PRIVATE KEY-----\n")]
    [DataRow("key on a curve", FiscalError.PemUnsupported, "-----BEGIN EC PRIVATE KEY-----\nAQID\n-----END EC PRIVATE KEY-----\n")]
    [DataRow("request", FiscalError.PemUnsupported, "-----BEGIN CERTIFICATE REQUEST-----\nAQID\n-----END CERTIFICATE REQUEST-----\n")]
    [DataRow("small letters", FiscalError.PemUnsupported, "-----BEGIN certificate-----\nAQID\n-----END certificate-----\n")]
    [DataRow("no label", FiscalError.PemUnsupported, "-----BEGIN -----\nAQID\n-----END -----\n")]
    [DataRow("something behind the label", FiscalError.PemUnsupported, "-----BEGIN CMS----- x\nAQID\n-----END CMS-----\n")]
    [DataRow("four dashes", FiscalError.PemUnsupported, "-----BEGIN CMS----\nAQID\n-----END CMS-----\n")]
    public void A_PEM_file(string name, FiscalError refusal, string text)
    {
        Assert.IsEmpty(PemReaderTests.ReadAll(text, out var error), name);
        Assert.AreEqual(refusal, error, name);
    }

    [TestMethod]
    public void A_PEM_file_that_is_too_large()
    {
        var line = new string('A', 80) + "\n";
        PemReaderTests.ReadAll($"-----BEGIN CMS-----\n{line}-----END CMS-----\n", out var error);
        Assert.AreEqual(PemInvalid, error, "a line too long");
        PemReaderTests.ReadAll("-----BEGIN CMS-----\nAQIDBA==\n-----END CMS-----\n", out error, room: 3);
        Assert.AreEqual(PemInvalid, error, "more than there is room for");
        PemReaderTests.ReadAll(new string('\n', PemReader.MaxFile + 1), out error);
        Assert.AreEqual(PemInvalid, error, "too many lines");
    }

    [TestMethod]
    [DataRow(PemLabel.PrivateKey)]
    [DataRow(PemLabel.RsaPrivateKey)]
    public void A_private_key_written_wrongly(PemLabel label)
    {
        var good = label == PemLabel.PrivateKey ? TestPki.RegisterKey.ExportPkcs8PrivateKey() : TestPki.RegisterKey.ExportRSAPrivateKey();
        foreach (var (name, change) in WrongForms.All)
        {
            foreach (var (path, _) in DerNode.Parse(good).All())
            {
                var tree = DerNode.Parse(good);
                change(tree.All().Single(found => found.Path == path).Node);
                Assert.AreEqual(FiscalError.KeyInvalid, ReadKey(label, tree.Encode()), $"{name} at {path}");
            }
        }

        for (var length = 0; length < good.Length; length += 11) Assert.AreEqual(FiscalError.KeyInvalid, ReadKey(label, good[..length]));
        Assert.AreEqual(FiscalError.KeyInvalid, ReadKey(label, [.. good, 0]));
    }

    [TestMethod]
    [DataRow("two primes and more", FiscalError.KeyUnsupported, 0, "01")]
    [DataRow("exponent 3", FiscalError.KeyUnsupported, 2, "03")]
    [DataRow("prime of 129 bytes", FiscalError.KeyUnsupported, 4, "01")]
    [DataRow("negative modulus", FiscalError.KeyInvalid, 1, "80")]
    [DataRow("modulus empty", FiscalError.KeyInvalid, 1, "")]
    [DataRow("modulus of one byte", FiscalError.KeyUnsupported, 1, "11")]
    [DataRow("prime zero", FiscalError.KeyUnsupported, 5, "00")]
    [DataRow("zero in front of a number", FiscalError.KeyInvalid, 6, "0001")]
    public void A_private_key_of_another_kind(string name, FiscalError refusal, int number, string content)
    {
        var tree = DerNode.Parse(TestPki.RegisterKey.ExportRSAPrivateKey());
        tree[number].Content = name == "prime of 129 bytes" ? [1, .. new byte[128]] : Convert.FromHexString(content);
        Assert.AreEqual(refusal, ReadKey(PemLabel.RsaPrivateKey, tree.Encode()), name);
    }

    [TestMethod]
    public void Keys_of_other_algorithms_and_lengths()
    {
        using var ec = ECDsa.Create();
        Assert.AreEqual(FiscalError.KeyUnsupported, ReadKey(PemLabel.PrivateKey, ec.ExportPkcs8PrivateKey()));
        using var longer = RSA.Create(3072);
        Assert.AreEqual(FiscalError.KeyUnsupported, ReadKey(PemLabel.PrivateKey, longer.ExportPkcs8PrivateKey()));
        var tree = DerNode.Parse(TestPki.RegisterKey.ExportPkcs8PrivateKey());
        tree[0].Content = [1];
        Assert.AreEqual(FiscalError.KeyUnsupported, ReadKey(PemLabel.PrivateKey, tree.Encode()));
    }

    [TestMethod]
    public void Chains_that_break_a_rule()
    {
        byte[] root = TestPki.Root.RawData, sub = TestPki.Sub.RawData, leaf = TestPki.Register.RawData;
        Assert.AreEqual(FiscalError.None, Verify.Chain(leaf, [sub], [root]));
        Assert.AreEqual(FiscalError.None, Verify.Chain(leaf, [], [sub]), "an authority in between may be the trusted one");
        Assert.AreEqual(FiscalError.None, Verify.Chain(leaf, [], [leaf]), "so may the leaf");
        Assert.AreEqual(FiscalError.None, Verify.Chain(leaf, [sub, root], [], selfSignedEnds: true));
        Assert.AreEqual(FiscalError.CertificateUntrusted, Verify.Chain(leaf, [sub, root], []));
        Assert.AreEqual(FiscalError.CertificateUntrusted, Verify.Chain(leaf, [sub], [], selfSignedEnds: true));
        Assert.AreEqual(FiscalError.CertificateUntrusted, Verify.Chain(leaf, [], [root]));
        Assert.AreEqual(FiscalError.CertificateTooLarge, Verify.Chain(leaf, [.. Enumerable.Repeat(sub, 8)], [root]));
        var damaged = DerNode.Parse(root);
        damaged[2].Content[100] ^= 1;
        Assert.AreEqual(FiscalError.CertificateSignatureWrong, Verify.Chain(leaf, [sub, damaged.Encode()], [], selfSignedEnds: true));
    }

    [TestMethod]
    public void Authorities_that_may_not_be_one()
    {
        byte[] root = TestPki.Root.RawData;
        using var noFlag = TestPki.Issue("no authority", TestPki.SubKey, TestPki.Root, TestPki.ForSigner);
        Assert.AreEqual(FiscalError.CertificateUsageWrong, Below(noFlag, root));
        using var noUsage = TestPki.Issue("no usage", TestPki.SubKey, TestPki.Root, request => request.CertificateExtensions.Add(
            new System.Security.Cryptography.X509Certificates.X509BasicConstraintsExtension(true, false, 0, true)));
        Assert.AreEqual(FiscalError.CertificateUsageWrong, Below(noUsage, root));
        using var tooDeep = TestPki.Issue("below a path length of 0", TestPki.SignerKey, TestPki.Sub, TestPki.ForAuthority(null));
        Assert.AreEqual(FiscalError.CertificateUsageWrong, Below(tooDeep, root, TestPki.Sub.RawData));
        using var one = TestPki.Issue("one", TestPki.SubKey, TestPki.Root, TestPki.ForAuthority(2));
        using var two = TestPki.Issue("two", TestPki.SignerKey, one, TestPki.ForAuthority(1));
        Assert.AreEqual(FiscalError.None, Below(two, root, one.RawData));
        using var three = TestPki.Issue("three", TestPki.SubKey, two, TestPki.ForAuthority(0));
        Assert.AreEqual(FiscalError.CertificateUntrusted, Below(three, root, one.RawData, two.RawData), "five certificates");
    }

    private static FiscalError Below(System.Security.Cryptography.X509Certificates.X509Certificate2 authority, byte[] root, params byte[][] others)
    {
        using var leaf = TestPki.Issue("leaf", TestPki.RegisterKey, authority, TestPki.ForRegister);
        return Verify.Chain(leaf.RawData, [authority.RawData, .. others], [root]);
    }

    private static FiscalError ReadKey(PemLabel label, byte[] data)
    {
        var key = new RsaPrivateKey();
        var error = new PrivateKeyReader().Read(key, label, data, 0, data.Length);
        if (error != FiscalError.None) Assert.IsTrue(key.PrimeP.Concat(key.Modulus).All(b => b == 0), "nothing is left of a refused key");
        return error;
    }
}
