namespace Nf.Firmware.Identity;

/// <summary>Strings of decimal digits.</summary>
internal static class Digits
{
    /// <summary>From <paramref name="start"/> on there are <paramref name="min"/> to <paramref name="max"/> digits and nothing else.</summary>
    public static bool Are(string text, int start, int min, int max)
    {
        int length = text.Length;
        if (length - start < min || length - start > max) return false;
        for (int i = start; i < length; i++)
            if (text[i] < '0' || text[i] > '9') return false;

        return true;
    }

    /// <summary>The number that up to 18 digits write.</summary>
    public static long Value(string digits)
    {
        long value = 0;
        for (int i = 0; i < digits.Length; i++) value = value * 10 + (digits[i] - '0');
        return value;
    }
}
