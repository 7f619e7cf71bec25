using System;
using Nf.Firmware.Errors;
using Nf.Hal.Devices;

namespace Nf.Firmware.Certificates;

/// <summary>Reads a private key on its way into the crypto module: PKCS#8 (RFC 5208) or PKCS#1 (RFC 8017, A.1.2), not encrypted.</summary>
/// <remarks>Whether the numbers belong together is the module's to check. The caller wipes buffer and key.</remarks>
public sealed class PrivateKeyReader
{
    private static readonly byte[] Exponent = { 1, 0, 1 };

    private readonly DerReader _der = new DerReader();
    private byte[] _data;
    private bool _isSupported;

    /// <summary>Reads a key of 2,048 bits with exponent 65537.</summary>
    /// <param name="key">Wiped after a refusal.</param>
    /// <param name="label">PrivateKey for PKCS#8, RsaPrivateKey for PKCS#1.</param>
    /// <param name="data">Where it stands.</param>
    /// <param name="offset">Its first byte.</param>
    /// <param name="count">Its bytes, just so many.</param>
    /// <returns>KeyInvalid, KeyUnsupported.</returns>
    public FiscalError Read(RsaPrivateKey key, PemLabel label, byte[] data, int offset, int count)
    {
        _data = data;
        _isSupported = true;
        _der.BeginChecked(data, offset, count);
        if (label == PemLabel.PrivateKey) Unwrap();
        ReadNumbers(key);
        FiscalError error = FiscalError.KeyUnsupported;
        if (_isSupported || !_der.Ok) error = _der.Finish() ? FiscalError.None : FiscalError.KeyInvalid;
        if (error != FiscalError.None) key.Wipe();
        return error;
    }

    private void Unwrap()
    {
        _der.Enter(DerTag.Sequence);
        if (_der.ReadSmall(out int version) && version != 0) _isSupported = false;
        if (_der.Read(DerTag.Sequence) && !_der.IsElement(Oids.Rsa)) _isSupported = false;
        _der.Read(DerTag.OctetString);
        DerRange inner = _der.Content;
        _der.ReadOptional(DerTag.ContextConstructed);
        _der.Leave();
        if (!_der.Finish()) return;
        if (_isSupported) _der.BeginChecked(_data, inner.Offset, inner.Count);
    }

    private void ReadNumbers(RsaPrivateKey key)
    {
        if (!_isSupported) return;
        _der.Enter(DerTag.Sequence);
        // Version 1 has more than two primes.
        if (_der.ReadSmall(out int version) && version != 0) _isSupported = false;
        Take(key.Modulus);
        _isSupported &= _der.ReadInteger() && _der.Is(Exponent);
        // The private exponent, which the primes make unneeded.
        _der.ReadInteger();
        Take(key.PrimeP);
        Take(key.PrimeQ);
        Take(key.ExponentP);
        Take(key.ExponentQ);
        Take(key.Coefficient);
        if (_isSupported) _der.Leave();
        _isSupported &= key.Modulus[0] >= 0x80 && key.PrimeP[0] >= 0x80 && key.PrimeQ[0] >= 0x80;
    }

    /// <summary>Copies a number into its fixed length.</summary>
    private void Take(byte[] target)
    {
        if (!_der.ReadInteger()) return;
        int count = _der.Content.Count;
        if (count > target.Length)
        {
            _isSupported = false;
            return;
        }

        Array.Clear(target, 0, target.Length - count);
        Array.Copy(_data, _der.Content.Offset, target, target.Length - count, count);
    }
}
