using Nf.Firmware.Bytes;
using Nf.Firmware.Errors;

namespace Nf.Firmware.Certificates;

/// <summary>The blocks of a PEM file, decoded one after the other (RFC 7468), strictly and in bounded memory.</summary>
/// <remarks>
/// Text outside the blocks is passed over. Inside there are only full lines of base64: no headers, so no encrypted keys.
/// <code>
/// reader.Begin(file);
/// while ((error = reader.Next(buffer, 0, out PemLabel label, out int count)) == FiscalError.None &amp;&amp; label != PemLabel.None) ...
/// </code>
/// </remarks>
public sealed class PemReader
{
    /// <summary>The longest file that is read, bytes.</summary>
    public const int MaxFile = 32768;

    private const int LongestBase64 = 76;

    private static readonly byte[] BeginMark = { 45, 45, 45, 45, 45, 66, 69, 71, 73, 78, 32 };
    private static readonly byte[] EndMark = { 45, 45, 45, 45, 45, 69, 78, 68, 32 };

    private readonly LineReader _lines = new LineReader();
    private readonly Base64Decoder _decoder = new Base64Decoder();
    private bool _isTooLong;

    /// <summary>Begins with a file.</summary>
    public void Begin(IByteSource source)
    {
        _isTooLong = source.Length > MaxFile;
        _lines.Begin(source);
    }

    /// <summary>Decodes the next block.</summary>
    /// <param name="target">Where its bytes go.</param>
    /// <param name="offset">The place of the first one.</param>
    /// <param name="label">What it holds; None when there is no further one.</param>
    /// <param name="count">Its bytes.</param>
    /// <returns>PemInvalid; PemUnsupported for a block with another label; an error of the source.</returns>
    public FiscalError Next(byte[] target, int offset, out PemLabel label, out int count)
    {
        label = PemLabel.None;
        count = 0;
        if (_isTooLong) return FiscalError.PemInvalid;
        FiscalError error = FindBegin(out bool isFound);
        if (error != FiscalError.None || !isFound) return error;
        PemLabel found = Label(BeginMark.Length);
        if (found == PemLabel.None) return FiscalError.PemUnsupported;
        _decoder.Begin(target, offset);
        error = Decode(found);
        if (error != FiscalError.None) return error;
        label = found;
        count = _decoder.Count;
        return FiscalError.None;
    }

    private FiscalError FindBegin(out bool isFound)
    {
        isFound = false;
        for (; ; )
        {
            FiscalError error = _lines.Next(out bool isLine);
            if (error != FiscalError.None || !isLine) return error;
            if (StartsWith(EndMark)) return FiscalError.PemInvalid;
            isFound = StartsWith(BeginMark);
            if (isFound) return FiscalError.None;
        }
    }

    private FiscalError Decode(PemLabel label)
    {
        for (; ; )
        {
            FiscalError error = _lines.Next(out bool isLine);
            if (error != FiscalError.None) return error;
            if (!isLine) return FiscalError.PemInvalid;
            if (StartsWith(EndMark)) break;
            if (!DecodeLine()) return FiscalError.PemInvalid;
        }

        bool isWhole = Label(EndMark.Length) == label && _decoder.Finish() && _decoder.Count > 0;
        return isWhole ? FiscalError.None : FiscalError.PemInvalid;
    }

    private bool DecodeLine()
    {
        int count = _lines.Count;
        if (count == 0 || count > LongestBase64) return false;
        for (int i = 0; i < count; i++)
        {
            if (!_decoder.Add(_lines.Text[i])) return false;
        }

        return true;
    }

    private PemLabel Label(int at)
    {
        if (Is(at, "CERTIFICATE-----")) return PemLabel.Certificate;
        if (Is(at, "PKCS7-----") || Is(at, "CMS-----")) return PemLabel.Signed;
        if (Is(at, "PRIVATE KEY-----")) return PemLabel.PrivateKey;
        return Is(at, "RSA PRIVATE KEY-----") ? PemLabel.RsaPrivateKey : PemLabel.None;
    }

    private bool Is(int at, string text)
    {
        if (_lines.Count - at != text.Length) return false;
        for (int i = 0; i < text.Length; i++)
        {
            if (_lines.Text[at + i] != text[i]) return false;
        }

        return true;
    }

    private bool StartsWith(byte[] mark)
    {
        if (_lines.Count < mark.Length) return false;
        for (int i = 0; i < mark.Length; i++)
        {
            if (_lines.Text[i] != mark[i]) return false;
        }

        return true;
    }
}
