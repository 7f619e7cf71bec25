using Nf.Firmware.Errors;
using Nf.Firmware.Text;
using Nf.Hal.Crypto;

namespace Nf.Firmware.Update;

/// <summary>What the maker says of an image, and his signature over it; docs/reference/firmware-update.md is the written form.</summary>
/// <remarks>
/// Nothing of it may be believed before the signature is verified, over the bytes up to <see cref="SignedLength"/>. It is
/// read strictly: the lines in their one order, each with one line feed, and nothing else.
/// <code>if (manifest.Read(data, count) == FiscalError.None) ...</code>
/// </remarks>
public sealed class UpdateManifest
{
    /// <summary>Bytes of the longest one.</summary>
    public const int MaxLength = 1024;

    /// <summary>Bytes of the signature.</summary>
    public const int SignatureLength = 256;

    private const int SignatureLine = 32;
    private const int MaxValue = 32;
    private const int MaxSizeDigits = 8;

    private byte[] _data;
    private int _count;
    private int _at;
    private int _start;
    private int _length;

    /// <summary>The product's name.</summary>
    public string Product { get; private set; } = "";

    /// <summary>Version of the image.</summary>
    public string Version { get; private set; } = "";

    /// <summary>The board that it was made for.</summary>
    public string Board { get; private set; } = "";

    /// <summary>Name of the image's file.</summary>
    public string Image { get; private set; } = "";

    /// <summary>Bytes of the image, at least 1.</summary>
    public int Size { get; private set; }

    /// <summary>SHA-256 of the image.</summary>
    public byte[] Digest { get; } = new byte[Sha256.DigestLength];

    /// <summary>The oldest version that it may follow; the only one when an order goes back.</summary>
    public string From { get; private set; } = "";

    /// <summary>Serial number of the one register that it is for, which may also go back to it; empty for all registers.</summary>
    public string Order { get; private set; } = "";

    /// <summary>Bytes that the signature is over, from the first on.</summary>
    public int SignedLength { get; private set; }

    /// <summary>The signature, RSA PKCS#1 v1.5 with SHA-256, first byte highest.</summary>
    public byte[] Signature { get; } = new byte[SignatureLength];

    /// <summary>Reads a manifest.</summary>
    /// <param name="data">Holds it from its first byte on.</param>
    /// <param name="count">Its bytes.</param>
    /// <returns>UpdateManifestInvalid for anything else than the format's own form.</returns>
    public FiscalError Read(byte[] data, int count)
    {
        _data = data;
        _count = count;
        _at = 0;
        return count <= MaxLength && ReadLines() && ReadSignature() && _at == count ? FiscalError.None : FiscalError.UpdateManifestInvalid;
    }

    private bool ReadLines()
    {
        if (!Line("NF-UPDATE") || !IsFormat() || !Line("product")) return false;
        Product = Value();
        if (!Line("version")) return false;
        Version = Value();
        if (!Line("board")) return false;
        Board = Value();
        if (!Line("image") || !IsFileName()) return false;
        Image = Value();
        if (!Line("size") || !TakeSize() || !Line("sha256", 2 * Digest.Length) || !TakeHex(_start, _length, Digest, 0, Digest.Length) || !Line("from")) return false;
        From = Value();
        Order = Line("order") ? Value() : "";
        return VersionText.Order(Version) != VersionText.None && VersionText.Order(From) != VersionText.None;
    }

    private bool ReadSignature()
    {
        SignedLength = _at;
        if (!Word("signature") || !Take('\n')) return false;
        for (int i = 0; i < SignatureLength; i += SignatureLine)
        {
            if (!TakeHex(_at, 2 * SignatureLine, Signature, i, SignatureLine)) return false;
            _at += 2 * SignatureLine;
            if (!Take('\n')) return false;
        }

        return true;
    }

    private bool Line(string key) => Line(key, MaxValue);

    // A line of a key, a blank and a value of printable characters. One that is not there leaves the place.
    private bool Line(string key, int most)
    {
        int back = _at;
        if (Word(key) && Take(' '))
        {
            _start = _at;
            while (_at < _count && _data[_at] > ' ' && _data[_at] < 0x7F) _at++;
            _length = _at - _start;
            if (_length > 0 && _length <= most && Take('\n')) return true;
        }

        _at = back;
        return false;
    }

    private bool Word(string word)
    {
        if (_count - _at < word.Length) return false;
        for (int i = 0; i < word.Length; i++)
            if (_data[_at + i] != word[i]) return false;
        _at += word.Length;
        return true;
    }

    private bool Take(char c)
    {
        if (_at >= _count || _data[_at] != c) return false;
        _at++;
        return true;
    }

    private string Value() => Latin16.ToText(_data, _start, _length);

    private bool TakeSize()
    {
        Size = 0;
        for (int i = _start; i < _start + _length; i++)
        {
            if (_data[i] < '0' || _data[i] > '9' || _length > MaxSizeDigits) return false;
            Size = Size * 10 + (_data[i] - '0');
        }

        return Size > 0 && _data[_start] != '0';
    }

    private bool IsFormat() => _length == 1 && _data[_start] == '1';

    // Letters, digits and - _ . within: no folder, no hidden file.
    private bool IsFileName()
    {
        for (int i = _start; i < _start + _length; i++)
        {
            byte c = _data[i];
            bool isPlain = c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-' || c == '_';
            if (!isPlain && (c != '.' || i == _start)) return false;
        }

        return true;
    }

    // Capital digits only: a manifest has one form.
    private bool TakeHex(int from, int digits, byte[] target, int offset, int count)
    {
        if (digits != 2 * count || _count - from < digits) return false;
        for (int i = 0; i < digits; i++)
        {
            byte digit = _data[from + i];
            int value = digit >= 'a' ? -1 : HexText.Value(digit);
            if (value < 0) return false;
            int at = offset + i / 2;
            target[at] = (byte)(i % 2 == 0 ? value << 4 : target[at] | value);
        }

        return true;
    }
}
