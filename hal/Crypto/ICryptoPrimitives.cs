namespace Nf.Hal.Crypto;

/// <summary>Where the work of ciphers and keyed hashes is done: in software, or by a board's native code. The bytes are the same.</summary>
/// <example><code>IKeyedHash mac = primitives.NewKeyedHash();</code></example>
public interface ICryptoPrimitives
{
    IKeyedHash NewKeyedHash();

    IBlockCipher NewBlockCipher();
}
