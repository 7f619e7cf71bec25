using Nf.Firmware.Certificates;
using Nf.Firmware.Errors;

namespace Nf.Firmware.Online;

/// <summary>Base64 in an attribute's value into bytes, a piece a step; blanks and line ends between, as entities too, are passed over.</summary>
/// <remarks>The bytes take the place of the text: they are written from the buffer's first byte on, behind what is read.</remarks>
public sealed class AttributeBase64
{
    private const int CharactersAStep = 256;

    private readonly Base64Decoder _base64 = new Base64Decoder();
    private readonly byte[] _letter = new byte[1];
    private byte[] _bytes;
    private int _at;
    private int _end;

    /// <summary>Bytes decoded.</summary>
    public int Count => _base64.Count;

    /// <summary>Begins with the value as XML writes it.</summary>
    public void Begin(byte[] bytes, int start, int count)
    {
        _bytes = bytes;
        _at = start;
        _end = start + count;
        _base64.Begin(bytes, 0);
    }

    /// <summary>The next step. Busy: ask again; None: <see cref="Count"/> bytes are there; ConfigurationValue: it is no base64.</summary>
    public FiscalError Step()
    {
        int stop = _end - _at > CharactersAStep ? _at + CharactersAStep : _end;
        while (_at < stop)
            if (!TakeLetter()) return FiscalError.ConfigurationValue;
        if (_at < _end) return FiscalError.Busy;
        return _base64.Finish() ? FiscalError.None : FiscalError.ConfigurationValue;
    }

    private bool TakeLetter()
    {
        byte letter = _bytes[_at++];
        if (letter == '&')
        {
            int semicolon = XmlText.EntityEnd(_bytes, _at, _end);
            if (semicolon < 0 || XmlText.Decode(_bytes, _at - 1, semicolon + 2 - _at, _letter, 1) != 1) return false;
            _at = semicolon + 1;
            letter = _letter[0];
        }

        return letter <= ' ' || _base64.Add(letter);
    }
}
