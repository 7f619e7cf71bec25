using System;
using Nf.Firmware.Money;
using Nf.Firmware.Time;

namespace Nf.Firmware.Text;

/// <summary>One line of a document as it is put together, in ISO-8859-16; never longer than the paper is wide.</summary>
/// <remarks>
/// What does not fit is cut, with one exception: a part that <see cref="AlignRight"/> places (an amount) is always
/// whole, and what stands left of it is cut instead. For that, text past the edge is kept aside until the line is
/// finished.
/// </remarks>
/// <example><code>line.Clear(); line.Add("TOTAL"); int from = line.StartRight(); line.AddAmount(1234); line.AlignRight(from);</code></example>
public sealed class TextLine
{
    private readonly byte[] _digits = new byte[DecimalText.MaxLength];
    private readonly byte[] _blanks;
    private readonly byte[] _bytes;
    private readonly int _columns;
    private int _length;
    private int _aside;
    private int _tail;

    /// <summary>An empty line of that many columns.</summary>
    public TextLine(int columns)
    {
        _columns = columns;
        // The line, a left part's tail, a right part.
        _bytes = new byte[3 * columns];
        _blanks = new byte[columns];
        for (int i = 0; i < columns; i++) _blanks[i] = (byte)' ';
    }

    /// <summary>Width of the paper in characters.</summary>
    public int Columns => _columns;

    /// <summary>The text: the first <see cref="Length"/> bytes. The rest is working room.</summary>
    public byte[] Bytes => _bytes;

    /// <summary>Characters on the line, at most <see cref="Columns"/>.</summary>
    public int Length => _length;

    /// <summary>Empties the line.</summary>
    public void Clear()
    {
        _length = 0;
        ForgetAside();
    }

    /// <summary>Adds text.</summary>
    public void Add(string text)
    {
        int count = text.Length;
        if (count <= _columns - _length)
        {
            byte[] bytes = _bytes;
            int start = _length;
            for (int i = 0; i < count; i++)
            {
                char c = text[i];
                bytes[start + i] = c < 0x80 ? (byte)c : Latin16.FromUnicode(c);
            }

            _length = start + count;
            return;
        }

        bool full = _length == _columns;
        for (int i = 0; i < count; i++) Put(Latin16.FromUnicode(text[i]), full);
    }

    /// <summary>Adds text of the core.</summary>
    public void Add(byte[] latin16, int offset, int count)
    {
        if (count <= _columns - _length)
        {
            Array.Copy(latin16, offset, _bytes, _length, count);
            _length += count;
            return;
        }

        bool full = _length == _columns;
        for (int i = 0; i < count; i++) Put(latin16[offset + i], full);
    }

    /// <summary>Adds one character of the core's text.</summary>
    public void Add(byte latin16)
    {
        if (_length < _columns) _bytes[_length++] = latin16;
        else Put(latin16, true);
    }

    /// <summary>Adds an amount in lei with two decimals.</summary>
    public void AddAmount(long bani) => AddFrom(DecimalText.Write(_digits, DecimalText.MaxLength, bani, 2));

    /// <summary>Adds a quantity without the zeros that end its decimals.</summary>
    public void AddQuantity(long thousandths) => AddFrom(DecimalText.WriteTrimmed(_digits, DecimalText.MaxLength, thousandths, 3));

    /// <summary>Adds a whole number with zeros before it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or has more digits than <paramref name="count"/>.</exception>
    public void AddPadded(long value, int count) => AddDigits(DecimalText.WritePadded(_digits, 0, value, count));

    /// <summary>Adds a whole number.</summary>
    public void AddNumber(long value) => AddFrom(DecimalText.Write(_digits, DecimalText.MaxLength, value, 0));

    /// <summary>Adds a date: dd-MM-yyyy.</summary>
    /// <param name="seconds">Civil time, seconds since 2000.</param>
    public void AddDate(long seconds) => AddDigits(CivilTime.WriteDate(_digits, 0, seconds));

    /// <summary>Adds a time of day: HH:mm:ss.</summary>
    /// <param name="seconds">Civil time, seconds since 2000.</param>
    public void AddTime(long seconds) => AddDigits(CivilTime.WriteTime(_digits, 0, seconds));

    /// <summary>Adds a moment as ANAF's identifiers have it: yyyyMMddHHmmss.</summary>
    /// <param name="seconds">Civil time, seconds since 2000.</param>
    public void AddStamp(long seconds) => AddDigits(CivilTime.WriteStamp(_digits, 0, seconds));

    /// <summary>Moves the text to the middle; an odd space stays at the right.</summary>
    public void Centre() => Centre(_columns);

    /// <summary>Moves the text to the middle of so many columns, which it does not fill.</summary>
    internal void Centre(int columns)
    {
        int margin = (columns - _length) / 2;
        Array.Copy(_bytes, 0, _bytes, margin, _length);
        Spaces(0, margin);
        _length += margin;
        ForgetAside();
    }

    /// <summary>Begins the part that <see cref="AlignRight"/> will place: what was added past the edge is cut for good.</summary>
    /// <returns>The index to give to <see cref="AlignRight"/>.</returns>
    public int StartRight()
    {
        ForgetAside();
        return _length;
    }

    /// <summary>
    /// Moves what was added since index <paramref name="from"/> to the right edge and fills with spaces. When both parts
    /// do not fit, the left one is cut so that one space stays between them. A right part as wide as the line takes it all.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The index is not on the line.</exception>
    public void AlignRight(int from)
    {
        if (from < 0 || from > _length) throw new ArgumentOutOfRangeException("from");
        int start = from == _columns ? _columns + _tail : from;
        int count = _length + _aside - start;
        if (count > _columns) count = _columns;
        int place = _columns - count;
        Array.Copy(_bytes, start, _bytes, place, count);
        Spaces(from < place || count == 0 ? from : place - 1, place);
        _length = _columns;
        ForgetAside();
    }

    /// <summary>Moves what was added since an index so that it ends before a column beyond the text.</summary>
    internal void MoveRight(int from, int column)
    {
        int count = _length - from;
        Array.Copy(_bytes, from, _bytes, column - count, count);
        Spaces(from, column - count);
        _length = column;
    }

    /// <summary>Fills the line with one character up to a column; nothing when it is there already.</summary>
    public void Fill(char c, int column)
    {
        byte b = Latin16.FromUnicode(c);
        byte[] bytes = _bytes;
        int at = _length;
        while (at < column) bytes[at++] = b;
        _length = at;
    }

    private void AddDigits(int count) => Add(_digits, 0, count);

    private void AddFrom(int start) => Add(_digits, start, DecimalText.MaxLength - start);

    /// <summary>Text past the edge goes aside; its tail is what belongs to a text that began on the line.</summary>
    private void Put(byte b, bool full)
    {
        if (_length < _columns)
        {
            _bytes[_length++] = b;
        }
        else if (_aside < (full ? 2 * _columns : _columns))
        {
            _bytes[_columns + _aside++] = b;
            if (!full) _tail = _aside;
        }
    }

    private void Spaces(int start, int end)
    {
        if (start < 0) start = 0;
        if (end > start) Array.Copy(_blanks, 0, _bytes, start, end - start);
    }

    private void ForgetAside()
    {
        _aside = 0;
        _tail = 0;
    }
}
