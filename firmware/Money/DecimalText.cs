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
        int left = decimals;
        int digits = 0;
        bool point = false;
        for (; offset < end; offset++)
        {
            int digit = text[offset] - '0';
            if (digit >= 0 && digit <= 9)
            {
                if (point && --left < 0) return false;
                if (!Append(ref magnitude, digit, max)) return false;
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
            if (!Append(ref magnitude, 0, max)) return false;

        value = negative ? -magnitude : magnitude;
        return true;
    }

    /// <summary>Writes the value with all its decimals: 1234 with 2 is <c>12.34</c>.</summary>
    /// <param name="decimals">0 to 18.</param>
    /// <returns>Bytes written, at most <see cref="MaxLength"/>.</returns>
    public static int Write(byte[] buffer, int offset, long value, int decimals)
    {
        if (decimals < 0 || decimals > 18) throw new ArgumentOutOfRangeException("decimals");
        int start = offset;
        ulong magnitude = Magnitude(value);
        if (value < 0) buffer[offset++] = (byte)'-';

        int digits = Digits(magnitude);
        if (digits <= decimals) digits = decimals + 1;
        int end = offset + digits;
        if (decimals > 0)
        {
            buffer[end - decimals] = (byte)'.';
            magnitude = WriteDigits(buffer, end - decimals + 1, magnitude, decimals);
            end++;
        }

        WriteDigits(buffer, offset, magnitude, digits - decimals);
        return end - start;
    }

    /// <summary>Writes the value without the zeros that end its decimals: 1500 with 3 is <c>1.5</c>, 2000 is <c>2</c>.</summary>
    /// <returns>Bytes written; the buffer needs room for all decimals.</returns>
    public static int WriteTrimmed(byte[] buffer, int offset, long value, int decimals)
    {
        int length = Write(buffer, offset, value, decimals);
        if (decimals == 0) return length;
        while (buffer[offset + length - 1] == '0') length--;
        if (buffer[offset + length - 1] == '.') length--;
        return length;
    }

    /// <summary>Writes a whole number with zeros before it: 7 with 4 is <c>0007</c>.</summary>
    /// <returns>Bytes written: <paramref name="digits"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or has more digits.</exception>
    public static int WritePadded(byte[] buffer, int offset, long value, int digits)
    {
        if (value < 0 || Digits((ulong)value) > digits) throw new ArgumentOutOfRangeException("value");
        WriteDigits(buffer, offset, (ulong)value, digits);
        return digits;
    }

    private static bool Append(ref long magnitude, int digit, long max)
    {
        if (digit > max || magnitude > (max - digit) / 10) return false;
        magnitude = magnitude * 10 + digit;
        return true;
    }

    /// <summary>Works for the lowest long too, whose negation is itself.</summary>
    private static ulong Magnitude(long value) => (ulong)(value < 0 ? -value : value);

    private static int Digits(ulong value)
    {
        int digits = 1;
        for (; value >= 10; value /= 10) digits++;
        return digits;
    }

    /// <summary>Writes the lowest digits and gives back what stands above them.</summary>
    private static ulong WriteDigits(byte[] buffer, int offset, ulong value, int count)
    {
        for (int at = offset + count - 1; at >= offset; at--)
        {
            ulong rest = value / 10;
            buffer[at] = (byte)('0' + (int)(value - rest * 10));
            value = rest;
        }

        return value;
    }
}
