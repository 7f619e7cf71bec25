using System;

namespace Nf.Firmware.Text;

/// <summary>ISO-8859-16, the core's 8-bit text: one byte is one column, and all Romanian letters are in it.</summary>
public static class Latin16
{
    /// <summary>Stands for a character that the code has not.</summary>
    private const byte Unknown = (byte)'?';

    private const int FirstHigh = 0xA0;

    /// <summary>The byte of a character, '?' when it has none; s and t with cedilla become those with comma below.</summary>
    public static byte FromUnicode(char c)
    {
        if (c < FirstHigh) return (byte)c;
        if (c <= 0xFF) return High[c - FirstHigh] == c ? (byte)c : Unknown;
        byte[] codes = BeyondLatin1;
        char[] high = High;
        for (int i = 0; i < codes.Length; i++)
            if (high[codes[i] - FirstHigh] == c) return codes[i];

        return FromCedilla(c);
    }

    /// <summary>The character of a byte; every byte has one.</summary>
    public static char ToUnicode(byte b) => b < FirstHigh ? (char)b : High[b - FirstHigh];

    /// <summary>Writes text, cut after <paramref name="max"/> bytes.</summary>
    /// <returns>Bytes written.</returns>
    public static int Write(string text, byte[] buffer, int offset, int max)
    {
        int length = text.Length;
        if (length > max) length = max;
        for (int i = 0; i < length; i++) buffer[offset + i] = FromUnicode(text[i]);
        return length < 0 ? 0 : length;
    }

    /// <summary>The bytes as a string.</summary>
    public static string ToText(byte[] text, int offset, int count)
    {
        char[] chars = new char[count];
        for (int i = 0; i < count; i++) chars[i] = ToUnicode(text[offset + i]);
        return new string(chars);
    }

    /// <summary>Writes the bytes as UTF-8, up to three for each.</summary>
    /// <returns>Bytes written.</returns>
    public static int ToUtf8(byte[] text, int offset, int count, byte[] utf8, int utf8Offset)
    {
        int at = utf8Offset;
        int end = offset + count;
        while (offset < end)
        {
            int run = AsciiEnd(text, offset, end);
            Array.Copy(text, offset, utf8, at, run - offset);
            at += run - offset;
            if (run < end) at = WriteWide(ToUnicode(text[run]), utf8, at);
            offset = run + 1;
        }

        return at - utf8Offset;
    }

    // Eight bytes a turn: nearly all text is ASCII, and on an interpreter every step counts.
    private static int AsciiEnd(byte[] text, int start, int end)
    {
        int last = end - 7;
        while (start < last && (BitConverter.ToUInt64(text, start) & 0x8080808080808080) == 0) start += 8;
        if (start >= last && end >= 8 && (BitConverter.ToUInt64(text, end - 8) & 0x8080808080808080) == 0) return end;
        while (start < end && text[start] < 0x80) start++;
        return start;
    }

    /// <summary>The capital of a letter; anything else is returned as it is.</summary>
    public static byte ToUpper(byte b)
    {
        if (b < 'a') return b;
        if (b <= 'z' || b >= 0xE0 && b < 0xFF) return (byte)(b - 0x20);
        switch (b)
        {
            case 0xA2: return 0xA1;
            case 0xA8: return 0xA6;
            case 0xAE: return 0xAC;
            case 0xB3: return 0xA3;
            case 0xB8: return 0xB4;
            case 0xB9: return 0xB2;
            case 0xBA: return 0xAA;
            case 0xBD: return 0xBC;
            case 0xBF: return 0xAF;
            case 0xFF: return 0xBE;
            default: return b;
        }
    }

    private static byte FromCedilla(char c)
    {
        switch (c)
        {
            case '\u015E': return 0xAA;
            case '\u015F': return 0xBA;
            case '\u0162': return 0xDE;
            case '\u0163': return 0xFE;
            default: return Unknown;
        }
    }

    private static int WriteWide(char c, byte[] utf8, int at)
    {
        if (c < 0x800)
        {
            utf8[at++] = (byte)(0xC0 | c >> 6);
        }
        else
        {
            utf8[at++] = (byte)(0xE0 | c >> 12);
            utf8[at++] = (byte)(0x80 | c >> 6 & 0x3F);
        }

        utf8[at++] = (byte)(0x80 | c & 0x3F);
        return at;
    }

    /// <summary>A0h to FFh.</summary>
    private static readonly char[] High =
    {
        '\u00A0', 'Ą', 'ą', 'Ł', '€', '„', 'Š', '§', 'š', '©', 'Ș', '«', 'Ź', '\u00AD', 'ź', 'Ż',
        '°', '±', 'Č', 'ł', 'Ž', '”', '¶', '·', 'ž', 'č', 'ș', '»', 'Œ', 'œ', 'Ÿ', 'ż',
        'À', 'Á', 'Â', 'Ă', 'Ä', 'Ć', 'Æ', 'Ç', 'È', 'É', 'Ê', 'Ë', 'Ì', 'Í', 'Î', 'Ï',
        'Đ', 'Ń', 'Ò', 'Ó', 'Ô', 'Ő', 'Ö', 'Ś', 'Ű', 'Ù', 'Ú', 'Û', 'Ü', 'Ę', 'Ț', 'ß',
        'à', 'á', 'â', 'ă', 'ä', 'ć', 'æ', 'ç', 'è', 'é', 'ê', 'ë', 'ì', 'í', 'î', 'ï',
        'đ', 'ń', 'ò', 'ó', 'ô', 'ő', 'ö', 'ś', 'ű', 'ù', 'ú', 'û', 'ü', 'ę', 'ț', 'ÿ',
    };

    /// <summary>Codes whose character is above FFh, the Romanian ones first because the search meets them first.</summary>
    private static readonly byte[] BeyondLatin1 =
    {
        0xE3, 0xBA, 0xFE, 0xC3, 0xAA, 0xDE, 0xA5, 0xB5, 0xA4,
        0xA1, 0xA2, 0xA3, 0xA6, 0xA8, 0xAC, 0xAE, 0xAF, 0xB2, 0xB3, 0xB4, 0xB8, 0xB9, 0xBC, 0xBD, 0xBE, 0xBF,
        0xC5, 0xD0, 0xD1, 0xD5, 0xD7, 0xD8, 0xDD, 0xE5, 0xF0, 0xF1, 0xF5, 0xF7, 0xF8, 0xFD,
    };
}
