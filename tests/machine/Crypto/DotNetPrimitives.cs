using System.Security.Cryptography;
using Nf.Hal.Crypto;

namespace Nf.Tests.Machine.Crypto;

/// <summary>Ciphers and keyed hashes by .NET, as a board has them by its runtime.</summary>
internal sealed class DotNetPrimitives : ICryptoPrimitives
{
    /// <summary>Blocks and codes made.</summary>
    public int Uses { get; private set; }

    public IKeyedHash NewKeyedHash() => new Mac(this);

    public IBlockCipher NewBlockCipher() => new Cipher(this);

    private sealed class Mac(DotNetPrimitives owner) : IKeyedHash
    {
        private readonly List<byte> _data = [];
        private byte[] _key = [];

        public void SetKey(byte[] key, int offset, int count)
        {
            _key = key[offset..(offset + count)];
            Reset();
        }

        public void Reset() => _data.Clear();

        public void Update(byte[] data, int offset, int count) => _data.AddRange(data.AsSpan(offset, count));

        public void Finish(byte[] code, int offset)
        {
            owner.Uses++;
            HMACSHA256.HashData(_key, _data.ToArray()).CopyTo(code, offset);
            Reset();
        }
    }

    private sealed class Cipher(DotNetPrimitives owner) : IBlockCipher
    {
        private readonly Aes _aes = Aes.Create();

        public void SetKey(byte[] key, int offset) => _aes.Key = key[offset..(offset + Aes256.KeyLength)];

        public void Xor(byte[] counter, byte[] data, int offset, int count)
        {
            owner.Uses++;
            var stream = _aes.EncryptEcb(counter, PaddingMode.None);
            for (var i = 0; i < count; i++) data[offset + i] ^= stream[i];
            CounterBlock.Next(counter);
        }

        public void Wipe() => _aes.Key = new byte[Aes256.KeyLength];
    }
}
