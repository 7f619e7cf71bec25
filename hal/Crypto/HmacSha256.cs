using System;

namespace Nf.Hal.Crypto;

/// <summary>HMAC with SHA-256 (FIPS 198-1). No call but the constructor allocates.</summary>
/// <example><code>mac.SetKey(key, 0, 32); mac.Update(data, 0, data.Length); mac.Finish(tag, 0);</code></example>
public sealed class HmacSha256 : IKeyedHash
{
    private const int BlockLength = 64;

    private readonly Sha256 _inner = new Sha256();
    private readonly Sha256 _outer = new Sha256();
    private readonly Sha256 _hash = new Sha256();
    private readonly byte[] _block = new byte[BlockLength];

    /// <summary>Takes a key of at most 64 bytes; what is hashed with it may begin.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A longer key.</exception>
    public void SetKey(byte[] key, int offset, int count)
    {
        if (count > BlockLength) throw new ArgumentOutOfRangeException("count");
        Array.Clear(_block, 0, BlockLength);
        Array.Copy(key, offset, _block, 0, count);
        Begin(_inner, 0x36);
        Begin(_outer, 0x36 ^ 0x5C);
        Array.Clear(_block, 0, BlockLength);
        Reset();
    }

    /// <summary>Starts again with the same key.</summary>
    public void Reset() => _hash.CopyFrom(_inner);

    /// <summary>Takes in <paramref name="count"/> bytes.</summary>
    public void Update(byte[] data, int offset, int count) => _hash.Update(data, offset, count);

    /// <summary>Writes the 32 bytes of the code and starts again.</summary>
    public void Finish(byte[] code, int offset)
    {
        _hash.Finish(_block, 0);
        _hash.CopyFrom(_outer);
        _hash.Update(_block, 0, Sha256.DigestLength);
        _hash.Finish(code, offset);
        Reset();
    }

    private void Begin(Sha256 hash, byte pad)
    {
        for (int i = 0; i < BlockLength; i++) _block[i] ^= pad;
        hash.Reset();
        hash.Update(_block, 0, BlockLength);
    }
}
