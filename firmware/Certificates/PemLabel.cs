namespace Nf.Firmware.Certificates;

/// <summary>What a block of a PEM file holds (RFC 7468).</summary>
public enum PemLabel
{
    /// <summary>There is no further block.</summary>
    None,

    /// <summary>CERTIFICATE.</summary>
    Certificate,

    /// <summary>PKCS7, or CMS as newer tools write.</summary>
    Signed,

    /// <summary>PRIVATE KEY: PKCS#8, not encrypted.</summary>
    PrivateKey,

    /// <summary>RSA PRIVATE KEY: PKCS#1.</summary>
    RsaPrivateKey,
}
