namespace Nf.Firmware.Programming;

/// <summary>A bar code of digits in six bytes: the digits as a number, above it how many they are.</summary>
public static class Barcode
{
    /// <summary>Digits at most.</summary>
    public const int MaxDigits = 13;

    private const int LengthShift = 44;
    private const long DigitsMask = (1L << LengthShift) - 1;

    /// <summary>Packs digits; 0 when there are none, too many, or something that is no digit.</summary>
    public static long Parse(byte[] text, int offset, int count)
    {
        if (count < 1 || count > MaxDigits) return 0;
        long digits = 0;
        for (int i = offset; i < offset + count; i++)
        {
            if (text[i] < '0' || text[i] > '9') return 0;
            digits = digits * 10 + (text[i] - '0');
        }

        return (long)count << LengthShift | digits;
    }

    /// <summary>How many digits it has; 0 for none.</summary>
    public static int Length(long barcode) => (int)(barcode >> LengthShift);

    /// <summary>The digits as a number, zeros before it lost.</summary>
    public static long Digits(long barcode) => barcode & DigitsMask;
}
