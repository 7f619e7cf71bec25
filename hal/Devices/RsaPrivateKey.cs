using System;

namespace Nf.Hal.Devices;

/// <summary>A private key on its way into the crypto module: numbers of fixed length, first byte highest (RFC 8017, A.1.2).</summary>
public sealed class RsaPrivateKey
{
    /// <summary>n, <see cref="RsaKeySize.ModulusLength"/> bytes.</summary>
    public byte[] Modulus { get; } = new byte[RsaKeySize.ModulusLength];

    /// <summary>p, <see cref="RsaKeySize.PrimeLength"/> bytes, as all below.</summary>
    public byte[] PrimeP { get; } = new byte[RsaKeySize.PrimeLength];

    /// <summary>q.</summary>
    public byte[] PrimeQ { get; } = new byte[RsaKeySize.PrimeLength];

    /// <summary>d mod (p - 1).</summary>
    public byte[] ExponentP { get; } = new byte[RsaKeySize.PrimeLength];

    /// <summary>d mod (q - 1).</summary>
    public byte[] ExponentQ { get; } = new byte[RsaKeySize.PrimeLength];

    /// <summary>The inverse of q mod p.</summary>
    public byte[] Coefficient { get; } = new byte[RsaKeySize.PrimeLength];

    /// <summary>Overwrites all numbers with zeros.</summary>
    public void Wipe()
    {
        Array.Clear(Modulus, 0, Modulus.Length);
        Array.Clear(PrimeP, 0, PrimeP.Length);
        Array.Clear(PrimeQ, 0, PrimeQ.Length);
        Array.Clear(ExponentP, 0, ExponentP.Length);
        Array.Clear(ExponentQ, 0, ExponentQ.Length);
        Array.Clear(Coefficient, 0, Coefficient.Length);
    }
}
