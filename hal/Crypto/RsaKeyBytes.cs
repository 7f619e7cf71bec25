using System;
using Nf.Hal.Devices;

namespace Nf.Hal.Crypto;

/// <summary>Where the numbers of a private key stand in one array, the highest byte of each first.</summary>
internal static class RsaKeyBytes
{
    /// <summary>n.</summary>
    public const int Modulus = 0;

    /// <summary>p.</summary>
    public const int PrimeP = RsaKeySize.ModulusLength;

    /// <summary>q.</summary>
    public const int PrimeQ = PrimeP + RsaKeySize.PrimeLength;

    /// <summary>d mod (p - 1).</summary>
    public const int ExponentP = PrimeQ + RsaKeySize.PrimeLength;

    /// <summary>d mod (q - 1).</summary>
    public const int ExponentQ = ExponentP + RsaKeySize.PrimeLength;

    /// <summary>The inverse of q mod p.</summary>
    public const int Coefficient = ExponentQ + RsaKeySize.PrimeLength;

    /// <summary>r^e mod n of a random r, from which each signature's blinding is made.</summary>
    public const int Blinder = Coefficient + RsaKeySize.PrimeLength;

    /// <summary>The inverse of r mod n.</summary>
    public const int Unblinder = Blinder + RsaKeySize.ModulusLength;

    /// <summary>Bytes of all of them.</summary>
    public const int Length = Unblinder + RsaKeySize.ModulusLength;

    /// <summary>Bits of n.</summary>
    public const int ModulusBits = RsaKeySize.ModulusLength << 3;

    /// <summary>Bits of p and of q.</summary>
    public const int PrimeBits = RsaKeySize.PrimeLength << 3;

    /// <summary>Copies a key; the blinding is not in it.</summary>
    public static void Copy(RsaPrivateKey key, byte[] bytes)
    {
        Array.Copy(key.Modulus, 0, bytes, Modulus, RsaKeySize.ModulusLength);
        Array.Copy(key.PrimeP, 0, bytes, PrimeP, RsaKeySize.PrimeLength);
        Array.Copy(key.PrimeQ, 0, bytes, PrimeQ, RsaKeySize.PrimeLength);
        Array.Copy(key.ExponentP, 0, bytes, ExponentP, RsaKeySize.PrimeLength);
        Array.Copy(key.ExponentQ, 0, bytes, ExponentQ, RsaKeySize.PrimeLength);
        Array.Copy(key.Coefficient, 0, bytes, Coefficient, RsaKeySize.PrimeLength);
    }
}
