using Nf.Firmware.Text;
using Nf.Firmware.WorkingMemory;

namespace Nf.Firmware.Documents;

/// <summary>One line of a document as it is put together; on paper it takes as many rows as it needs, and nothing is cut.</summary>
/// <remarks>
/// Text that is too long goes on in the next row, words whole where they can be. A part that <see cref="AlignRight"/>
/// places stands at the right edge: of the same row, or of one of its own when the left part leaves no room.
/// </remarks>
internal sealed class DocumentLine
{
    /// <summary>Characters of the longest line: a name, an amount and their signs.</summary>
    private const int MaxLength = 120;

    private readonly TextLine _text = new TextLine(MaxLength);
    private readonly TextLine _row;
    private int _right = -1;
    private bool _centred;

    internal DocumentLine(int columns) => _row = new TextLine(columns);

    /// <summary>Width of the paper in characters.</summary>
    internal int Columns => _row.Columns;

    /// <summary>Characters so far.</summary>
    internal int Length => _text.Length;

    internal void Clear()
    {
        _text.Clear();
        _right = -1;
        _centred = false;
    }

    internal void Add(string text) => _text.Add(text);

    /// <summary>Adds text in ISO-8859-16.</summary>
    internal void Add(byte[] latin16, int offset, int count) => _text.Add(latin16, offset, count);

    internal void Add(byte latin16) => _text.Add(latin16);

    /// <summary>Adds an amount in lei with two decimals.</summary>
    internal void AddAmount(long bani) => _text.AddAmount(bani);

    /// <summary>Adds a quantity without the zeros that end its decimals.</summary>
    internal void AddQuantity(long thousandths) => _text.AddQuantity(thousandths);

    internal void AddNumber(long value) => _text.AddNumber(value);

    /// <summary>Adds a whole number with zeros before it.</summary>
    internal void AddPadded(long value, int count) => _text.AddPadded(value, count);

    /// <summary>Adds a date: dd-MM-yyyy.</summary>
    internal void AddDate(long seconds) => _text.AddDate(seconds);

    /// <summary>Adds a time of day: HH:mm:ss.</summary>
    internal void AddTime(long seconds) => _text.AddTime(seconds);

    /// <summary>The line stands in the middle of the paper.</summary>
    internal void Centre() => _centred = true;

    /// <summary>Begins the part for the right edge.</summary>
    /// <returns>What to give to <see cref="AlignRight"/>.</returns>
    internal int StartRight() => _text.Length;

    /// <summary>What was added since stands at the right edge.</summary>
    internal void AlignRight(int from) => _right = from;

    /// <summary>Fills the row to its end with one character.</summary>
    internal void Fill(char c) => _text.Fill(c, Columns);

    /// <summary>Adds the rows to the spool.</summary>
    internal void AddTo(Spool spool, int kind)
    {
        if (IsOneRow())
        {
            spool.Add(_text, kind);
            return;
        }

        for (int at = 0; at >= 0;)
        {
            at = LayOutRow(at);
            spool.Add(_row, kind);
        }
    }

    /// <summary>Writes the rows over earlier ones of the same lengths.</summary>
    internal void Replace(Spool spool, int position, int kind)
    {
        if (IsOneRow())
        {
            spool.Replace(position, _text, kind);
            return;
        }

        for (int at = 0; at >= 0;)
        {
            at = LayOutRow(at);
            position = spool.Replace(position, _row, kind);
        }
    }

    // Most lines are one row: they are laid out where they are, once.
    private bool IsOneRow()
    {
        int length = _text.Length;
        if (_right >= 0)
        {
            if (_centred || length >= Columns) return false;
            _text.MoveRight(_right, Columns);
            _right = -1;
            return true;
        }

        if (length > Columns) return false;
        if (_centred) _text.Centre(Columns);
        _centred = false;
        return true;
    }

    // Lays out the row that begins at a place of the text; gives the next row's place, -1 after the last.
    private int LayOutRow(int start)
    {
        int left = _right < 0 ? _text.Length : _right;
        if (start >= left && _right >= 0) return LayOutRight(start);
        _row.Clear();
        int end = RowEnd(start, left);
        _row.Add(_text.Bytes, start, end - start);
        if (_centred) _row.Centre();
        int next = WordWrap.NextRow(_text.Bytes, end, left);
        if (next < left) return next;
        if (_right < 0) return -1;
        int room = Columns - (end - start) - 1;
        if (_text.Length - _right > room) return left;
        PlaceRight(_right, _text.Length);
        return -1;
    }

    private int LayOutRight(int start)
    {
        _row.Clear();
        int end = RowEnd(start, _text.Length);
        PlaceRight(start, end);
        return end < _text.Length ? end : -1;
    }

    private void PlaceRight(int start, int end)
    {
        int from = _row.StartRight();
        _row.Add(_text.Bytes, start, end - start);
        _row.AlignRight(from);
    }

    private int RowEnd(int start, int length) => WordWrap.RowEnd(_text.Bytes, start, length, Columns);
}
