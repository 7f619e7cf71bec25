namespace Nf.Firmware.Certificates;

/// <summary>What the register needs of a certificate (RFC 5280): places in the buffer that it was read from, which must stay as it is.</summary>
/// <remarks><see cref="CertificateReader"/> fills it. All certificates are X.509 v3, RSA with exponent 65537, SHA-256.</remarks>
public sealed class Certificate
{
    /// <summary>The key may sign data (<see cref="KeyUsage"/>).</summary>
    public const int DigitalSignature = 0x80;

    /// <summary>The key may sign certificates (<see cref="KeyUsage"/>).</summary>
    public const int SignCertificates = 0x04;

    /// <summary>The buffer that it stands in.</summary>
    public byte[] Data { get; internal set; }

    /// <summary>All of it.</summary>
    public DerRange Whole { get; internal set; }

    /// <summary>The part that is signed.</summary>
    public DerRange Signed { get; internal set; }

    /// <summary>Serial number, content without a leading zero.</summary>
    public DerRange Serial { get; internal set; }

    /// <summary>The serial number's element.</summary>
    public DerRange SerialElement { get; internal set; }

    /// <summary>The issuer's name, the whole element; names are the same when their bytes are.</summary>
    public DerRange Issuer { get; internal set; }

    /// <summary>The subject's name, the whole element.</summary>
    public DerRange Subject { get; internal set; }

    /// <summary>Subject's serialNumber (2.5.4.5): the register's number in its own certificate. Empty when missing.</summary>
    public DerRange SubjectSerial { get; internal set; }

    /// <summary>Subject's common name. Empty when missing.</summary>
    public DerRange CommonName { get; internal set; }

    /// <summary>First second of validity, UTC since 2000.</summary>
    public long ValidFrom { get; internal set; }

    /// <summary>Last second of validity, UTC since 2000.</summary>
    public long ValidTo { get; internal set; }

    /// <summary>RSA modulus, first byte highest, 256 to 512 bytes.</summary>
    public DerRange Modulus { get; internal set; }

    /// <summary>The extensions' element, which a request for renewal repeats.</summary>
    public DerRange Extensions { get; internal set; }

    /// <summary>Subject key identifier; empty when missing.</summary>
    public DerRange KeyIdentifier { get; internal set; }

    /// <summary>The issuer's key identifier; empty when missing.</summary>
    public DerRange AuthorityKeyIdentifier { get; internal set; }

    /// <summary>First byte of the key usage's bits; -1 when missing.</summary>
    public int KeyUsage { get; internal set; }

    /// <summary>The subject is an authority.</summary>
    public bool IsAuthority { get; internal set; }

    /// <summary>The most authorities between this one and the end; -1 for any number.</summary>
    public int PathLength { get; internal set; }

    /// <summary>It says where an OCSP server is (OPANAF 146/2018, annex 2, II.13).</summary>
    public bool HasOcsp { get; internal set; }

    /// <summary>It names its policies (the same).</summary>
    public bool HasPolicies { get; internal set; }

    /// <summary>It says where revocation lists are (the same).</summary>
    public bool HasRevocationLists { get; internal set; }

    /// <summary>The issuer's signature, first byte highest.</summary>
    public DerRange Signature { get; internal set; }

    /// <summary>Issued by the subject itself, as far as the names say.</summary>
    public bool IsSelfIssued => DerRange.Same(Data, Issuer, Data, Subject);

    /// <summary>The subject's serialNumber is this text.</summary>
    public bool IsOf(byte[] series, int count) => DerRange.Same(Data, SubjectSerial, series, new DerRange(0, count));

    /// <summary>Two certificates are the same, to the byte.</summary>
    public bool SameAs(Certificate other) => DerRange.Same(Data, Whole, other.Data, other.Whole);

    /// <summary>As far as names and key identifiers say, the other one issued this one.</summary>
    internal bool IsIssuedBy(Certificate other)
    {
        if (!DerRange.Same(Data, Issuer, other.Data, other.Subject)) return false;
        bool tellsKey = AuthorityKeyIdentifier.Count > 0 && other.KeyIdentifier.Count > 0;
        return !tellsKey || DerRange.Same(Data, AuthorityKeyIdentifier, other.Data, other.KeyIdentifier);
    }

    internal void Clear()
    {
        SubjectSerial = default;
        CommonName = default;
        Extensions = default;
        KeyIdentifier = default;
        AuthorityKeyIdentifier = default;
        KeyUsage = -1;
        IsAuthority = false;
        PathLength = -1;
        HasOcsp = false;
        HasPolicies = false;
        HasRevocationLists = false;
    }
}
