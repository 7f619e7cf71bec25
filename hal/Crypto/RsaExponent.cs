namespace Nf.Hal.Crypto;

/// <summary>The public exponent 65537 of the register's keys, and its inverses.</summary>
internal static class RsaExponent
{
    /// <summary>e, a prime.</summary>
    public const uint Public = 65537;

    /// <summary>x = the inverse of e modulo x; x must not be a multiple of e.</summary>
    /// <remarks>
    /// With x = u e + r the inverse is (k x + 1) / e = k u + (k r + 1) / e for the k below e that makes k r + 1 a multiple;
    /// k is minus the inverse of r, r to the power of e - 2 = 65535, whose sixteen bits are all ones.
    /// </remarks>
    public static void Invert(uint[] x, int length)
    {
        ulong rest = 0;
        for (int i = length - 1; i >= 0; i--)
        {
            rest = rest << Limbs.Bits | x[i];
            x[i] = (uint)(rest / Public);
            rest %= Public;
        }

        ulong inverse = 1;
        for (int i = 0; i < 16; i++) inverse = inverse * inverse % Public * rest % Public;
        ulong k = Public - inverse;
        ulong carry = (k * rest + 1) / Public;
        for (int i = 0; i < length; i++)
        {
            carry += k * x[i];
            x[i] = (uint)carry & Limbs.Mask;
            carry >>= Limbs.Bits;
        }
    }
}
