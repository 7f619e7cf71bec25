using Nf.Firmware.Text;
using Nf.Hal.Devices;

namespace Nf.Firmware.Documents;

/// <summary>Where a line of free text stands across the paper; the values are those of the host protocol.</summary>
internal enum TextAlign
{
    Left = 0,
    Centre = 1,
    Right = 2,
}

/// <summary>What a host adds to a document between its own lines: text with a look, a separator, a code.</summary>
/// <remarks>
/// The paper shows what its printer can: bold, double height (which is bold, too) and underline; italics are printed
/// upright. A code goes to paper only, its content as a line of text below it to paper and journal.
/// </remarks>
internal sealed class FreeText
{
    /// <summary>Characters of a text at most.</summary>
    internal const int MaxLength = 72;

    private readonly DocumentWriter _writer;
    private readonly TextLine _code = new TextLine(Symbol.MaxLength);

    internal FreeText(DocumentWriter writer) => _writer = writer;

    /// <summary>Text in ISO-8859-16; words stay whole where it breaks into lines.</summary>
    internal void Text(byte[] text, int length, LineStyle style, TextAlign align)
    {
        if (length == 0) _writer.Text("");
        else _writer.Wrapped(text, length, style, align);
    }

    /// <summary>A row of one character as wide as the paper, with a blank between each two if wanted.</summary>
    internal void Separator(char sign, bool spaced)
    {
        DocumentLine line = _writer.Line;
        line.Clear();
        if (spaced) line.Add((byte)sign);
        else line.Fill(sign);
        while (line.Length + 2 <= _writer.Columns)
        {
            line.Add((byte)' ');
            line.Add((byte)sign);
        }

        _writer.Put();
    }

    /// <summary>A bar code with its characters below, or a QR code.</summary>
    internal void Code(Symbol symbol)
    {
        _code.Clear();
        _code.Add(symbol.Text, 0, symbol.Length);
        _writer.PutSymbol(_code, symbol.Style);
        if (symbol.Style != LineStyle.QrCode) _writer.Wrapped(symbol.Text, symbol.Length, LineStyle.Normal, TextAlign.Centre);
    }

    /// <summary>How a line with these attributes is printed.</summary>
    internal static LineStyle Style(bool bold, bool tall, bool underlined)
    {
        if (tall) return underlined ? LineStyle.TallUnderlined : LineStyle.Tall;
        if (bold) return underlined ? LineStyle.BoldUnderlined : LineStyle.Bold;
        return underlined ? LineStyle.Underlined : LineStyle.Normal;
    }
}
