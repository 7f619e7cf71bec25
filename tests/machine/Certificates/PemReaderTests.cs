using System.Security.Cryptography;
using System.Text;
using Nf.Firmware.Bytes;
using Nf.Firmware.Certificates;
using Nf.Firmware.Errors;
using Nf.Hal.Devices;
using Nf.Tests.Machine.Rig;
using Nf.Tests.Machine.State;

namespace Nf.Tests.Machine.Certificates;

/// <summary>PEM files as .NET and openssl write them, and private keys out of them.</summary>
[TestClass]
public sealed class PemReaderTests
{
    [TestMethod]
    public void All_blocks_of_a_file_come_out_in_order()
    {
        var text = "Bag Attributes\n  name: x\n" + TestPki.Register.ExportCertificatePem() + "\r\n\n"
            + TestPki.RegisterKey.ExportPkcs8PrivateKeyPem().ReplaceLineEndings("\r\n") + "\n" + TestPki.RegisterKey.ExportRSAPrivateKeyPem() + "\n"
            + PemEncoding.WriteString("PKCS7", [1, 2, 3]) + "\n" + PemEncoding.WriteString("CMS", [1, 2, 3, 4]);
        var blocks = ReadAll(text, out var error);
        Assert.AreEqual(FiscalError.None, error);
        CollectionAssert.AreEqual(
            new[] { PemLabel.Certificate, PemLabel.PrivateKey, PemLabel.RsaPrivateKey, PemLabel.Signed, PemLabel.Signed },
            blocks.Select(block => block.Label).ToArray());
        CollectionAssert.AreEqual(TestPki.Register.RawData, blocks[0].Data);
        CollectionAssert.AreEqual(TestPki.RegisterKey.ExportPkcs8PrivateKey(), blocks[1].Data);
        CollectionAssert.AreEqual(TestPki.RegisterKey.ExportRSAPrivateKey(), blocks[2].Data);
        CollectionAssert.AreEqual(new byte[] { 1, 2, 3, 4 }, blocks[4].Data);
    }

    [TestMethod]
    public void Every_length_of_content_and_line_comes_out()
    {
        var random = new Random(1);
        for (var length = 1; length < 200; length++)
        {
            var data = new byte[length];
            random.NextBytes(data);
            var width = random.Next(1, 77);
            var lines = Convert.ToBase64String(data).Chunk(width).Select(line => new string(line));
            var blocks = ReadAll($"-----BEGIN CMS-----\n{string.Join('\n', lines)}\n-----END CMS-----\n", out var error);
            Assert.AreEqual(FiscalError.None, error);
            CollectionAssert.AreEqual(data, blocks.Single().Data, $"{length} bytes in lines of {width}");
        }
    }

    [TestMethod]
    public void A_file_without_blocks_has_none()
    {
        Assert.IsEmpty(ReadAll("", out var error));
        Assert.AreEqual(FiscalError.None, error);
        Assert.IsEmpty(ReadAll("nothing\n-----\n", out error));
        Assert.AreEqual(FiscalError.None, error);
    }

    [TestMethod]
    public void A_certificate_of_openssl_comes_out()
    {
        using var folder = new TempFolder();
        Verify.WritePem(folder, "in.pem", TestPki.Register);
        var text = OpenSsl.RunIn(folder.Root, "x509 -in in.pem -text");
        CollectionAssert.AreEqual(TestPki.Register.RawData, ReadAll(Encoding.Latin1.GetString(text), out _).Single().Data);
    }

    [TestMethod]
    [DataRow(PemLabel.PrivateKey)]
    [DataRow(PemLabel.RsaPrivateKey)]
    public void Both_forms_of_private_keys_are_read(PemLabel label)
    {
        var data = label == PemLabel.PrivateKey ? TestPki.RegisterKey.ExportPkcs8PrivateKey() : TestPki.RegisterKey.ExportRSAPrivateKey();
        var key = new RsaPrivateKey();
        Assert.AreEqual(FiscalError.None, new PrivateKeyReader().Read(key, label, data, 0, data.Length));
        var expected = TestPki.RegisterKey.ExportParameters(true);
        CollectionAssert.AreEqual(expected.Modulus, key.Modulus);
        CollectionAssert.AreEqual(expected.P, key.PrimeP);
        CollectionAssert.AreEqual(expected.Q, key.PrimeQ);
        CollectionAssert.AreEqual(expected.DP, key.ExponentP);
        CollectionAssert.AreEqual(expected.DQ, key.ExponentQ);
        CollectionAssert.AreEqual(expected.InverseQ, key.Coefficient);
    }

    internal static List<(PemLabel Label, byte[] Data)> ReadAll(string text, out FiscalError error, int room = 8192)
    {
        var bytes = Encoding.Latin1.GetBytes(text);
        var source = new ArraySource();
        source.Begin(bytes, bytes.Length);
        var reader = new PemReader();
        reader.Begin(source);
        var blocks = new List<(PemLabel, byte[])>();
        var buffer = new byte[room];
        while ((error = reader.Next(buffer, 0, out var label, out var count)) == FiscalError.None && label != PemLabel.None)
            blocks.Add((label, buffer[..count]));
        return blocks;
    }
}
