using System;
using System.Security.Cryptography;
using Nf.Hal.Crypto;

namespace Nf.Boards.Chip;

/// <summary>AES-256 in counter mode by the runtime, which has no such mode: its ECB makes the key stream.</summary>
internal sealed class NativeBlockCipher : IBlockCipher
{
    private readonly Aes _aes = new Aes(CipherMode.ECB);
    private readonly byte[] _key = new byte[Aes256.KeyLength];

    /// <inheritdoc/>
    public void SetKey(byte[] key, int offset)
    {
        Array.Copy(key, offset, _key, 0, _key.Length);
        _aes.Key = _key;
    }

    /// <inheritdoc/>
    public void Xor(byte[] counter, byte[] data, int offset, int count)
    {
        byte[] stream = _aes.Encrypt(counter);
        for (int i = 0; i < count; i++) data[offset + i] ^= stream[i];
        CounterBlock.Next(counter);
    }

    /// <inheritdoc/>
    public void Wipe()
    {
        Array.Clear(_key, 0, _key.Length);
        _aes.Key = _key;
    }
}
