using Nf.Firmware.Certificates;
using Nf.Firmware.Errors;

namespace Nf.Firmware.Signatures;

/// <summary>Reads CMS SignedData (RFC 5652), strictly: DER, SHA-256 with RSA, at most one signer. Verifies nothing.</summary>
/// <remarks>It gives places in the buffer. Without a signer it is what carries certificates alone (RFC 5272, 4.1).</remarks>
/// <example><code>FiscalError error = reader.Read(data, 0, count); ... reader.Content ... reader.CertificateAt(0)</code></example>
public sealed class CmsReader
{
    /// <summary>The most certificates inside.</summary>
    public const int MaxCertificates = 6;

    private readonly DerReader _der = new DerReader();
    private readonly DerRange[] _certificates = new DerRange[MaxCertificates];
    private readonly CmsSigner _signer = new CmsSigner();
    private FiscalError _refusal;

    /// <summary>The buffer.</summary>
    public byte[] Data { get; private set; }

    /// <summary>The content is inside.</summary>
    public bool HasContent { get; private set; }

    /// <summary>The content.</summary>
    public DerRange Content { get; private set; }

    /// <summary>Certificates inside.</summary>
    public int CertificateCount { get; private set; }

    /// <summary>Signers: 0 or 1.</summary>
    public int SignerCount { get; private set; }

    /// <summary>The signer, when there is one.</summary>
    internal CmsSigner Signer => _signer;

    /// <summary>A certificate's place.</summary>
    /// <param name="index">From 0.</param>
    public DerRange CertificateAt(int index) => _certificates[index];

    /// <summary>Reads one.</summary>
    /// <param name="data">Where it stands; is kept.</param>
    /// <param name="offset">Its first byte.</param>
    /// <param name="count">Its bytes, just so many.</param>
    /// <returns>SignedInvalid when it is not written as it must be, SignedUnsupported when it is and still not taken.</returns>
    public FiscalError Read(byte[] data, int offset, int count)
    {
        Data = data;
        _refusal = FiscalError.None;
        CertificateCount = 0;
        SignerCount = 0;
        if (!_der.BeginChecked(data, offset, count)) return FiscalError.SignedInvalid;
        _der.Enter(DerTag.Sequence);
        if (_der.Read(DerTag.ObjectIdentifier) && !_der.Is(Oids.SignedData)) Refuse();
        _der.Enter(DerTag.ContextConstructed);
        _der.Enter(DerTag.Sequence);
        // Version 3 has a signer that is named by his key.
        if (_der.ReadSmall(out int version) && version != 1 && version != 3) Refuse();
        int algorithms = ReadAlgorithms();
        ReadContent();
        ReadCertificates();
        // Revocation lists tell nothing to a register that has no fresh ones.
        _der.ReadOptional(DerTag.ContextConstructed + 1);
        ReadSigners();
        if (SignerCount > 0 && algorithms == 0) _der.Fail();
        _der.Leave();
        _der.Leave();
        _der.Leave();
        if (_refusal != FiscalError.None) return _refusal;
        return _der.Finish() ? FiscalError.None : FiscalError.SignedInvalid;
    }

    private int ReadAlgorithms()
    {
        int count = 0;
        _der.Enter(DerTag.Set);
        for (; !_der.AtEnd; count++)
        {
            if (_der.Read(DerTag.Sequence) && !CmsSigner.IsSha256(_der)) Refuse();
        }

        _der.Leave();
        return count;
    }

    private void ReadContent()
    {
        _der.Enter(DerTag.Sequence);
        if (_der.Read(DerTag.ObjectIdentifier) && !_der.Is(Oids.Data)) Refuse();
        HasContent = _der.EnterOptional(DerTag.ContextConstructed);
        if (HasContent)
        {
            if (_der.Read(DerTag.OctetString)) Content = _der.Content;
            _der.Leave();
        }

        _der.Leave();
    }

    private void ReadCertificates()
    {
        if (!_der.EnterOptional(DerTag.ContextConstructed)) return;
        while (!_der.AtEnd)
        {
            // Other forms of certificates are of no use.
            if (_der.Next != DerTag.Sequence || CertificateCount == MaxCertificates) Refuse();
            else if (_der.ReadAny()) _certificates[CertificateCount++] = _der.Element;
        }

        _der.Leave();
    }

    private void ReadSigners()
    {
        _der.Enter(DerTag.Set);
        while (!_der.AtEnd)
        {
            // With two it would be open whose word counts.
            if (SignerCount++ > 0 || !_signer.Read(_der)) Refuse();
        }

        _der.Leave();
    }

    private void Refuse()
    {
        if (_der.Ok && _refusal == FiscalError.None) _refusal = FiscalError.SignedUnsupported;
        _der.Fail();
    }
}
