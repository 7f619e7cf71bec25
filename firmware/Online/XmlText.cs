namespace Nf.Firmware.Online;

/// <summary>The value of an attribute as XML writes it: entities, and blanks for line ends (XML 1.0, 3.3.3).</summary>
internal static class XmlText
{
    private const int LongestEntity = 10;
    private const int HighestCharacter = 0x10FFFF;

    private static readonly string[] Names = { "amp", "lt", "gt", "quot", "apos" };

    private static readonly byte[] Letters = { (byte)'&', (byte)'<', (byte)'>', (byte)'"', (byte)'\'' };

    /// <summary>Decodes a range into UTF-8; -1 when an entity is wrong or the target is too short.</summary>
    /// <returns>Bytes written.</returns>
    internal static int Decode(byte[] bytes, int start, int count, byte[] target, int max)
    {
        int at = 0;
        int end = start + count;
        while (start < end)
        {
            int value = bytes[start++];
            if (value == '&')
            {
                int semicolon = EntityEnd(bytes, start, end);
                value = semicolon < 0 ? -1 : Entity(bytes, start, semicolon);
                start = semicolon + 1;
                at = value < 0 ? -1 : Put(value, target, at, max);
                if (at < 0) return -1;
                continue;
            }

            if (at == max) return -1;
            target[at++] = value < ' ' ? (byte)' ' : (byte)value;
        }

        return at;
    }

    /// <summary>Where the semicolon of an entity is that begins behind its ampersand here; -1 when there is none.</summary>
    internal static int EntityEnd(byte[] bytes, int start, int end)
    {
        for (int i = start; i < end && i - start <= LongestEntity; i++)
            if (bytes[i] == ';') return i;
        return -1;
    }

    private static int Entity(byte[] bytes, int start, int end)
    {
        if (start < end && bytes[start] == '#') return Number(bytes, start + 1, end);
        for (int i = 0; i < Names.Length; i++)
            if (Are(bytes, start, end - start, Names[i])) return Letters[i];
        return -1;
    }

    private static int Number(byte[] bytes, int start, int end)
    {
        int radix = start < end && bytes[start] == 'x' ? 16 : 10;
        if (radix == 16) start++;
        if (start == end) return -1;
        int value = 0;
        for (; start < end; start++)
        {
            int digit = Digit(bytes[start]);
            if (digit < 0 || digit >= radix) return -1;
            value = value * radix + digit;
            if (value > HighestCharacter) return -1;
        }

        return value < ' ' && value != '\t' && value != '\n' && value != '\r' || value >> 11 == 0x1B ? -1 : value;
    }

    private static int Digit(byte b)
    {
        if (b >= '0' && b <= '9') return b - '0';
        int letter = (b | 0x20) - 'a';
        return letter >= 0 && letter < 6 ? letter + 10 : -1;
    }

    private static int Put(int value, byte[] target, int at, int max)
    {
        int more = value < 0x80 ? 0 : value < 0x800 ? 1 : value < 0x10000 ? 2 : 3;
        if (at + more >= max) return -1;
        target[at++] = (byte)(more == 0 ? value : 0xF00 >> more + 1 & 0xFF | value >> 6 * more);
        while (--more >= 0) target[at++] = (byte)(0x80 | value >> 6 * more & 0x3F);
        return at;
    }

    /// <summary>A range of bytes is this ASCII text.</summary>
    internal static bool Are(byte[] bytes, int start, int count, string text)
    {
        if (count != text.Length) return false;
        for (int i = 0; i < count; i++)
            if (bytes[start + i] != text[i]) return false;
        return true;
    }
}
