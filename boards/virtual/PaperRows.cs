namespace Nf.Boards.Virtual;

/// <summary>Bytes of UTF-8 as rows of a text that is as wide as the paper, without blanks at their ends.</summary>
public sealed class PaperRows
{
    private const char Scissors = '\u2702';

    private readonly int _columns;
    private readonly char[] _text = new char[256];
    private int _length;
    private int _at;

    /// <param name="columns">Characters across the paper, 18 to 64.</param>
    public PaperRows(int columns) => _columns = columns;

    /// <summary>Rows of a code are left.</summary>
    public bool HasMore => _at < _length;

    /// <summary>A line of text.</summary>
    public string Plain(byte[] text, int offset, int count)
    {
        _length = 0;
        Add(text, offset, count);
        return Row(0, _length, 0);
    }

    /// <summary>Where the paper is cut.</summary>
    public string Cut()
    {
        for (int i = 0; i < _columns; i++) _text[i] = i == 2 ? Scissors : '-';
        return Row(0, _columns, 0);
    }

    /// <summary>Begins a code: its kind, what it says, and a bracket.</summary>
    public void Begin(string kind, byte[] text, int offset, int count)
    {
        _length = 0;
        for (int i = 0; i < kind.Length; i++) _text[_length++] = kind[i];
        Add(text, offset, count);
        _text[_length++] = ']';
        _at = 0;
    }

    /// <summary>The code's next row, in the middle of the paper.</summary>
    public string Next()
    {
        int from = _at;
        _at = _length - from < _columns ? _length : from + _columns;
        return Row(from, _at - from, (_columns - (_at - from)) / 2);
    }

    private void Add(byte[] text, int offset, int count)
    {
        int end = offset + count;
        while (offset < end)
        {
            int first = text[offset++];
            int more = first < 0x80 ? 0 : first < 0xE0 ? 1 : 2;
            int point = more == 0 ? first : first & 0x3F >> more;
            for (; more > 0; more--) point = point << 6 | text[offset++] & 0x3F;
            _text[_length++] = (char)point;
        }
    }

    private string Row(int from, int count, int indent)
    {
        while (count > 0 && _text[from + count - 1] == ' ') count--;
        if (count == 0) return "";
        char[] row = new char[indent + count];
        for (int i = 0; i < row.Length; i++) row[i] = i < indent ? ' ' : _text[from + i - indent];
        return new string(row);
    }
}
