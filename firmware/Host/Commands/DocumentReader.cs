using Nf.Firmware.Errors;
using Nf.Firmware.Journal;
using Nf.Firmware.Text;
using Nf.Hal.Devices;

namespace Nf.Firmware.Host.Commands;

/// <summary>Gives a chosen document of the journal to the host: line after line, or block after block.</summary>
internal sealed class DocumentReader
{
    /// <summary>Bytes of a block: 192 characters in base64.</summary>
    private const int BlockLength = 144;
    private const string Digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    private readonly IJournalMedium _medium;
    private readonly JournalLines _lines;
    private readonly byte[] _bytes = new byte[256];
    private readonly byte[] _four = new byte[4];
    private string _file;
    private int _position;
    private int _end;

    internal DocumentReader(IJournalMedium medium)
    {
        _medium = medium;
        _lines = new JournalLines(medium);
    }

    /// <summary>Goes to the document's beginning.</summary>
    internal FiscalError Open(DocumentChoice document)
    {
        _file = JournalFiles.Text(document.Day);
        _position = document.Start;
        _end = document.Length < 0 ? _medium.Length(_file) : document.Start + document.Length;
        return _lines.Open(_file, document.Start, document.Length);
    }

    /// <summary>The next line, in the host's code page. NoMoreData at the end.</summary>
    internal FiscalError Line(DatecsAnswer answer)
    {
        FiscalError error = _lines.Next(out bool isEnd);
        if (error != FiscalError.None) return error;
        if (isEnd) return FiscalError.NoMoreData;
        int count = _lines.Length < _bytes.Length ? _lines.Length : _bytes.Length;
        int length = FileText.Encode(_lines.Buffer, _lines.Offset, count, FileEncoding.Latin16, _bytes, 0);
        for (int i = 0; i < length; i++) _bytes[i] = HostText.Encode(_bytes[i]);
        answer.Ok();
        answer.Add(_bytes, 0, length);
        answer.Tab();
        return FiscalError.None;
    }

    /// <summary>The next bytes as they stand in the file, in base64. NoMoreData at the end.</summary>
    internal FiscalError Block(DatecsAnswer answer)
    {
        int count = _end - _position < BlockLength ? _end - _position : BlockLength;
        if (count <= 0) return FiscalError.NoMoreData;
        if (_medium.Read(_file, _position, _bytes, 0, count) != DeviceResult.Ok)
            return _medium.Present ? FiscalError.JournalDamaged : FiscalError.JournalMissing;
        _position += count;
        answer.Ok();
        for (int i = 0; i < count; i += 3) Four(answer, i, count - i);
        answer.Tab();
        return FiscalError.None;
    }

    private void Four(DatecsAnswer answer, int at, int left)
    {
        int bits = _bytes[at] << 16;
        if (left > 1) bits |= _bytes[at + 1] << 8;
        if (left > 2) bits |= _bytes[at + 2];
        for (int i = 0; i < 4; i++) _four[i] = (byte)(i <= left ? Digits[bits >> 18 - 6 * i & 63] : '=');
        answer.Add(_four, 0, 4);
    }
}
