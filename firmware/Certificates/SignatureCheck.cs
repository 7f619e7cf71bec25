using Nf.Hal.Crypto;

namespace Nf.Firmware.Certificates;

/// <summary>Verifies one signature, RSA PKCS#1 v1.5 with SHA-256, in steps of some 10,000 instructions.</summary>
/// <example><code>check.Begin(issuer, data, signedPart, signature); while (check.Step()) { } bool good = check.IsGood;</code></example>
internal sealed class SignatureCheck
{
    private const int PieceLength = 64;
    private const int Exponent = 65537;

    private readonly Sha256 _hash = new Sha256();
    private readonly RsaPublicKey _key;
    private readonly byte[] _digest = new byte[Sha256.DigestLength];
    private readonly byte[] _first = new byte[1];
    private Certificate _signer;
    private byte[] _data;
    private DerRange _left;
    private DerRange _signature;
    private bool _isHashing;
    private bool _isVerifying;

    /// <param name="key">Does the arithmetic; may be shared with whoever does not verify at the same time.</param>
    internal SignatureCheck(RsaPublicKey key)
    {
        _key = key;
    }

    /// <summary>The signature is that of the signer's key.</summary>
    internal bool IsGood { get; private set; }

    /// <summary>Begins; signed part and signature stand in one buffer.</summary>
    internal void Begin(Certificate signer, byte[] data, DerRange signed, DerRange signature)
    {
        _signer = signer;
        _data = data;
        _left = signed;
        _signature = signature;
        _hash.Reset();
        IsGood = false;
        _isHashing = true;
        _isVerifying = false;
    }

    /// <summary>Begins with a part whose first byte counts as another one.</summary>
    internal void BeginRetagged(Certificate signer, byte[] data, int tag, DerRange signed, DerRange signature)
    {
        Begin(signer, data, new DerRange(signed.Offset + 1, signed.Count - 1), signature);
        _first[0] = (byte)tag;
        _hash.Update(_first, 0, 1);
    }

    /// <summary>One step; false when it is done.</summary>
    internal bool Step()
    {
        if (_isHashing) Hash();
        else if (_isVerifying && !_key.Step())
        {
            _isVerifying = false;
            IsGood = _key.Verified;
        }

        return _isHashing || _isVerifying;
    }

    private void Hash()
    {
        int count = _left.Count < PieceLength ? _left.Count : PieceLength;
        _hash.Update(_data, _left.Offset, count);
        _left = new DerRange(_left.Offset + count, _left.Count - count);
        if (_left.Count > 0) return;
        _isHashing = false;
        _hash.Finish(_digest, 0);
        DerRange modulus = _signer.Modulus;
        _isVerifying = _key.Set(_signer.Data, modulus.Offset, modulus.Count, Exponent)
            && _key.BeginVerify(_digest, 0, _data, _signature.Offset, _signature.Count);
    }
}
