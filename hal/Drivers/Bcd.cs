namespace Nf.Hal.Drivers;

/// <summary>Two decimal digits in a byte, as clock chips keep them.</summary>
internal static class Bcd
{
    /// <summary>0 to 99 as two digits.</summary>
    public static byte Encode(int value) => (byte)(((value / 10) << 4) | (value % 10));

    /// <summary>The number, or -1 when a digit is above 9.</summary>
    public static int Decode(int digits)
    {
        int tens = digits >> 4;
        int ones = digits & 0x0F;
        return tens > 9 || ones > 9 ? -1 : tens * 10 + ones;
    }
}
