using Nf.Firmware.Bytes;
using Nf.Firmware.Errors;
using Nf.Firmware.Money;
using Nf.Firmware.Text;
using Nf.Hal.Devices;

namespace Nf.Firmware.Http;

/// <summary>A POST on its way out: header first, then the body as the connection takes it, a piece at a time.</summary>
internal sealed class HttpRequest
{
    /// <summary>Bytes that are handed over at once; the header fits in one piece.</summary>
    internal const int PieceSize = 512;

    private readonly byte[] _piece = new byte[PieceSize];
    private readonly byte[] _digits = new byte[DecimalText.MaxLength];
    private IByteSource _body;
    private int _bodyAt;
    private int _sent;
    private int _length;

    /// <summary>Why the body could not be read.</summary>
    internal FiscalError Error { get; private set; }

    /// <summary>Everything was taken.</summary>
    internal bool IsSent => _sent == _length && _bodyAt == _body.Length;

    /// <summary>Lets go of the body.</summary>
    internal void Forget() => _body = null;

    /// <summary>Lays out the header (docs/reference/anaf-protocol.md).</summary>
    internal void Begin(HttpUrl url, string contentType, IByteSource body)
    {
        _body = body;
        _bodyAt = _sent = _length = 0;
        Error = FiscalError.None;
        Add("POST ");
        _length += url.WritePath(_piece, _length);
        Add(" HTTP/1.1\r\nHost: ");
        Add(url.Host);
        if (url.Port != HttpUrl.DefaultPort)
        {
            Add(":");
            AddNumber(url.Port);
        }

        Add("\r\nContent-Type: ");
        Add(contentType);
        Add("\r\nContent-Length: ");
        AddNumber(body.Length);
        Add("\r\nConnection: close\r\n\r\n");
    }

    /// <summary>Hands over what the connection takes; true when it took something.</summary>
    internal bool Send(ISecureConnection connection)
    {
        if (_sent == _length && !ReadPiece()) return false;
        int taken = connection.Write(_piece, _sent, _length - _sent);
        _sent += taken;
        return taken > 0;
    }

    private bool ReadPiece()
    {
        int count = _body.Length - _bodyAt;
        if (count > PieceSize) count = PieceSize;
        _sent = _length = 0;
        Error = _body.Read(_bodyAt, _piece, 0, count);
        if (Error != FiscalError.None) return false;
        _bodyAt += count;
        _length = count;
        return count > 0;
    }

    private void Add(string text) => _length += Latin16.Write(text, _piece, _length, PieceSize - _length);

    private void AddNumber(int value)
    {
        int start = DecimalText.Write(_digits, DecimalText.MaxLength, value, 0);
        while (start < DecimalText.MaxLength) _piece[_length++] = _digits[start++];
    }
}
