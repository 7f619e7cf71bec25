using Nf.Firmware.Bytes;
using Nf.Firmware.Errors;
using Nf.Firmware.Money;
using Nf.Firmware.Time;

namespace Nf.Firmware.Messages;

/// <summary>Writes XML whose values are all attributes, element by element, into a sink; a tag a line, so that people can read it.</summary>
/// <remarks>
/// One buffer, no strings made. After an error nothing more is written:
/// <code>xml.Open("bon"); xml.Amount("totB", 1210); xml.EndOpen(true); xml.Flush();</code>
/// </remarks>
internal sealed class XmlWriter
{
    // Longer than any start tag of the messages: the longest, rB, has 19 attributes.
    private const int BufferLength = 640;
    private const int LongestValue = 64;
    private const int LastControl = 0x1F;

    private readonly byte[] _buffer = new byte[BufferLength];
    private readonly byte[] _value = new byte[LongestValue];
    private IByteSink _sink;
    private int _length;

    /// <summary>What the sink said first.</summary>
    internal FiscalError Error { get; private set; }

    /// <summary>Begins a document.</summary>
    internal void Begin(IByteSink sink)
    {
        Continue(sink);
        Add("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    }

    /// <summary>Begins the next piece of a document, or goes on into another sink.</summary>
    internal void Continue(IByteSink sink)
    {
        _sink = sink;
        _length = 0;
        Error = FiscalError.None;
    }

    /// <summary>Begins a start tag.</summary>
    internal void Open(string element)
    {
        AddByte((byte)'<');
        Add(element);
    }

    /// <summary>Ends a start tag.</summary>
    /// <param name="isEmpty">The element holds nothing and ends, too.</param>
    internal void EndOpen(bool isEmpty) => Add(isEmpty ? "/>\n" : ">\n");

    /// <summary>Writes an end tag.</summary>
    internal void Close(string element)
    {
        Add("</");
        Add(element);
        Add(">\n");
    }

    /// <summary>Adds an attribute of plain text, without characters that XML knows.</summary>
    internal void Plain(string name, string value) => Plain(name, value, 0);

    /// <summary>As <see cref="Plain(string, string)"/>, from a place in the text on.</summary>
    internal void Plain(string name, string value, int from)
    {
        Name(name);
        for (int i = from; i < value.Length; i++) AddByte((byte)value[i]);
        AddByte((byte)'"');
    }

    /// <summary>Adds an attribute of any text in UTF-8.</summary>
    internal void Text(string name, byte[] utf8, int offset, int count)
    {
        Name(name);
        for (int i = 0; i < count; i++) Escape(utf8[offset + i]);
        AddByte((byte)'"');
    }

    /// <summary>Adds an attribute with an amount in lei, two decimals.</summary>
    internal void Amount(string name, long bani) => Decimal(name, bani, 2);

    /// <summary>Adds an attribute with a whole number.</summary>
    internal void Number(string name, long value) => Decimal(name, value, 0);

    /// <summary>Adds an attribute with a moment: dd.MM.yyyy HH:mm:ss.</summary>
    internal void Moment(string name, long seconds)
    {
        int length = CivilTime.WriteDate(_value, 0, seconds);
        _value[2] = (byte)'.';
        _value[5] = (byte)'.';
        _value[length++] = (byte)' ';
        length += CivilTime.WriteTime(_value, length, seconds);
        Text(name, _value, 0, length);
    }

    /// <summary>Gives the sink what is in the buffer: at the end of each piece.</summary>
    internal void Flush()
    {
        if (_length > 0 && Error == FiscalError.None) Error = _sink.Write(_buffer, 0, _length);
        _length = 0;
    }

    private void Decimal(string name, long value, int decimals)
    {
        int from = DecimalText.Write(_value, LongestValue, value, decimals);
        Text(name, _value, from, LongestValue - from);
    }

    private void Name(string name)
    {
        AddByte((byte)' ');
        Add(name);
        Add("=\"");
    }

    // A control character has no place in XML 1.0, not even as a reference.
    private void Escape(byte value)
    {
        switch (value)
        {
            case (byte)'&':
                Add("&amp;");
                break;
            case (byte)'<':
                Add("&lt;");
                break;
            case (byte)'"':
                Add("&quot;");
                break;
            default:
                AddByte(value <= LastControl ? (byte)' ' : value);
                break;
        }
    }

    private void Add(string text)
    {
        for (int i = 0; i < text.Length; i++) AddByte((byte)text[i]);
    }

    private void AddByte(byte value)
    {
        if (_length == BufferLength) Flush();
        _buffer[_length++] = value;
    }
}
