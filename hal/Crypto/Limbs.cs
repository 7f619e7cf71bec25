using System;

namespace Nf.Hal.Crypto;

/// <summary>Numbers as arrays of limbs of 26 bits, the lowest first; every limb is below 2^26.</summary>
/// <remarks>
/// What may touch a private key takes the same path whatever the numbers are. Where a difference may be below zero an int
/// stands first: the board's runtime takes the type of a sum from its first operand, and a cast does not change it.
/// </remarks>
internal static class Limbs
{
    /// <summary>Bits of a limb.</summary>
    public const int Bits = 26;

    /// <summary>The bits of a limb.</summary>
    public const uint Mask = (1u << Bits) - 1;

    /// <summary>Reads a number whose first byte is the highest into <paramref name="length"/> limbs, which must hold it.</summary>
    public static void Load(byte[] bytes, int offset, int count, uint[] x, int length)
    {
        Array.Clear(x, 0, length);
        ulong open = 0;
        int bits = 0;
        int limb = 0;
        for (int i = offset + count - 1; i >= offset; i--)
        {
            open |= (ulong)bytes[i] << bits;
            bits += 8;
            if (bits < Bits) continue;
            x[limb++] = (uint)open & Mask;
            open >>= Bits;
            bits -= Bits;
        }

        if (limb < length) x[limb] = (uint)open;
    }

    /// <summary>Writes the lowest <paramref name="count"/> bytes of a number, the highest first.</summary>
    public static void Store(uint[] x, byte[] bytes, int offset, int count)
    {
        ulong open = 0;
        int bits = 0;
        int limb = 0;
        for (int i = offset + count - 1; i >= offset; i--)
        {
            if (bits < 8)
            {
                if (limb < x.Length) open |= (ulong)x[limb++] << bits;
                bits += Bits;
            }

            bytes[i] = (byte)open;
            open >>= 8;
            bits -= 8;
        }
    }

    /// <summary>-1 when x is below y, else 0.</summary>
    public static int Below(uint[] x, uint[] y, int length)
    {
        int borrow = 0;
        for (int i = 0; i < length; i++) borrow = borrow + (int)x[i] - (int)y[i] >> Bits;
        return borrow;
    }

    /// <summary>x = 2 x mod n, for x below n.</summary>
    public static void Double(uint[] x, uint[] n, int length)
    {
        uint carry = 0;
        for (int i = 0; i < length; i++)
        {
            carry |= x[i] << 1;
            x[i] = carry & Mask;
            carry >>= Bits;
        }

        ReduceOnce(x, n, length);
    }

    /// <summary>x = x mod n, for x below 2 n.</summary>
    public static void ReduceOnce(uint[] x, uint[] n, int length) => Subtract(x, n, ~Below(x, n, length), length);

    /// <summary>x = x - y where <paramref name="mask"/> is -1; x stays where it is 0. Returns -1 when that is below zero, else 0.</summary>
    public static int Subtract(uint[] x, uint[] y, int mask, int length)
    {
        int borrow = 0;
        for (int i = 0; i < length; i++)
        {
            int difference = borrow + (int)x[i] - ((int)y[i] & mask);
            x[i] = (uint)difference & Mask;
            borrow = difference >> Bits;
        }

        return borrow;
    }

    /// <summary>x = x + y; the sum must fit.</summary>
    public static void Add(uint[] x, uint[] y, int length)
    {
        uint carry = 0;
        for (int i = 0; i < length; i++)
        {
            carry += x[i] + y[i];
            x[i] = carry & Mask;
            carry >>= Bits;
        }
    }

    /// <summary>The two are equal.</summary>
    public static bool Same(uint[] x, uint[] y, int length)
    {
        uint difference = 0;
        for (int i = 0; i < length; i++) difference |= x[i] ^ y[i];
        return difference == 0;
    }

    /// <summary>Bits of a number: the place of the highest one, from 1 on; 0 of zero.</summary>
    public static int BitLength(uint[] x, int length)
    {
        int top = length - 1;
        while (top >= 0 && x[top] == 0) top--;
        if (top < 0) return 0;
        int bits = top * Bits;
        for (uint rest = x[top]; rest != 0; rest >>= 1) bits++;
        return bits;
    }

    /// <summary>x mod a divisor below 2^36.</summary>
    public static ulong Remainder(uint[] x, int length, ulong divisor)
    {
        ulong rest = 0;
        for (int i = length - 1; i >= 0; i--) rest = (rest << Bits | x[i]) % divisor;
        return rest;
    }

    /// <summary>x = x - a small number, which x is not below.</summary>
    public static void SubtractSmall(uint[] x, uint small, int length)
    {
        int borrow = 0 - (int)small;
        for (int i = 0; i < length; i++)
        {
            int difference = borrow + (int)x[i];
            x[i] = (uint)difference & Mask;
            borrow = difference >> Bits;
        }
    }

    /// <summary>x = x / 2.</summary>
    public static void Halve(uint[] x, int length)
    {
        for (int i = 0; i < length; i++)
        {
            uint above = i + 1 < length ? x[i + 1] : 0;
            x[i] = x[i] >> 1 | (above & 1) << Bits - 1;
        }
    }
}
