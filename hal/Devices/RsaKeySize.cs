namespace Nf.Hal.Devices;

/// <summary>Sizes of the register's key: RSA of 2,048 bits with exponent 65537 (norms, art. 22 A i); OPANAF 146/2018, annex 2).</summary>
public static class RsaKeySize
{
    /// <summary>Bytes of the modulus, and of a signature.</summary>
    public const int ModulusLength = 256;

    /// <summary>Bytes of each prime, and of the other halves of a key.</summary>
    public const int PrimeLength = 128;
}
