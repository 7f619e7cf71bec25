namespace Nf.Firmware.Text;

/// <summary>How the text of an exported file is written. The values are those of the host commands.</summary>
public enum FileEncoding
{
    Utf8 = 0,

    /// <summary>Has ș and ț with a cedilla only; what it has not at all loses its mark or becomes a plain sign.</summary>
    Latin2 = 1,

    /// <summary>Has everything that the register prints.</summary>
    Latin16 = 2,
}

/// <summary>Lines of the journal and of reports, which are UTF-8, in the encoding of a file.</summary>
public static class FileText
{
    private const byte Unknown = (byte)'?';
    private const int FirstHigh = 0xA0;

    /// <summary>Converts text; it never gets longer.</summary>
    /// <returns>Bytes written.</returns>
    public static int Encode(byte[] utf8, int offset, int count, FileEncoding encoding, byte[] target, int at)
    {
        int start = at;
        int end = offset + count;
        if (encoding == FileEncoding.Utf8)
        {
            System.Array.Copy(utf8, offset, target, at, count);
            return count;
        }

        while (offset < end)
        {
            byte b = utf8[offset] < 0x80 ? utf8[offset++] : Latin16Of(utf8, ref offset, end);
            if (encoding == FileEncoding.Latin2 && b >= FirstHigh) b = Latin2High[b - FirstHigh];
            target[at++] = b;
        }

        return at - start;
    }

    // Two and three bytes are all that the core's own text comes to.
    private static byte Latin16Of(byte[] utf8, ref int offset, int end)
    {
        int lead = utf8[offset++];
        int more = lead >= 0xE0 ? 2 : 1;
        int code = lead & (lead >= 0xE0 ? 0x0F : 0x1F);
        for (; more > 0 && offset < end && (utf8[offset] & 0xC0) == 0x80; more--) code = code << 6 | utf8[offset++] & 0x3F;
        return more == 0 && lead >= 0xC0 && lead < 0xF0 ? Latin16.FromUnicode((char)code) : Unknown;
    }

    /// <summary>A0h to FFh of ISO-8859-16 as ISO-8859-2; where s and t with comma below stand, it has those with cedilla.</summary>
    private static readonly byte[] Latin2High =
    {
        0xA0, 0xA1, 0xB1, 0xA3, 0x45, 0x22, 0xA9, 0xA7, 0xB9, 0x43, 0xAA, 0x3C, 0xAC, 0xAD, 0xBC, 0xAF,
        0xB0, 0x2B, 0xC8, 0xB3, 0xAE, 0x22, 0x20, 0x2E, 0xBE, 0xE8, 0xBA, 0x3E, 0x4F, 0x6F, 0x59, 0xBF,
        0x41, 0xC1, 0xC2, 0xC3, 0xC4, 0xC6, 0x41, 0xC7, 0x45, 0xC9, 0x45, 0xCB, 0x49, 0xCD, 0xCE, 0x49,
        0xD0, 0xD1, 0x4F, 0xD3, 0xD4, 0xD5, 0xD6, 0xA6, 0xDB, 0x55, 0xDA, 0x55, 0xDC, 0xCA, 0xDE, 0xDF,
        0x61, 0xE1, 0xE2, 0xE3, 0xE4, 0xE6, 0x61, 0xE7, 0x65, 0xE9, 0x65, 0xEB, 0x69, 0xED, 0xEE, 0x69,
        0xF0, 0xF1, 0x6F, 0xF3, 0xF4, 0xF5, 0xF6, 0xB6, 0xFB, 0x75, 0xFA, 0x75, 0xFC, 0xEA, 0xFE, 0x79,
    };
}
