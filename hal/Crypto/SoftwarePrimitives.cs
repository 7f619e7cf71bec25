namespace Nf.Hal.Crypto;

/// <summary>Ciphers and keyed hashes in software, for the emulator and for boards whose runtime has none.</summary>
public sealed class SoftwarePrimitives : ICryptoPrimitives
{
    /// <inheritdoc/>
    public IKeyedHash NewKeyedHash() => new HmacSha256();

    /// <inheritdoc/>
    public IBlockCipher NewBlockCipher() => new Aes256();
}
