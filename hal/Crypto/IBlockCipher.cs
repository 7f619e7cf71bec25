namespace Nf.Hal.Crypto;

/// <summary>AES with a key of 256 bits in counter mode (FIPS 197, SP 800-38A): in software, or by what a board's runtime has.</summary>
/// <example><code>cipher.SetKey(key, 0); cipher.Xor(counter, data, 0, 16);</code></example>
public interface IBlockCipher
{
    /// <summary>Takes a key of 32 bytes.</summary>
    void SetKey(byte[] key, int offset);

    /// <summary>Encrypts or decrypts at most one block in place.</summary>
    /// <param name="counter">The counter block, 16 bytes; its last four count on by one, the highest byte first.</param>
    void Xor(byte[] counter, byte[] data, int offset, int count);

    /// <summary>Forgets the key.</summary>
    void Wipe();
}
