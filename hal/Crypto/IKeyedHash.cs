namespace Nf.Hal.Crypto;

/// <summary>HMAC with SHA-256 (FIPS 198-1): in software, or by what a board's runtime has.</summary>
/// <example><code>mac.SetKey(key, 0, 32); mac.Update(data, 0, data.Length); mac.Finish(tag, 0);</code></example>
public interface IKeyedHash
{
    /// <summary>Takes a key of at most 64 bytes; what is hashed with it may begin.</summary>
    void SetKey(byte[] key, int offset, int count);

    /// <summary>Starts again with the same key.</summary>
    void Reset();

    /// <summary>Takes in <paramref name="count"/> bytes.</summary>
    void Update(byte[] data, int offset, int count);

    /// <summary>Writes the 32 bytes of the code and starts again.</summary>
    void Finish(byte[] code, int offset);
}
