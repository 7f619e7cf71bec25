namespace Nf.Hal.Crypto;

/// <summary>Writes DER in the text form that TLS stacks take (RFC 7468), as bytes, so that a key's text can be wiped.</summary>
/// <example><code>byte[] text = new byte[PemWriter.Length(label, count)]; if (pem.Begin(text, 0, label, der, 0, count)) while (pem.Step()) { }</code></example>
public sealed class PemWriter : IStepwise
{
    /// <summary>The label of a certificate.</summary>
    public const string Certificate = "CERTIFICATE";

    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    private const int BytesALine = 48;

    /// <summary>So that a step has some 12,000 instructions.</summary>
    private const int LinesAStep = 6;

    private byte[] _text;
    private string _label;
    private byte[] _der;
    private int _from;
    private int _left;

    /// <summary>Where the text ends so far.</summary>
    public int End { get; private set; }

    /// <summary>Bytes of the text of so many bytes of DER under a label.</summary>
    public static int Length(string label, int count)
    {
        int lines = (count + BytesALine - 1) / BytesALine;
        return (count + 2) / 3 * 4 + lines + ((label.Length + 17) << 1) - 2;
    }

    /// <summary>Begins to write DER, which must stay as it is, under a label from a place of the text on; false when it does not fit.</summary>
    public bool Begin(byte[] text, int at, string label, byte[] der, int offset, int count)
    {
        if (Length(label, count) > text.Length - at) return false;
        _text = text;
        _label = label;
        _der = der;
        _from = offset;
        _left = count;
        End = at;
        Write("-----BEGIN ");
        Write(label);
        Write("-----\n");
        return true;
    }

    /// <inheritdoc/>
    public bool Step()
    {
        for (int i = 0; i < LinesAStep && _left > 0; i++) WriteLine();
        if (_left > 0) return true;
        Write("-----END ");
        Write(_label);
        Write("-----\n");
        _text = null;
        _der = null;
        return false;
    }

    private void WriteLine()
    {
        for (int i = 0; i < BytesALine && _left > 0; i += 3) WriteThree();
        _text[End++] = (byte)'\n';
    }

    private void WriteThree()
    {
        int three = _der[_from] << 16;
        if (_left > 1) three |= _der[_from + 1] << 8;
        if (_left > 2) three |= _der[_from + 2];
        _text[End] = (byte)Letters[three >> 18];
        _text[End + 1] = (byte)Letters[three >> 12 & 63];
        _text[End + 2] = _left > 1 ? (byte)Letters[three >> 6 & 63] : (byte)'=';
        _text[End + 3] = _left > 2 ? (byte)Letters[three & 63] : (byte)'=';
        End += 4;
        _from += 3;
        _left = _left > 3 ? _left - 3 : 0;
    }

    private void Write(string part)
    {
        for (int i = 0; i < part.Length; i++) _text[End++] = (byte)part[i];
    }
}
