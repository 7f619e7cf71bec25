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
    private readonly CertificatePool _pool = new CertificatePool();

    internal AnafSignature(CertificateDesk desk, RsaPublicKey key)
    {
        _desk = desk;
        _verifier = new CmsVerifier(key);
    }

    /// <summary>What was signed; of use when <see cref="Step"/> returned None.</summary>
    internal DerRange Content => _verifier.Content;

    /// <summary>Begins with a CMS in DER, from the first byte of the data, which stay as they are.</summary>
    internal FiscalError Begin(byte[] data, int count, long now)
    {
        _pool.Cut(0);
        FiscalError error = _desk.Trust(_pool);
        if (error == FiscalError.None) _verifier.Begin(data, 0, count, _pool, _desk.Utc(now));
        return error;
    }

    /// <summary>The next step. Busy: ask again; None: it is ANAF's.</summary>
    internal FiscalError Step()
    {
        if (_verifier.Step()) return FiscalError.Busy;
        if (_verifier.Outcome != FiscalError.None) return _verifier.Outcome;
        // ANAF's certificate is the first of the trusted ones; registers have certificates of the same authority.
        return _verifier.Signer.SameAs(_pool[0]) ? FiscalError.None : FiscalError.SignerUnknown;
    }
}
