using Nf.Firmware.Bytes;

namespace Nf.Firmware.FiscalMemory;

/// <summary>A certificate came into use: ANAF's, or the register's own with its key.</summary>
public sealed class CertificateRecord
{
    /// <summary>Bytes of the longest payload.</summary>
    public const int MaxSavedLength = 2 + FingerprintLength + 8 + 1 + MaxName;

    /// <summary>Bytes of a fingerprint, SHA-256 over the certificate's DER.</summary>
    public const int FingerprintLength = 32;

    /// <summary>Characters of a name at most.</summary>
    public const int MaxName = 64;

    public RecordSource Source { get; set; }

    /// <summary>Place of the certificate, and of the own one's key in the crypto module: 0 or 1.</summary>
    public int Place { get; set; }

    /// <summary>Fingerprint of the certificate.</summary>
    public byte[] Fingerprint { get; } = new byte[FingerprintLength];

    /// <summary>Valid from, seconds since 2000.</summary>
    public long NotBefore { get; set; }

    /// <summary>Valid until, seconds since 2000.</summary>
    public long NotAfter { get; set; }

    /// <summary>The subject's common name in ISO-8859-16, as far as it fits.</summary>
    public byte[] Name { get; } = new byte[MaxName];

    /// <summary>Bytes of it.</summary>
    public int NameLength { get; set; }

    public void Save(ByteWriter writer)
    {
        writer.U8((int)Source);
        writer.U8(Place);
        writer.Bytes(Fingerprint, 0, FingerprintLength);
        writer.U32(NotBefore);
        writer.U32(NotAfter);
        writer.U8(NameLength);
        writer.Bytes(Name, 0, NameLength);
    }

    public void Load(ByteReader reader)
    {
        Source = (RecordSource)reader.U8();
        Place = reader.U8();
        reader.Bytes(Fingerprint, 0, FingerprintLength);
        NotBefore = reader.U32();
        NotAfter = reader.U32();
        NameLength = reader.U8();
        reader.Bytes(Name, 0, NameLength);
    }
}
