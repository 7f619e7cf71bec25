namespace Nf.Firmware.Certificates;

/// <summary>Writes certificates as PEM (RFC 7468), for TLS stacks that want text.</summary>
internal static class PemText
{
    private const int LineLength = 64;
    private const string Begin = "-----BEGIN CERTIFICATE-----\n";
    private const string End = "-----END CERTIFICATE-----\n";

    /// <summary>Writes one certificate behind what stands in the text; -1 when it does not fit.</summary>
    /// <returns>Where the text ends.</returns>
    internal static int Add(byte[] text, int at, byte[] der, DerRange certificate)
    {
        int characters = (certificate.Count + 2) / 3 * 4;
        int lines = (characters + LineLength - 1) / LineLength;
        if (at + Begin.Length + characters + lines + End.Length > text.Length) return -1;
        at = Put(text, at, Begin);
        for (int i = 0, column = 0; i < certificate.Count; i += 3)
        {
            Group(text, at, der, certificate.Offset + i, certificate.Count - i);
            at += 4;
            column += 4;
            if (column < LineLength && i + 3 < certificate.Count) continue;
            text[at++] = (byte)'\n';
            column = 0;
        }

        return Put(text, at, End);
    }

    private static void Group(byte[] text, int at, byte[] der, int offset, int left)
    {
        int bits = der[offset] << 16;
        if (left > 1) bits |= der[offset + 1] << 8;
        if (left > 2) bits |= der[offset + 2];
        text[at] = Letter(bits >> 18);
        text[at + 1] = Letter(bits >> 12 & 63);
        text[at + 2] = left > 1 ? Letter(bits >> 6 & 63) : (byte)'=';
        text[at + 3] = left > 2 ? Letter(bits & 63) : (byte)'=';
    }

    private static byte Letter(int value)
    {
        if (value < 26) return (byte)('A' + value);
        if (value < 52) return (byte)('a' + value - 26);
        if (value < 62) return (byte)('0' + value - 52);
        return value == 62 ? (byte)'+' : (byte)'/';
    }

    private static int Put(byte[] text, int at, string what)
    {
        for (int i = 0; i < what.Length; i++) text[at++] = (byte)what[i];
        return at;
    }
}
