namespace Nf.Hal.Crypto;

/// <summary>DER in the text form that TLS stacks take (RFC 7468), as bytes, so that a key's text can be wiped.</summary>
/// <example><code>byte[] text = new byte[Pem.Length(label, count)]; Pem.Add(text, 0, label, der, 0, count);</code></example>
public static class Pem
{
    /// <summary>The label of a certificate.</summary>
    public const string Certificate = "CERTIFICATE";

    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    private const int BytesALine = 48;

    /// <summary>Bytes of the text of so many bytes of DER under a label.</summary>
    public static int Length(string label, int count)
    {
        int lines = (count + BytesALine - 1) / BytesALine;
        return (count + 2) / 3 * 4 + lines + ((label.Length + 17) << 1) - 2;
    }

    /// <summary>Writes DER under a label behind what stands in the text; -1 when it does not fit.</summary>
    /// <returns>Where the text ends.</returns>
    public static int Add(byte[] text, int at, string label, byte[] der, int offset, int count)
    {
        if (Length(label, count) > text.Length - at) return -1;
        at = Write(text, at, "-----BEGIN ");
        at = Write(text, at, label);
        at = Write(text, at, "-----\n");
        for (int from = 0; from < count; from += 3)
        {
            at = WriteThree(text, at, der, offset + from, count - from);
            if (from % BytesALine == BytesALine - 3 || from + 3 >= count) text[at++] = (byte)'\n';
        }

        at = Write(text, at, "-----END ");
        at = Write(text, at, label);
        return Write(text, at, "-----\n");
    }

    private static int Write(byte[] text, int at, string part)
    {
        for (int i = 0; i < part.Length; i++) text[at++] = (byte)part[i];
        return at;
    }

    private static int WriteThree(byte[] text, int at, byte[] der, int from, int left)
    {
        int three = der[from] << 16;
        if (left > 1) three |= der[from + 1] << 8;
        if (left > 2) three |= der[from + 2];
        text[at] = (byte)Letters[three >> 18];
        text[at + 1] = (byte)Letters[three >> 12 & 63];
        text[at + 2] = left > 1 ? (byte)Letters[three >> 6 & 63] : (byte)'=';
        text[at + 3] = left > 2 ? (byte)Letters[three & 63] : (byte)'=';
        return at + 4;
    }
}
