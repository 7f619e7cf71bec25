namespace Nf.Hal.Drivers;

/// <summary>Code page 852 (Latin 2), the one in which printers and displays have ă â î Ă Â Î.</summary>
/// <remarks>
/// The page has ş ţ Ş Ţ with a cedilla; Romanian writes a comma. A wrong mark is worse than none: these codes are never
/// used, and the letters, in both spellings, lose theirs here. A device that can be taught them does not depend on the page.
/// </remarks>
public static class Pc852
{
    /// <summary>Stands for what the page does not have.</summary>
    public const byte Unknown = (byte)'?';

    private static readonly ushort[] s_upperHalf =
    {
        0x00C7, 0x00FC, 0x00E9, 0x00E2, 0x00E4, 0x016F, 0x0107, 0x00E7,
        0x0142, 0x00EB, 0x0150, 0x0151, 0x00EE, 0x0179, 0x00C4, 0x0106,
        0x00C9, 0x0139, 0x013A, 0x00F4, 0x00F6, 0x013D, 0x013E, 0x015A,
        0x015B, 0x00D6, 0x00DC, 0x0164, 0x0165, 0x0141, 0x00D7, 0x010D,
        0x00E1, 0x00ED, 0x00F3, 0x00FA, 0x0104, 0x0105, 0x017D, 0x017E,
        0x0118, 0x0119, 0x00AC, 0x017A, 0x010C, 0x015F, 0x00AB, 0x00BB,
        0x2591, 0x2592, 0x2593, 0x2502, 0x2524, 0x00C1, 0x00C2, 0x011A,
        0x015E, 0x2563, 0x2551, 0x2557, 0x255D, 0x017B, 0x017C, 0x2510,
        0x2514, 0x2534, 0x252C, 0x251C, 0x2500, 0x253C, 0x0102, 0x0103,
        0x255A, 0x2554, 0x2569, 0x2566, 0x2560, 0x2550, 0x256C, 0x00A4,
        0x0111, 0x0110, 0x010E, 0x00CB, 0x010F, 0x0147, 0x00CD, 0x00CE,
        0x011B, 0x2518, 0x250C, 0x2588, 0x2584, 0x0162, 0x016E, 0x2580,
        0x00D3, 0x00DF, 0x00D4, 0x0143, 0x0144, 0x0148, 0x0160, 0x0161,
        0x0154, 0x00DA, 0x0155, 0x0170, 0x00FD, 0x00DD, 0x0163, 0x00B4,
        0x00AD, 0x02DD, 0x02DB, 0x02C7, 0x02D8, 0x00A7, 0x00F7, 0x00B8,
        0x00B0, 0x00A8, 0x02D9, 0x0171, 0x0158, 0x0159, 0x25A0, 0x00A0,
    };

    /// <summary>
    /// The code of a character; of the nearest one where the page lacks it; <see cref="Unknown"/> when nothing is near, or
    /// for a control character.
    /// </summary>
    public static byte FromUnicode(int codePoint)
    {
        if (codePoint < 0x80) return codePoint >= 0x20 && codePoint != 0x7F ? (byte)codePoint : Unknown;
        byte nearest = Nearest(codePoint);
        if (nearest != 0) return nearest;
        for (int i = 0; i < s_upperHalf.Length; i++)
        {
            if (s_upperHalf[i] == codePoint) return (byte)(0x80 + i);
        }
        return Unknown;
    }

    /// <summary>The character of a code, as the page defines it (the letters below with a cedilla).</summary>
    public static int ToUnicode(byte code) => code < 0x80 ? code : s_upperHalf[code - 0x80];

    // What ISO-8859-16, the core's text, has and the page has not, except the signs that nothing resembles.
    private static byte Nearest(int codePoint) => (byte)(codePoint switch
    {
        0x015E or 0x0218 => 'S',
        0x015F or 0x0219 => 's',
        0x0162 or 0x021A => 'T',
        0x0163 or 0x021B => 't',
        0x00C0 or 0x00C6 => 'A',
        0x00C8 or 0x00CA => 'E',
        0x00CC or 0x00CF => 'I',
        0x00D2 or 0x0152 => 'O',
        0x00D9 or 0x00DB => 'U',
        0x0178 => 'Y',
        0x00E0 or 0x00E6 => 'a',
        0x00E8 or 0x00EA => 'e',
        0x00EC or 0x00EF => 'i',
        0x00F2 or 0x0153 => 'o',
        0x00F9 or 0x00FB => 'u',
        0x00FF => 'y',
        0x00A9 => 'c',
        0x00B7 => '.',
        0x201D or 0x201E => '"',
        0x20AC => 'E',
        _ => '\0',
    });
}
