using Nf.Firmware.Errors;
using Nf.Hal.Crypto;

namespace Nf.Firmware.Certificates;

/// <summary>Verifies a certificate up to one that is trusted (RFC 5280, 6): signatures, validity, authorities, key usage, names.</summary>
/// <remarks>
/// A chain has at most four certificates. A name is the same when its bytes are. The trusted certificate's own signature is
/// not asked for, its validity and usage are. A self-signed one that is not trusted ends it in a refusal. Signatures take millions of instructions, so it goes by steps:
/// <code>chain.Begin(pool, leaf, utc, Certificate.DigitalSignature, false); while (chain.Step()) { } FiscalError error = chain.Outcome;</code>
/// </remarks>
public sealed class CertificateChain
{
    /// <summary>The most certificates of a chain.</summary>
    public const int MaxLength = 4;

    private readonly SignatureCheck _check;
    private CertificatePool _pool;
    private Certificate _current;
    private Certificate _issuer;
    private long _utc;
    private int _length;
    private bool _selfSignedEnds;

    /// <param name="key">Does the arithmetic; may be shared with whoever does not verify at the same time.</param>
    public CertificateChain(RsaPublicKey key)
    {
        _check = new SignatureCheck(key);
    }

    /// <summary>
    /// None when the certificate is good; else CertificateExpired, CertificateNotYetValid, CertificateUsageWrong,
    /// CertificateUntrusted, CertificateSignatureWrong. Of any of the chain's.
    /// </summary>
    public FiscalError Outcome { get; private set; }

    /// <summary>Begins.</summary>
    /// <param name="pool">Where the issuers are.</param>
    /// <param name="leaf">What is to be verified.</param>
    /// <param name="utc">The moment that must be within all validities, UTC since 2000, see <see cref="CertificateTime.FromCivil"/>.</param>
    /// <param name="usage">What the leaf must be for: <see cref="Certificate.DigitalSignature"/>; 0 for an authority's file.</param>
    /// <param name="selfSignedEnds">A self-signed certificate ends the chain, trusted or not: the technician vouches for the file.</param>
    public void Begin(CertificatePool pool, Certificate leaf, long utc, int usage, bool selfSignedEnds)
    {
        _pool = pool;
        _current = leaf;
        _issuer = null;
        _utc = utc;
        _length = 1;
        _selfSignedEnds = selfSignedEnds;
        Outcome = Validity(leaf);
        if (Outcome == FiscalError.None && (leaf.KeyUsage < 0 || (leaf.KeyUsage & usage) != usage)) Outcome = FiscalError.CertificateUsageWrong;
        if (Outcome == FiscalError.None) FindIssuer();
    }

    /// <summary>One step; false when it is done.</summary>
    public bool Step()
    {
        if (_issuer == null) return false;
        if (_check.Step()) return true;
        if (!_check.IsGood)
        {
            _issuer = null;
            Outcome = FiscalError.CertificateSignatureWrong;
            return false;
        }

        GoUp();
        return _issuer != null;
    }

    private void GoUp()
    {
        bool isEnd = _issuer == _current;
        _current = _issuer;
        _issuer = null;
        if (isEnd) return;
        _length++;
        FindIssuer();
    }

    private void FindIssuer()
    {
        if (_pool.Trusts(_current)) return;
        Certificate issuer = _pool.FindIssuer(_current);
        if (_current.IsSelfIssued) issuer = _selfSignedEnds ? _current : null;
        if (issuer == null || _length == MaxLength && issuer != _current)
        {
            Outcome = FiscalError.CertificateUntrusted;
            return;
        }

        Outcome = Authority(issuer);
        if (Outcome != FiscalError.None) return;
        _issuer = issuer;
        _check.Begin(issuer, _current.Data, _current.Signed, _current.Signature);
    }

    private FiscalError Authority(Certificate issuer)
    {
        FiscalError error = Validity(issuer);
        if (error != FiscalError.None) return error;
        bool maySign = issuer.IsAuthority && issuer.KeyUsage >= 0 && (issuer.KeyUsage & Certificate.SignCertificates) != 0;
        // Authorities between the leaf and this one: all of the chain so far but the leaf.
        bool isNear = issuer.PathLength < 0 || issuer == _current || _length - 1 <= issuer.PathLength;
        return maySign && isNear ? FiscalError.None : FiscalError.CertificateUsageWrong;
    }

    private FiscalError Validity(Certificate certificate)
    {
        if (_utc < certificate.ValidFrom) return FiscalError.CertificateNotYetValid;
        return _utc > certificate.ValidTo ? FiscalError.CertificateExpired : FiscalError.None;
    }
}
