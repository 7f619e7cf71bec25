using Nf.Firmware.Certificates;
using Nf.Firmware.Errors;
using Nf.Hal.Crypto;

namespace Nf.Firmware.Signatures;

/// <summary>Verifies CMS SignedData with the content inside: the content's digest, the signature, the signer's chain.</summary>
/// <remarks>
/// The pool holds what is trusted; the certificates that came along are added to it for the time being. Steps are bounded:
/// <code>
/// verifier.Begin(data, 0, count, pool, utc);
/// while (verifier.Step()) { }
/// if (verifier.Outcome == FiscalError.None) use(data, verifier.Content);
/// </code>
/// </remarks>
public sealed class CmsVerifier
{
    private const int PieceLength = 64;

    private const int Idle = 0;
    private const int Digest = 1;
    private const int Signature = 2;
    private const int Chain = 3;

    private readonly CmsReader _reader = new CmsReader();
    private readonly Sha256 _hash = new Sha256();
    private readonly byte[] _digest = new byte[Sha256.DigestLength];
    private readonly SignatureCheck _check;
    private readonly CertificateChain _chain;
    private CertificatePool _pool;
    private int _pooled;
    private long _utc;
    private int _hashed;
    private int _work;

    /// <param name="key">Does the arithmetic; may be shared with whoever does not verify at the same time.</param>
    public CmsVerifier(RsaPublicKey key)
    {
        _check = new SignatureCheck(key);
        _chain = new CertificateChain(key);
    }

    /// <summary>
    /// None when everything is right; else SignedInvalid, SignedUnsupported, SignedContentChanged, SignatureWrong,
    /// SignerUnknown, or what is wrong with a certificate.
    /// </summary>
    public FiscalError Outcome { get; private set; }

    /// <summary>The content, once the outcome is None.</summary>
    public DerRange Content => _reader.Content;

    /// <summary>The signer's certificate; null when it was not found. It is of use until the next Begin.</summary>
    public Certificate Signer { get; private set; }

    /// <summary>Begins.</summary>
    /// <param name="data">Where it stands; stays as it is until the end.</param>
    /// <param name="offset">Its first byte.</param>
    /// <param name="count">Its bytes, just so many.</param>
    /// <param name="pool">Holds what is trusted, and is given back as it was.</param>
    /// <param name="utc">The moment that must be within all validities, UTC since 2000.</param>
    public void Begin(byte[] data, int offset, int count, CertificatePool pool, long utc)
    {
        _pool = pool;
        _pooled = pool.Count;
        _utc = utc;
        _hashed = 0;
        _work = Idle;
        Signer = null;
        Outcome = Open(data, offset, count);
        if (Outcome != FiscalError.None)
        {
            pool.Cut(_pooled);
            return;
        }

        _hash.Reset();
        _work = Digest;
        if (_reader.Signer.Attributes.Count == 0) CheckSignature();
    }

    /// <summary>One step; false when it is done.</summary>
    public bool Step()
    {
        switch (_work)
        {
            case Digest:
                HashContent();
                break;
            case Signature:
                if (_check.Step()) break;
                if (!_check.IsGood) End(FiscalError.SignatureWrong);
                else BeginChain();
                break;
            case Chain:
                if (!_chain.Step()) End(_chain.Outcome);
                break;
        }

        return _work != Idle;
    }

    private FiscalError Open(byte[] data, int offset, int count)
    {
        FiscalError error = _reader.Read(data, offset, count);
        if (error != FiscalError.None) return error;
        if (_reader.SignerCount != 1 || !_reader.HasContent) return FiscalError.SignedUnsupported;
        // Without attributes the content is what is signed, and could be another signature's attributes.
        bool hasAttributes = _reader.Signer.Attributes.Count > 0;
        DerRange content = _reader.Content;
        if (!hasAttributes && (content.Count == 0 || data[content.Offset] == DerTag.Set)) return FiscalError.SignedUnsupported;
        for (int i = 0; i < _reader.CertificateCount && error == FiscalError.None; i++)
        {
            error = _pool.Add(data, _reader.CertificateAt(i), false);
            // One of another kind may be meant for others.
            if (error == FiscalError.CertificateUnsupported) error = FiscalError.None;
        }

        if (error != FiscalError.None) return error;
        CmsSigner signer = _reader.Signer;
        Signer = signer.Issuer.Count > 0 ? _pool.Find(data, signer.Issuer, signer.Serial) : _pool.Find(data, signer.KeyIdentifier);
        return Signer == null ? FiscalError.SignerUnknown : FiscalError.None;
    }

    private void HashContent()
    {
        DerRange content = _reader.Content;
        int count = content.Count - _hashed;
        if (count > PieceLength) count = PieceLength;
        _hash.Update(_reader.Data, content.Offset + _hashed, count);
        _hashed += count;
        if (_hashed < content.Count) return;
        _hash.Finish(_digest, 0);
        if (_reader.Signer.Digest.Is(_reader.Data, _digest)) CheckSignature();
        else End(FiscalError.SignedContentChanged);
    }

    private void CheckSignature()
    {
        CmsSigner signer = _reader.Signer;
        _work = Signature;
        if (signer.Attributes.Count == 0) _check.Begin(Signer, _reader.Data, _reader.Content, signer.Signature);
        else _check.BeginRetagged(Signer, _reader.Data, DerTag.Set, signer.Attributes, signer.Signature);
    }

    private void BeginChain()
    {
        _work = Chain;
        _chain.Begin(_pool, Signer, _utc, Certificate.DigitalSignature, false);
    }

    private void End(FiscalError outcome)
    {
        _work = Idle;
        Outcome = outcome;
        _pool.Cut(_pooled);
    }
}
