using System;
using Nf.Hal.Crypto;
using Nf.Hal.Devices;

namespace Nf.Hal.Drivers;

/// <summary>A private key as TLS stacks take it: PKCS#1, PEM (RFC 8017, A.1.2; RFC 7468).</summary>
internal static class KeyPem
{
    /// <summary>Bytes that the DER of a key takes at most: nine numbers with their heads, and one head around them.</summary>
    private const int DerLength = 4 + 3 + 2 * (RsaKeySize.ModulusLength + 5) + 5 + 5 * (RsaKeySize.PrimeLength + 4);

    private const string Label = "RSA PRIVATE KEY";

    /// <summary>Writes a key, wiping what is between.</summary>
    /// <param name="key">See <see cref="RsaKeyBytes"/>.</param>
    /// <param name="rsa">Room to compute d in.</param>
    /// <returns>The text and no more; the caller wipes it.</returns>
    public static byte[] Of(byte[] key, RsaArithmetic rsa)
    {
        byte[] der = new byte[DerLength];
        byte[] exponent = new byte[RsaKeySize.ModulusLength];
        WriteExponent(key, rsa, exponent);
        int at = 4;
        at = Integer(der, at, Version, 0, 1);
        at = Integer(der, at, key, RsaKeyBytes.Modulus, RsaKeySize.ModulusLength);
        at = Integer(der, at, PublicExponent, 0, 3);
        at = Integer(der, at, exponent, 0, exponent.Length);
        for (int part = RsaKeyBytes.PrimeP; part < RsaKeyBytes.Blinder; part += RsaKeySize.PrimeLength)
            at = Integer(der, at, key, part, RsaKeySize.PrimeLength);
        der[0] = 0x30;
        der[1] = 0x82;
        der[2] = (byte)(at - 4 >> 8);
        der[3] = (byte)(at - 4);
        byte[] pem = new byte[Pem.Length(Label, at)];
        Pem.Add(pem, 0, Label, der, 0, at);
        Array.Clear(der, 0, der.Length);
        Array.Clear(exponent, 0, exponent.Length);
        rsa.Wipe();
        return pem;
    }

    /// <summary>d, the inverse of e modulo (p - 1)(q - 1) = n - (p - 1) - q.</summary>
    private static void WriteExponent(byte[] key, RsaArithmetic rsa, byte[] exponent)
    {
        Limbs.Load(key, RsaKeyBytes.Modulus, RsaKeySize.ModulusLength, rsa.A, RsaArithmetic.Length);
        Limbs.Load(key, RsaKeyBytes.PrimeP, RsaKeySize.PrimeLength, rsa.B, RsaArithmetic.Length);
        Limbs.SubtractSmall(rsa.B, 1, RsaArithmetic.Length);
        Limbs.Subtract(rsa.A, rsa.B, -1, RsaArithmetic.Length);
        Limbs.Load(key, RsaKeyBytes.PrimeQ, RsaKeySize.PrimeLength, rsa.B, RsaArithmetic.Length);
        Limbs.Subtract(rsa.A, rsa.B, -1, RsaArithmetic.Length);
        RsaExponent.Invert(rsa.A, RsaArithmetic.Length);
        Limbs.Store(rsa.A, exponent, 0, exponent.Length);
    }

    /// <summary>An INTEGER: no zeros in front but one before a highest bit.</summary>
    private static int Integer(byte[] der, int at, byte[] number, int from, int count)
    {
        while (count > 1 && number[from] == 0)
        {
            from++;
            count--;
        }

        int length = (number[from] & 0x80) != 0 ? count + 1 : count;
        der[at++] = 2;
        if (length > 0xFF)
        {
            der[at++] = 0x82;
            der[at++] = (byte)(length >> 8);
        }
        else if (length > 0x7F)
        {
            der[at++] = 0x81;
        }

        der[at++] = (byte)length;
        if (length > count) der[at++] = 0;
        Array.Copy(number, from, der, at, count);
        return at + count;
    }

    private static readonly byte[] Version = new byte[1];

    private static readonly byte[] PublicExponent = { 1, 0, 1 };
}
