using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Nf.Emulator.Anaf.Authority;
using Nf.Emulator.Anaf.Offline;
using Nf.Emulator.Machine;
using static Nf.Tests.Machine.Messages.A4200Folder;

namespace Nf.Tests.Machine.Messages;

/// <summary>What is in the files for declaration A4200: a wrong certificate, signature, schema, identifier or sum is found, and nothing else.</summary>
[TestClass]
public sealed class A4200SampleTests
{
    private const string Opis = A4200Check.RegisterFile;
    private const string Sha384 = "2.16.840.1.101.3.4.2.2";
    private static readonly DateTimeOffset s_from = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset s_to = new(2036, 11, 1, 0, 0, 0, TimeSpan.Zero);

    [TestMethod]
    [DataRow("2.5.29.14", "no extension Subject Key Identifier")]
    [DataRow("1.3.6.1.5.5.7.1.1", "no extension Authority Information Access")]
    [DataRow("2.5.29.32", "no extension Certificate Policies")]
    [DataRow("2.5.29.31", "no extension CRL Distribution Points")]
    [DataRow("2.5.29.15", "key usage without digitalSignature")]
    public void A_certificate_without_what_a_registers_must_have(string extension, string says) => Finds(
        folder => folder.Sign(Certificate(form => form.CertificateExtensions.Remove(form.CertificateExtensions.Single(e => e.Oid!.Value == extension)))),
        [.. Each("the signer's certificate is not one of a register: " + says)]);

    [TestMethod]
    public void A_certificate_with_a_short_serial_number_or_another_digest()
    {
        Finds(folder => folder.Sign(Certificate(_ => { }, serial: [1, 2, 3])), [.. Each("the signer's certificate is not one of a register: a serial number shorter")]);
        Finds(folder => folder.Sign(Certificate(_ => { }, hash: HashAlgorithmName.SHA384)), [.. Each("the signer's certificate is not one of a register: not signed with sha256WithRSA")]);
    }

    [TestMethod]
    public void A_certificate_of_the_second_version_of_X509() => Finds(
        folder => folder.Sign(SecondVersion(Certificate(_ => { }))), [.. Each("the signer's certificate is not one of a register: not X.509 v3")]);

    [TestMethod]
    [DataRow(1024)]
    [DataRow(3072)]
    public void A_certificate_with_a_key_of_another_length(int bits) => Finds(
        folder => folder.Sign(Certificate(_ => { }, key: Crypto.TestKeys.Of(bits))), [.. Each("the signer's certificate is not one of a register: not an RSA-2048 key")]);

    [TestMethod]
    [DataRow("12345")]
    [DataRow("12345678901")]
    [DataRow("123456789A")]
    public void A_certificate_whose_subject_has_no_series_of_ten_digits(string series) => Finds(
        folder => folder.Sign(Certificate(_ => { }, series), Second),
        $"{Second}: the signer's certificate is not one of a register: the subject's serialNumber {series} is not a series of ten digits",
        $"{Second}: is signed by register {series}, not by 1234567890");

    [TestMethod]
    public void A_certificate_whose_subject_has_no_serial_number() => Finds(
        folder => folder.Sign(Certificate(_ => { }, name: new X500DistinguishedName("CN=register")), Second),
        $"{Second}: the signer's certificate is not one of a register: no serialNumber (2.5.4.5) in the subject",
        $"{Second}: is signed by register , not by 1234567890");

    [TestMethod]
    public void A_certificate_of_another_register() => Finds(
        folder => folder.Sign(Certificate(_ => { }, "8000000001")), $"{Opis}: names register 1234567890 and is signed by 8000000001",
        $"{First}: is signed by register 8000000001, not by 1234567890", $"{Second}: is signed by register 8000000001, not by 1234567890");

    [TestMethod]
    public void A_day_signed_by_another_register() => Finds(
        folder => folder.Sign(Certificate(_ => { }, "8000000001"), Second), $"{Second}: is signed by register 8000000001, not by 1234567890");

    [TestMethod]
    public void A_day_from_before_a_renewal_of_the_certificate_has_nothing_wrong() => Finds(folder => folder.Sign(Certificate(_ => { }), Second));

    [TestMethod]
    public void A_certificate_that_is_no_longer_valid()
    {
        using var folder = new A4200Folder();
        Starts([.. Each("the certificate is valid from 15.11.2026 to 16.11.2036")], folder.Check(years: 10));
    }

    [TestMethod]
    public void A_signature_with_another_digest() => Finds(
        folder =>
        {
            var signed = new SignedCms(new ContentInfo(Encoding.UTF8.GetBytes(Anaf.DayText.Day(2))));
            signed.ComputeSignature(new CmsSigner(OnlineRegister.Certificate) { DigestAlgorithm = new Oid(Sha384) });
            File.WriteAllBytes(folder[Second], signed.Encode());
        },
        $"{Second}: not validly signed data (PKCS#7): the digest is not SHA-256", "folder: the register's message tells of Z 1 to 2", "folder: the file of Z 0002 is missing");

    [TestMethod]
    public void A_message_that_the_schema_forbids() => Finds(
        folder => folder.Edit(Second, " monRef=\"RON\"", ""),
        $"{Second}: not valid against the schema", "folder: the register's message tells of Z 1 to 2", "folder: the file of Z 0002 is missing");

    [TestMethod]
    [DataRow("idR", "<rB idR=\"1234567890", "<rB idR=\"8000000001")]
    [DataRow("idB", "(idB=\"\\d{28})0002", "${1}0003")]
    [DataRow("mE", "</rB>", "</rB><mE nrB=\"0\"><ev dataI=\"16.11.2026 12:00:00\" dataF=\"16.11.2026 11:00:00\" tipE=\"1\"/></mE>")]
    [DataRow("nrB", " nrB=\"2\"", " nrB=\"3\"")]
    [DataRow("bon", "totTva=\"2.10\"(.*\\s.*\\s.*\\s.*)totTva=\"2.10\"", "totTva=\"2.11\"${1}totTva=\"2.09\"")]
    [DataRow("av", "nrAv=\"0\"", "nrAv=\"1\"")]
    [DataRow("totB", "totB=\"12.10\"", "totB=\"12.20\"")]
    [DataRow("coteZ", "<coteZ ", "<coteZ cota=\"21\" valOp=\"0.00\" tva=\"0.00\"/><coteZ ")]
    [DataRow("valOp", "valOp=\"24.20\"", "valOp=\"24.21\"")]
    [DataRow("pl", "valPl=\"24.20\"", "valPl=\"24.19\"")]
    [DataRow("parts", "nrBC=\"1\"", "nrBC=\"0\"")]
    public void An_identifier_or_a_sum_that_is_wrong(string check, string pattern, string replacement) => Finds(
        folder => folder.Edit(First, pattern, replacement), $"{First}: {check}: ");

    [TestMethod]
    public void VAT_of_the_day_that_is_not_that_of_its_receipts() => Finds(
        folder => folder.Edit(First, "totTva=\"4.20\"", "totTva=\"4.21\""), $"{First}: totTva: ", $"{First}: coteZ: ");

    [TestMethod]
    public void Value_of_a_taxis_day_that_is_not_that_of_its_receipts() => Finds(
        folder => folder.Write(First, Anaf.DayText.Taxi(1).Replace("valB=\"12.10\"", "valB=\"12.20\""), OnlineRegister.Certificate), $"{First}: valB: ");

    private static IEnumerable<string> Each(string says) => new[] { First, Second, Opis }.Select(name => $"{name}: {says}");

    private static X509Certificate2 Certificate(Action<CertificateRequest> change, string series = DemoShop.Series, byte[]? serial = null,
        HashAlgorithmName? hash = null, X500DistinguishedName? name = null, RSA? key = null)
    {
        key ??= TestKeys.StoredKey(9);
        var form = CertificateForms.Register(series, new PublicKey(key), OnlineRegister.Authority.Root);
        form = Copy(form, name ?? form.SubjectName, hash ?? HashAlgorithmName.SHA256);
        change(form);
        using var issuer = OnlineRegister.Authority.Root.GetRSAPrivateKey()!;
        using var certificate = form.Create(OnlineRegister.Authority.Root.SubjectName, X509SignatureGenerator.CreateForRSA(issuer, RSASignaturePadding.Pkcs1),
            s_from, s_to, serial ?? [0x41, 2, 3, 4, 5]);
        return certificate.CopyWithPrivateKey(key);
    }

    // The version is the first value of what is signed: [0] INTEGER 2 is the third, which .NET always makes.
    private static X509Certificate2 SecondVersion(X509Certificate2 third)
    {
        var der = third.RawData;
        var version = der.AsSpan().IndexOf<byte>([0xA0, 3, 2, 1, 2]);
        der[version + 4] = 1;
        return X509CertificateLoader.LoadCertificate(der).CopyWithPrivateKey(third.GetRSAPrivateKey()!);
    }

    private static CertificateRequest Copy(CertificateRequest from, X500DistinguishedName name, HashAlgorithmName hash)
    {
        var copy = new CertificateRequest(name, from.PublicKey, hash, RSASignaturePadding.Pkcs1);
        foreach (var extension in from.CertificateExtensions) copy.CertificateExtensions.Add(extension);
        return copy;
    }
}
