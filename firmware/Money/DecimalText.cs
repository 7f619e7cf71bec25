using System;

namespace Nf.Firmware.Money;

/// <summary>Fixed-point numbers as ASCII text with a decimal point, as the host line and the paper have them.</summary>
public static class DecimalText
{
    /// <summary>Most bytes that <see cref="Write"/> can write: sign, 19 digits, point (18 decimals at most).</summary>
    public const int MaxLength = 21;

    /// <summary>Reads a number such as <c>12</c>, <c>12.3</c> or <c>-12.34</c>: no spaces, no plus, digits on both sides of the point.</summary>
    /// <param name="decimals">How many decimals the value has: with 2, both <c>12</c> and <c>12.00</c> are 1200. More are refused.</param>
    /// <param name="max">Highest magnitude, 0 or more.</param>
    /// <returns>False for anything else, with <paramref name="value"/> 0.</returns>
    public static bool TryParse(byte[] text, int offset, int count, int decimals, long max, out long value)
    {
        value = 0;
        int end = offset + count;
        bool negative = count > 0 && text[offset] == '-';
        if (negative) offset++;

        long magnitude = 0;
        long limit = max / 10;
        int left = decimals;
        int digits = 0;
        bool point = false;
        for (; offset < end; offset++)
        {
            int digit = text[offset] - '0';
            if (digit >= 0 && digit <= 9)
            {
                if (point && --left < 0) return false;
                if (magnitude > limit) return false;
                magnitude = magnitude * 10 + digit;
                if (magnitude > max || magnitude < 0) return false;
                digits++;
            }
            else
            {
                if (text[offset] != '.' || point || digits == 0) return false;
                point = true;
                digits = 0;
            }
        }

        if (digits == 0) return false;
        for (; left > 0; left--)
        {
            if (magnitude > limit) return false;
            magnitude *= 10;
        }

        value = negative ? -magnitude : magnitude;
        return true;
    }

    /// <summary>Writes the value with all its decimals: 1234 with 2 is <c>12.34</c>. From its end on, because only that is known.</summary>
    /// <param name="end">Where the text ends; at most <see cref="MaxLength"/> bytes before it are written.</param>
    /// <param name="decimals">0 to 18.</param>
    /// <returns>Where the text begins.</returns>
    public static int Write(byte[] buffer, int end, long value, int decimals)
    {
        if (decimals < 0 || decimals > 18) throw new ArgumentOutOfRangeException("decimals");
        ulong rest = Magnitude(value);
        int at = end;
        if (decimals > 0)
        {
            for (int point = end - decimals; at > point; rest /= 10) buffer[--at] = (byte)('0' + (int)(rest % 10));
            buffer[--at] = (byte)'.';
        }

        do
        {
            buffer[--at] = (byte)('0' + (int)(rest % 10));
            rest /= 10;
        }
        while (rest != 0);
        if (value < 0) buffer[--at] = (byte)'-';
        return at;
    }

    /// <summary>Writes the value without the zeros that end its decimals: 1500 with 3 is <c>1.5</c>, 2000 is <c>2</c>.</summary>
    /// <returns>Where the text begins.</returns>
    public static int WriteTrimmed(byte[] buffer, int end, long value, int decimals)
    {
        for (; decimals > 0 && value % 10 == 0; value /= 10) decimals--;
        return Write(buffer, end, value, decimals);
    }

    /// <summary>Writes a whole number with zeros before it: 7 with 4 is <c>0007</c>.</summary>
    /// <returns>Bytes written: <paramref name="digits"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or has more digits.</exception>
    public static int WritePadded(byte[] buffer, int offset, long value, int digits)
    {
        if (value < 0 || Digits((ulong)value) > digits) throw new ArgumentOutOfRangeException("value");
        for (int at = offset + digits - 1; at >= offset; value /= 10) buffer[at--] = (byte)('0' + (int)(value % 10));
        return digits;
    }

    /// <summary>Works for the lowest long too, whose negation is itself.</summary>
    private static ulong Magnitude(long value) => (ulong)(value < 0 ? -value : value);

    private static int Digits(ulong value)
    {
        int digits = 1;
        for (; value >= 10; value /= 10) digits++;
        return digits;
    }
}
