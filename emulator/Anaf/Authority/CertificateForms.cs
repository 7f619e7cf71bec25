using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Nf.Emulator.Anaf.Authority;

/// <summary>The certificates of the test authority, by purpose, before they are signed.</summary>
internal static class CertificateForms
{
    private const string Organisation = "NF test authority";
    private const string SubjectSerialNumber = "2.5.4.5";
    private const string CertificatePolicies = "2.5.29.32";
    private const string AnyPolicy = "2.5.29.32.0";
    private const string PracticeStatement = "1.3.6.1.5.5.7.2.1";
    private const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";
    private const string Site = "http://pki.nf.invalid/";

    /// <summary>A self-signed root.</summary>
    internal static CertificateRequest Root(string name, RSA key)
    {
        var request = New(Name(name), new PublicKey(key));
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true));
        return request;
    }

    /// <summary>ANAF's certificate, which signs configurations and answers.</summary>
    internal static CertificateRequest Signer(RSA key, X509Certificate2 issuer) =>
        Leaf(Name($"{TestAuthority.Warning} ANAF signature"), new PublicKey(key), X509KeyUsageFlags.DigitalSignature, issuer);

    /// <summary>The certificate of a server.</summary>
    /// <param name="names">DNS names; an IP address is entered as one.</param>
    internal static CertificateRequest Server(IEnumerable<string> names, RSA key, X509Certificate2 issuer)
    {
        var request = Leaf(Name($"{TestAuthority.Warning} server"), new PublicKey(key),
            X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.KeyEncipherment, issuer);
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(ServerAuthentication)], false));
        var alternatives = new SubjectAlternativeNameBuilder();
        foreach (var name in names)
        {
            if (System.Net.IPAddress.TryParse(name, out var address)) alternatives.AddIpAddress(address);
            else alternatives.AddDnsName(name);
        }

        request.CertificateExtensions.Add(alternatives.Build());
        return request;
    }

    /// <summary>A register's certificate with what OPANAF 146/2018, annex 2, II.13 asks for.</summary>
    /// <param name="series">The register's series, the serialNumber of the subject.</param>
    internal static CertificateRequest Register(string series, PublicKey key, X509Certificate2 issuer)
    {
        var name = new X500DistinguishedNameBuilder();
        name.AddCommonName($"{TestAuthority.Warning} register");
        name.AddOrganizationName(Organisation);
        name.Add(SubjectSerialNumber, series, UniversalTagNumber.PrintableString);
        var request = Leaf(name.Build(), key, X509KeyUsageFlags.DigitalSignature, issuer);
        request.CertificateExtensions.Add(new X509AuthorityInformationAccessExtension([Site + "ocsp"], [Site + "root.cer"]));
        request.CertificateExtensions.Add(new X509Extension(CertificatePolicies, Policies(), false));
        request.CertificateExtensions.Add(CertificateRevocationListBuilder.BuildCrlDistributionPointExtension([Site + "registers.crl"]));
        return request;
    }

    private static CertificateRequest Leaf(X500DistinguishedName subject, PublicKey key, X509KeyUsageFlags usage, X509Certificate2 issuer)
    {
        var request = New(subject, key);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(usage, true));
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(issuer, true, false));
        return request;
    }

    private static CertificateRequest New(X500DistinguishedName subject, PublicKey key)
    {
        var request = new CertificateRequest(subject, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(key, false));
        return request;
    }

    private static X500DistinguishedName Name(string commonName)
    {
        var name = new X500DistinguishedNameBuilder();
        name.AddCommonName(commonName);
        name.AddOrganizationName(Organisation);
        return name.Build();
    }

    // RFC 5280, 4.2.1.4: one policy with the address of its practice statement.
    private static byte[] Policies()
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(AnyPolicy);
            using (writer.PushSequence())
            using (writer.PushSequence())
            {
                writer.WriteObjectIdentifier(PracticeStatement);
                writer.WriteCharacterString(UniversalTagNumber.IA5String, Site + "cps");
            }
        }

        return writer.Encode();
    }
}
