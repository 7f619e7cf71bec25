using Nf.Hal.Crypto;

namespace Nf.Boards.Chip;

/// <summary>AES and HMAC by the runtime's native code (mbedTLS): the same bytes, some thousand times faster.</summary>
public sealed class NativePrimitives : ICryptoPrimitives
{
    /// <inheritdoc/>
    public IKeyedHash NewKeyedHash() => new NativeKeyedHash();

    /// <inheritdoc/>
    public IBlockCipher NewBlockCipher() => new NativeBlockCipher();
}
