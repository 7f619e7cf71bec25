using System;
using Nf.Hal.Crypto;
using Nf.Hal.Devices;

namespace Nf.Hal.Drivers;

/// <summary>Encrypts and authenticates a key with keys from the device secret: AES-256 in counter mode, then HMAC-SHA256 over all of it.</summary>
/// <remarks>
/// In bounded steps; docs/reference/module-memory.md has the bytes.
/// <code>seal.BeginCipher(header, at); while (seal.Cipher(key)) ... seal.BeginMac(place, header, count); while (seal.Hash(key)) ... seal.Finish(tag, 0);</code>
/// </remarks>
internal sealed class KeySeal
{
    private const int BlocksAStep = 2;
    private const int HashedAStep = 128;

    private readonly IBlockCipher _cipher;
    private readonly IKeyedHash _mac;
    private readonly byte[] _counter = new byte[Aes256.BlockLength];
    private readonly byte[] _one = new byte[1];
    private int _at;

    /// <param name="primitives">Who encrypts and hashes.</param>
    public KeySeal(ICryptoPrimitives primitives)
    {
        _cipher = primitives.NewBlockCipher();
        _mac = primitives.NewKeyedHash();
    }

    /// <summary>Makes the keys from the secret, which is overwritten.</summary>
    public void Open(byte[] secret)
    {
        _mac.SetKey(secret, 0, DeviceSecretSize.Length);
        DeriveKey(1, secret);
        _cipher.SetKey(secret, 0);
        DeriveKey(2, secret);
        _mac.SetKey(secret, 0, Sha256.DigestLength);
        Array.Clear(secret, 0, secret.Length);
    }

    /// <summary>Begins to encrypt or decrypt with the counter block that stands there.</summary>
    public void BeginCipher(byte[] header, int counterAt)
    {
        Array.Copy(header, counterAt, _counter, 0, _counter.Length);
        _at = RsaKeyBytes.PrimeP;
    }

    /// <summary>Goes on with all of the key but its modulus; false when it is done.</summary>
    public bool Cipher(byte[] key)
    {
        for (int i = 0; i < BlocksAStep; i++, _at += Aes256.BlockLength) _cipher.Xor(_counter, key, _at, Aes256.BlockLength);
        return _at < key.Length;
    }

    /// <summary>Begins the code over a place, the first bytes of a header, and a key.</summary>
    public void BeginMac(int place, byte[] header, int count)
    {
        _one[0] = (byte)place;
        _mac.Reset();
        _mac.Update(_one, 0, 1);
        _mac.Update(header, 0, count);
        _at = 0;
    }

    /// <summary>Goes on with the key, encrypted; false when all of it was in.</summary>
    public bool Hash(byte[] key)
    {
        if (_at == key.Length) return false;
        _mac.Update(key, _at, HashedAStep);
        _at += HashedAStep;
        return true;
    }

    /// <summary>Writes the code.</summary>
    public void Finish(byte[] tag, int at) => _mac.Finish(tag, at);

    private void DeriveKey(byte use, byte[] key)
    {
        _one[0] = use;
        _mac.Update(_one, 0, 1);
        _mac.Finish(key, 0);
    }
}
