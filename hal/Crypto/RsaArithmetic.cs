using System;

namespace Nf.Hal.Crypto;

/// <summary>What all work with private keys shares: one field, its powers, and room for four numbers as long as the modulus.</summary>
internal sealed class RsaArithmetic
{
    /// <summary>The field whose modulus is n, p, q or a candidate.</summary>
    public readonly Montgomery Field = new Montgomery(RsaKeyBytes.ModulusBits);

    /// <summary>Powers with a known exponent.</summary>
    public readonly PublicPower Public;

    /// <summary>Powers with a secret exponent, modulo a prime.</summary>
    public readonly SecretPower Secret;

    /// <summary>Powers with a secret exponent, modulo n.</summary>
    public readonly CrtPower Crt;

    /// <summary>Room for a number.</summary>
    public readonly uint[] A = new uint[Length];

    /// <summary>Room for a number.</summary>
    public readonly uint[] B = new uint[Length];

    /// <summary>Room for a number.</summary>
    public readonly uint[] C = new uint[Length];

    /// <summary>Room for a number.</summary>
    public readonly uint[] D = new uint[Length];

    /// <summary>Limbs of a number as long as the modulus: <see cref="Montgomery.LengthOf"/> of 2,048 bits.</summary>
    public const int Length = 80;

    /// <summary>Limbs of a number as long as a prime: <see cref="Montgomery.LengthOf"/> of 1,024 bits.</summary>
    public const int PrimeLength = 40;

    /// <summary>Reserves all room: some 8 KB.</summary>
    public RsaArithmetic()
    {
        Public = new PublicPower(Field);
        Secret = new SecretPower(Field, RsaKeyBytes.PrimeBits);
        Crt = new CrtPower(Field, Secret);
    }

    /// <summary>Begins work modulo n.</summary>
    public void BeginModulus(byte[] key)
    {
        Limbs.Load(key, RsaKeyBytes.Modulus, RsaKeyBytes.ModulusBits >> 3, A, Length);
        Field.BeginModulus(A, RsaKeyBytes.ModulusBits);
    }

    /// <summary>Begins x = x R, as the field has its numbers.</summary>
    public void BeginEnter(uint[] x) => Field.BeginMultiply(x, Field.Square, x);

    /// <summary>Begins x = x / R, a plain number; <paramref name="one"/> becomes 1.</summary>
    public void BeginLeave(uint[] x, uint[] one)
    {
        Array.Clear(one, 0, Length);
        one[0] = 1;
        Field.BeginMultiply(x, one, x);
    }

    /// <summary>Overwrites all numbers with zeros.</summary>
    public void Wipe()
    {
        Field.Wipe();
        Secret.Wipe();
        Crt.Wipe();
        Array.Clear(A, 0, Length);
        Array.Clear(B, 0, Length);
        Array.Clear(C, 0, Length);
        Array.Clear(D, 0, Length);
    }
}
