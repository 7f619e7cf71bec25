namespace Nf.Hal.Devices;

/// <summary>The cryptographic module: keeps the register's RSA-2048 keys and signs with them (norms, art. 22 A i)).</summary>
/// <remarks>
/// A software module for dev boards or a driver of a secure element implements it. There are two places for keys, so that
/// a new key can be made while the old one works; a private key never comes out of its place. Long work is asked for once
/// and goes on by <see cref="Poll"/>, a bounded step each:
/// <code>
/// if (module.BeginSign(place, digest) == DeviceResult.Ok) while (module.IsBusy) module.Poll();
/// if (module.Outcome == DeviceResult.Ok) module.ReadSignature(signature, 0);
/// </code>
/// One work at a time: while the module is busy all but <see cref="HasKey"/> and <see cref="ReadModulus"/> is misuse. Work that a power cut interrupts never was.
/// </remarks>
public interface ICryptoModule
{
    /// <summary>The module answers.</summary>
    bool Present { get; }

    /// <summary>Work is under way.</summary>
    bool IsBusy { get; }

    /// <summary>What became of the last work; Failed also for a key that is no good and for a place without key.</summary>
    DeviceResult Outcome { get; }

    /// <summary>A whole key is in the place.</summary>
    /// <param name="place">0 or 1.</param>
    bool HasKey(int place);

    /// <summary>Reads the key's modulus, <see cref="RsaKeySize.ModulusLength"/> bytes, first byte highest. The exponent is 65537.</summary>
    DeviceResult ReadModulus(int place, byte[] buffer, int offset);

    /// <summary>Begins a signature, RSA PKCS#1 v1.5 with SHA-256, over a digest of 32 bytes, which is copied.</summary>
    DeviceResult BeginSign(int place, byte[] digest);

    /// <summary>The signature made last, <see cref="RsaKeySize.ModulusLength"/> bytes.</summary>
    void ReadSignature(byte[] buffer, int offset);

    /// <summary>Begins to make a new key pair in a place, whose old key is gone when it is done.</summary>
    DeviceResult BeginGenerate(int place);

    /// <summary>Begins to take a key into a place, whose old key is gone when it is done. The key is checked first; the caller wipes its copy.</summary>
    DeviceResult BeginImport(int place, RsaPrivateKey key);

    /// <summary>Forgets the key in a place, for ever.</summary>
    DeviceResult Erase(int place);

    /// <summary>
    /// Begins to bring the place's certificate and its key to the TLS stack of the way out, for stacks that cannot ask a
    /// module to sign. A module whose keys never leave it says Failed, and then its TLS must run through it. When the work
    /// has ended well, the stack has both and may be busy with them still.
    /// </summary>
    /// <param name="place">0 or 1.</param>
    /// <param name="certificate">The certificate, DER; it stays as it is meanwhile.</param>
    /// <param name="count">Its length, bytes.</param>
    /// <param name="store">Where to; not busy.</param>
    DeviceResult BeginGive(int place, byte[] certificate, int count, ITlsStore store);

    /// <summary>Fills a range with random bytes fit for keys.</summary>
    DeviceResult Random(byte[] buffer, int offset, int count);

    /// <summary>One bounded step of the work under way; false when there is nothing to do.</summary>
    bool Poll();
}
