using Nf.Firmware.Bytes;
using Nf.Firmware.Errors;

namespace Nf.Firmware.Certificates;

/// <summary>The lines of a text, one after the other, each ending in LF or CR LF.</summary>
internal sealed class LineReader
{
    /// <summary>The longest line that is kept, bytes; of a longer one only that it was longer.</summary>
    internal const int MaxLength = 80;

    private readonly byte[] _piece = new byte[64];
    private IByteSource _source;
    private int _position;

    /// <summary>The line without its end.</summary>
    internal byte[] Text { get; } = new byte[MaxLength];

    /// <summary>Its length; more than <see cref="MaxLength"/> when it was longer.</summary>
    internal int Count { get; private set; }

    internal void Begin(IByteSource source)
    {
        _source = source;
        _position = 0;
    }

    /// <summary>Reads the next line.</summary>
    /// <param name="isLine">False at the end of the text.</param>
    internal FiscalError Next(out bool isLine)
    {
        isLine = _position < _source.Length;
        Count = 0;
        FiscalError error = FiscalError.None;
        for (bool isOpen = isLine; isOpen && error == FiscalError.None;) error = TakeCharacter(ref isOpen);
        if (Count > 0 && Count <= MaxLength && Text[Count - 1] == '\r') Count--;
        return error;
    }

    private FiscalError TakeCharacter(ref bool isOpen)
    {
        int at = _position % _piece.Length;
        if (at == 0)
        {
            int left = _source.Length - _position;
            FiscalError error = _source.Read(_position, _piece, 0, left < _piece.Length ? left : _piece.Length);
            if (error != FiscalError.None) return error;
        }

        byte character = _piece[at];
        _position++;
        isOpen = character != '\n' && _position < _source.Length;
        if (character != '\n' && Count <= MaxLength)
        {
            if (Count < MaxLength) Text[Count] = character;
            Count++;
        }

        return FiscalError.None;
    }
}
