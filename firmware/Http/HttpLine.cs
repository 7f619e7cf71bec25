using Nf.Firmware.Text;

namespace Nf.Firmware.Http;

/// <summary>One line of an answer's header. Of a long one the beginning is kept, and the length is known.</summary>
internal sealed class HttpLine
{
    /// <summary>Bytes that are kept: what the register reads is shorter, cookies and such may be longer.</summary>
    private const int Kept = 128;

    private const int MaxDigits = 7;

    private readonly byte[] _bytes = new byte[Kept];
    private bool _return;

    /// <summary>Bytes of the line without its end.</summary>
    internal int Length { get; private set; }

    /// <summary>All of the line is kept.</summary>
    internal bool IsWhole => Length <= Kept;

    internal void Clear()
    {
        Length = 0;
        _return = false;
    }

    /// <summary>A byte that was kept; 0 beyond.</summary>
    internal byte At(int index) => index < Length && index < Kept ? _bytes[index] : (byte)0;

    /// <summary>Adds a byte as it came.</summary>
    internal LineState Add(byte value)
    {
        if (_return) return value == '\n' ? LineState.Ended : LineState.Malformed;
        if (value == '\r')
        {
            _return = true;
            return LineState.Open;
        }

        if (value < ' ' && value != '\t' || value == 0x7F) return LineState.Malformed;
        if (Length < Kept) _bytes[Length] = value;
        Length++;
        return LineState.Open;
    }

    /// <summary>The line begins with this text of small letters, in either case.</summary>
    internal bool StartsWith(string text, int from)
    {
        if (Length - from < text.Length) return false;
        for (int i = 0; i < text.Length; i++)
        {
            byte c = At(from + i);
            if (c >= 'A' && c <= 'Z') c |= 0x20;
            if (c != text[i]) return false;
        }

        return true;
    }

    /// <summary>Where a header's value begins: after the blanks.</summary>
    internal int SkipBlanks(int from)
    {
        while (At(from) == ' ' || At(from) == '\t') from++;
        return from;
    }

    /// <summary>Nothing but blanks from there to the end.</summary>
    internal bool EndsAt(int from) => IsWhole && SkipBlanks(from) == Length;

    /// <summary>A whole number to the end of the line; -1 when there is anything else, or more than seven digits.</summary>
    internal int Number(int from)
    {
        int value = 0;
        int at = from;
        for (; At(at) >= '0' && At(at) <= '9' && at - from < MaxDigits; at++) value = value * 10 + At(at) - '0';
        return at > from && EndsAt(at) ? value : -1;
    }

    /// <summary>A chunk's size, hexadecimal, with or without an extension; -1 when it is none, or more than six digits.</summary>
    internal int ChunkSize()
    {
        int value = 0;
        int at = 0;
        for (; at < MaxDigits - 1 && HexText.Value(At(at)) >= 0; at++) value = value << 4 | HexText.Value(At(at));
        bool ends = At(at) == ';' || At(at) == ' ' || At(at) == '\t' || at == Length;
        return at > 0 && ends ? value : -1;
    }
}
