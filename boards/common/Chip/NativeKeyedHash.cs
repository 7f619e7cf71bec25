using System;
using System.Security.Cryptography;
using Nf.Hal.Crypto;

namespace Nf.Boards.Chip;

/// <summary>HMAC-SHA-256 by the runtime, which takes all of it at once: what comes in parts is gathered.</summary>
internal sealed class NativeKeyedHash : IKeyedHash
{
    private byte[] _data = new byte[64];
    private byte[] _key;
    private int _count;

    /// <inheritdoc/>
    public void SetKey(byte[] key, int offset, int count)
    {
        _key = new byte[count];
        Array.Copy(key, offset, _key, 0, count);
        _count = 0;
    }

    /// <inheritdoc/>
    public void Reset() => _count = 0;

    /// <inheritdoc/>
    public void Update(byte[] data, int offset, int count)
    {
        if (_count + count > _data.Length)
        {
            var longer = new byte[_count + count + _data.Length];
            Array.Copy(_data, longer, _count);
            _data = longer;
        }

        Array.Copy(data, offset, _data, _count, count);
        _count += count;
    }

    /// <inheritdoc/>
    public void Finish(byte[] code, int offset)
    {
        var data = new byte[_count];
        Array.Copy(_data, data, _count);
        var mac = new HMACSHA256(_key);
        Array.Copy(mac.ComputeHash(data), 0, code, offset, Sha256.DigestLength);
        mac.Dispose();
        Array.Clear(_data, 0, _count);
        Array.Clear(data, 0, data.Length);
        _count = 0;
    }
}
