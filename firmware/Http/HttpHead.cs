namespace Nf.Firmware.Http;

/// <summary>The header of an answer: its status and the few fields that say how to read the body.</summary>
internal sealed class HttpHead
{
    private const int MaxType = 64;
    private const int StatusStart = 9;
    private const int StatusLength = 3;
    private const int LastInterim = 199;
    private const int NoContent = 204;
    private const int NotModified = 304;

    private readonly byte[] _type = new byte[MaxType];
    private int _typeLength;
    private bool _hasStatus;

    /// <summary>The line that is coming in.</summary>
    internal HttpLine Line { get; } = new HttpLine();

    internal int Status { get; private set; }

    /// <summary>Bytes of the body as stated; -1 when not.</summary>
    internal int Length { get; private set; }

    internal bool IsChunked { get; private set; }

    internal bool IsDone { get; private set; }

    /// <summary>An answer of this status has none, whatever its fields say.</summary>
    internal bool HasNoBody => Status == NoContent || Status == NotModified;

    internal void Clear()
    {
        Line.Clear();
        BeginHead();
        Status = 0;
    }

    /// <summary>The media type is this one, in small letters; parameters do not count.</summary>
    internal bool HasType(string mediaType)
    {
        if (_typeLength != mediaType.Length) return false;
        for (int i = 0; i < mediaType.Length; i++)
            if (_type[i] != mediaType[i]) return false;
        return true;
    }

    /// <summary>Takes the line that came in; false when it is malformed.</summary>
    internal bool EndLine()
    {
        if (!_hasStatus) return TakeStatus();
        if (Line.Length > 0) return TakeField();
        // An interim answer (100, 103): the true one follows.
        if (Status <= LastInterim) BeginHead();
        else IsDone = true;
        // Chunks and a stated length together are how answers are smuggled: RFC 9112, 6.3.
        return !IsChunked || Length < 0;
    }

    private void BeginHead()
    {
        _hasStatus = false;
        _typeLength = 0;
        Length = -1;
        IsChunked = false;
        IsDone = false;
    }

    // HTTP/1.1 200 OK; the reason may be missing, with or without its space.
    private bool TakeStatus()
    {
        if (!Line.StartsWith("http/1.", 0) || Line.At(0) != 'H' || Line.At(StatusStart - 1) != ' ') return false;
        byte version = Line.At(StatusStart - 2);
        if (version != '1' && version != '0') return false;
        Status = 0;
        for (int i = StatusStart; i < StatusStart + StatusLength; i++)
        {
            byte digit = Line.At(i);
            if (digit < '0' || digit > '9') return false;
            Status = Status * 10 + digit - '0';
        }

        bool ends = Line.Length == StatusStart + StatusLength || Line.At(StatusStart + StatusLength) == ' ';
        _hasStatus = ends && Status >= 100 && Status <= 599 && Status != 101;
        return _hasStatus;
    }

    private bool TakeField()
    {
        if (!HasName()) return false;
        if (Line.StartsWith("content-length:", 0)) return TakeLength(15);
        if (Line.StartsWith("transfer-encoding:", 0)) return TakeCoding(18);
        if (Line.StartsWith("content-type:", 0)) return TakeType(13);
        // A body that was packed would have to be unpacked; the register asked for none.
        if (Line.StartsWith("content-encoding:", 0)) return Is("identity", 17);
        return true;
    }

    // A name without blanks before the colon, and no line that goes on the one before: RFC 9112, 5.1 and 5.2.
    private bool HasName()
    {
        int at = 0;
        while (Line.At(at) > ' ' && Line.At(at) != ':' && Line.At(at) < 0x7F) at++;
        return at > 0 && Line.At(at) == ':';
    }

    private bool TakeLength(int from)
    {
        int length = Line.Number(Line.SkipBlanks(from));
        if (length < 0 || Length >= 0 && Length != length) return false;
        Length = length;
        return true;
    }

    private bool TakeCoding(int from)
    {
        if (IsChunked || !Is("chunked", from)) return false;
        IsChunked = true;
        return true;
    }

    private bool TakeType(int from)
    {
        int at = Line.SkipBlanks(from);
        for (_typeLength = 0; Line.At(at) > ' ' && Line.At(at) != ';'; at++)
        {
            byte c = Line.At(at);
            if (_typeLength == MaxType) return false;
            _type[_typeLength++] = c >= 'A' && c <= 'Z' ? (byte)(c | 0x20) : c;
        }

        return true;
    }

    private bool Is(string value, int from)
    {
        int at = Line.SkipBlanks(from);
        return Line.StartsWith(value, at) && Line.EndsAt(at + value.Length);
    }
}
