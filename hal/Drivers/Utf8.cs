namespace Nf.Hal.Drivers;

/// <summary>UTF-8 taken apart into characters.</summary>
internal static class Utf8
{
    /// <summary>What stands for a byte that is no UTF-8.</summary>
    internal const int Wrong = 0xFFFD;

    /// <summary>Bytes of the character at an offset: 1 to 4; 1 for a byte that is no UTF-8.</summary>
    /// <param name="text">The text.</param>
    /// <param name="offset">Where the character starts, less than <paramref name="end"/>.</param>
    /// <param name="end">Where the text ends.</param>
    internal static int Length(byte[] text, int offset, int end)
    {
        int lead = text[offset];
        if (lead < 0x80) return 1;
        int length = lead < 0xC2 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 1;
        if (offset + length > end) return 1;
        for (int i = 1; i < length; i++)
        {
            if ((text[offset + i] & 0xC0) != 0x80) return 1;
        }
        return length;
    }

    /// <summary>The character of so many bytes; <see cref="Wrong"/> also for one beyond U+FFFF, which no device here has.</summary>
    internal static int CodePoint(byte[] text, int offset, int length)
    {
        int lead = text[offset];
        if (lead < 0x80) return lead;
        if (length == 2) return ((lead & 0x1F) << 6) | (text[offset + 1] & 0x3F);
        if (length != 3) return Wrong;
        int codePoint = ((lead & 0x0F) << 12) | ((text[offset + 1] & 0x3F) << 6) | (text[offset + 2] & 0x3F);
        return codePoint < 0x800 ? Wrong : codePoint;
    }
}
