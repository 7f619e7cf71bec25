namespace Nf.Firmware.Online;

/// <summary>Reads the small XML of ANAF's answers and files: elements and attributes, no text, no DTD, tight bounds.</summary>
/// <remarks>
/// Comments, declarations and processing instructions are passed over; an element's prefix is left out, and attributes with
/// one, namespaces among them, are not shown. Nothing is copied and nothing allocated:
/// <code>scanner.Begin(bytes, 0, count); while (scanner.Next() == XmlToken.Start) if (scanner.Is("mP")) ...</code>
/// </remarks>
public sealed class XmlScanner
{
    /// <summary>Bytes of a document at most.</summary>
    public const int MaxLength = 16 * 1024;

    private const int MaxDepth = 4;
    private const int MaxAttributes = 24;
    private const int MaxName = 40;

    // Start and length of each: names of the open elements; name and value of the element's attributes.
    private readonly int[] _open = new int[2 * MaxDepth];
    private readonly int[] _attributes = new int[4 * MaxAttributes];
    private byte[] _bytes;
    private int _at;
    private int _end;
    private int _depth;
    private bool _isEmpty;
    private bool _hasRoot;
    private int _name;
    private int _nameLength;

    /// <summary>Attributes of the element that began last.</summary>
    public int Attributes { get; private set; }

    /// <summary>Begins with the first byte of a range.</summary>
    public void Begin(byte[] bytes, int offset, int count)
    {
        _bytes = bytes;
        _at = offset;
        _end = count <= MaxLength ? offset + count : offset;
        _depth = 0;
        _isEmpty = false;
        _hasRoot = false;
        Attributes = 0;
        if (count >= 3 && bytes[offset] == 0xEF && bytes[offset + 1] == 0xBB && bytes[offset + 2] == 0xBF) _at += 3;
    }

    /// <summary>The element that began last, whatever its prefix, has this name.</summary>
    public bool Is(string name) => XmlText.Are(_bytes, _name, _nameLength, name);

    /// <summary>The place of an attribute among those of the element; -1 when it has none of the name.</summary>
    public int Find(string name)
    {
        for (int i = 0; i < Attributes; i++)
            if (XmlText.Are(_bytes, _attributes[4 * i], _attributes[4 * i + 1], name)) return i;
        return -1;
    }

    /// <summary>Where an attribute's value begins in the bytes, as it is written there.</summary>
    public int ValueStart(int attribute) => _attributes[4 * attribute + 2];

    /// <summary>How long it is there.</summary>
    public int ValueLength(int attribute) => _attributes[4 * attribute + 3];

    /// <summary>Goes on to where the next element begins or ends.</summary>
    public XmlToken Next()
    {
        if (_isEmpty)
        {
            _isEmpty = false;
            _depth--;
            return XmlToken.End;
        }

        while (true)
        {
            SkipBlanks();
            if (_at >= _end) return _hasRoot && _depth == 0 ? XmlToken.Finished : XmlToken.Wrong;
            if (_bytes[_at++] != '<' || _at == _end) return XmlToken.Wrong;
            byte next = _bytes[_at];
            if (next == '?' || next == '!')
            {
                if (!SkipAside(next)) return XmlToken.Wrong;
                continue;
            }

            bool good = next == '/' ? EndTag() : StartTag();
            if (!good) return XmlToken.Wrong;
            return next == '/' ? XmlToken.End : XmlToken.Start;
        }
    }

    // A declaration or an instruction, <? ... ?>, or a comment, <!-- ... -->. A DTD could define entities: refused.
    private bool SkipAside(byte kind)
    {
        if (kind == '?') return SkipTo("?>");
        if (!Takes("!--")) return false;
        return SkipTo("-->");
    }

    private bool SkipTo(string end)
    {
        for (; _at + end.Length <= _end; _at++)
            if (Takes(end)) return true;
        return false;
    }

    private bool Takes(string text)
    {
        if (_at + text.Length > _end || !XmlText.Are(_bytes, _at, text.Length, text)) return false;
        _at += text.Length;
        return true;
    }

    private bool EndTag()
    {
        _at++;
        int start = _at;
        int length = Name();
        SkipBlanks();
        if (length == 0 || _depth == 0 || !Takes(">")) return false;
        _depth--;
        if (length != _open[2 * _depth + 1]) return false;
        return IsSame(start, _open[2 * _depth], length);
    }

    private bool StartTag()
    {
        if (_depth == MaxDepth || _depth == 0 && _hasRoot) return false;
        _hasRoot = true;
        int start = _at;
        int length = Name();
        if (length == 0) return false;
        _open[2 * _depth] = start;
        _open[2 * _depth + 1] = length;
        _depth++;
        int colon = Colon(start, length);
        _name = start + colon + 1;
        _nameLength = length - colon - 1;
        return _nameLength > 0 && AttributeList();
    }

    private bool AttributeList()
    {
        Attributes = 0;
        while (true)
        {
            int before = _at;
            SkipBlanks();
            if (Takes(">")) return true;
            if (Takes("/>")) return _isEmpty = true;
            if (_at == before || Attributes == MaxAttributes || !Attribute()) return false;
        }
    }

    // Attributes with a prefix are kept, so that the same one twice is seen, under a name that nobody asks for.
    private bool Attribute()
    {
        int name = _at;
        int nameLength = Name();
        SkipBlanks();
        if (nameLength == 0 || !Takes("=")) return false;
        SkipBlanks();
        if (_at == _end) return false;
        byte quote = _bytes[_at++];
        if (quote != '"' && quote != '\'') return false;
        int value = _at;
        if (!SkipValue(quote)) return false;
        for (int i = 0; i < Attributes; i++)
            if (_attributes[4 * i + 1] == nameLength && IsSame(_attributes[4 * i], name, nameLength)) return false;
        int at = 4 * Attributes++;
        _attributes[at] = name;
        _attributes[at + 1] = nameLength;
        _attributes[at + 2] = value;
        _attributes[at + 3] = _at++ - value;
        return true;
    }

    // Goes to the closing quote. A certificate's value has thousands of bytes: without a call for each of them.
    private bool SkipValue(byte quote)
    {
        byte[] bytes = _bytes;
        for (int at = _at; at < _end; at++)
        {
            byte b = bytes[at];
            if (b == quote)
            {
                _at = at;
                return true;
            }

            if (b == '<' || b < ' ' && !IsBlank(b)) return false;
        }

        return false;
    }

    private int Name()
    {
        int start = _at;
        while (_at < _end && IsOfName(_bytes[_at], _at == start)) _at++;
        return _at - start <= MaxName ? _at - start : 0;
    }

    private int Colon(int start, int length)
    {
        for (int i = 0; i < length; i++)
            if (_bytes[start + i] == ':') return i;
        return -1;
    }

    private void SkipBlanks()
    {
        while (_at < _end && IsBlank(_bytes[_at])) _at++;
    }

    private bool IsSame(int a, int b, int length)
    {
        for (int i = 0; i < length; i++)
            if (_bytes[a + i] != _bytes[b + i]) return false;
        return true;
    }

    private static bool IsBlank(byte b) => b == ' ' || b == '\n' || b == '\r' || b == '\t';

    private static bool IsOfName(byte b, bool isFirst)
    {
        int letter = b | 0x20;
        if (letter >= 'a' && letter <= 'z' || b == '_') return true;
        return !isFirst && (b >= '0' && b <= '9' || b == ':' || b == '-' || b == '.');
    }
}
