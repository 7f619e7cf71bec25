using Nf.Firmware.Certificates;
using Nf.Firmware.Errors;
using Nf.Firmware.Signatures;
using Nf.Hal.Crypto;

namespace Nf.Firmware.Provisioning;

/// <summary>Verifies that ANAF signed something: with its own certificate, not with another one of the same authority.</summary>
internal sealed class AnafSignature
{
    private readonly CertificateDesk _desk;
    private readonly CmsVerifier _verifier;
    private readonly CertificatePool _pool;
    private byte[] _data;
    private int _count;
    private long _utc;
    private bool _isOpen;

    internal AnafSignature(CertificateDesk desk, RsaPublicKey key, CertificatePool pool)
    {
        _pool = pool;
        _desk = desk;
        _verifier = new CmsVerifier(key);
    }

    /// <summary>What was signed; of use when <see cref="Step"/> returned None.</summary>
    internal DerRange Content => _verifier.Content;

    /// <summary>Begins with a CMS in DER, from the first byte of the data, which stay as they are.</summary>
    /// <returns>AnafCertificateFirst when there is none to verify with.</returns>
    internal FiscalError Begin(byte[] data, int count, long now)
    {
        _data = data;
        _count = count;
        _utc = _desk.Utc(now);
        _isOpen = false;
        _pool.Cut(0);
        return _desk.Trust(_pool);
    }

    /// <summary>The next step. Busy: ask again; None: it is ANAF's.</summary>
    internal FiscalError Step()
    {
        if (!_isOpen)
        {
            _isOpen = true;
            _verifier.Begin(_data, 0, _count, _pool, _utc);
            return FiscalError.Busy;
        }

        if (_verifier.Step()) return FiscalError.Busy;
        if (_verifier.Outcome != FiscalError.None) return _verifier.Outcome;
        // ANAF's certificate is the first of the trusted ones; registers have certificates of the same authority.
        return _verifier.Signer.SameAs(_pool[0]) ? FiscalError.None : FiscalError.SignerUnknown;
    }
}
