namespace Nf.Hal.Drivers;

/// <summary>DER in the text form that TLS stacks take (RFC 7468), as bytes, so that a key's text can be wiped.</summary>
internal static class Pem
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    private const int BytesALine = 48;

    /// <summary>Writes <paramref name="length"/> bytes of DER under a label.</summary>
    /// <param name="count">Bytes of the text; what is returned has no more.</param>
    public static byte[] Of(string label, byte[] der, int length, out int count)
    {
        int lines = (length + BytesALine - 1) / BytesALine;
        count = (length + 2) / 3 * 4 + lines + ((label.Length + 17) << 1) - 2;
        byte[] text = new byte[count];
        int at = Write(text, 0, "-----BEGIN ");
        at = Write(text, at, label);
        at = Write(text, at, "-----\n");
        for (int from = 0; from < length; from += 3)
        {
            at = WriteThree(text, at, der, from, length);
            if (from % BytesALine == BytesALine - 3 || from + 3 >= length) text[at++] = (byte)'\n';
        }

        at = Write(text, at, "-----END ");
        at = Write(text, at, label);
        Write(text, at, "-----\n");
        return text;
    }

    private static int Write(byte[] text, int at, string part)
    {
        for (int i = 0; i < part.Length; i++) text[at++] = (byte)part[i];
        return at;
    }

    private static int WriteThree(byte[] text, int at, byte[] der, int from, int length)
    {
        int three = der[from] << 16;
        if (from + 1 < length) three |= der[from + 1] << 8;
        if (from + 2 < length) three |= der[from + 2];
        text[at] = (byte)Letters[three >> 18];
        text[at + 1] = (byte)Letters[three >> 12 & 63];
        text[at + 2] = from + 1 < length ? (byte)Letters[three >> 6 & 63] : (byte)'=';
        text[at + 3] = from + 2 < length ? (byte)Letters[three & 63] : (byte)'=';
        return at + 4;
    }
}
