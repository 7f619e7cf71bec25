using Nf.Hal.Devices;

namespace Nf.Boards.Virtual;

/// <summary>A printer whose paper is lines of text.</summary>
public sealed class PaperPrinter : IPrinter, ICashDrawer
{
    private readonly ITextOutput _output;
    private readonly PaperRows _rows;

    /// <param name="output">Where the paper goes.</param>
    /// <param name="columns">Characters on a line.</param>
    public PaperPrinter(ITextOutput output, int columns)
    {
        _output = output;
        _rows = new PaperRows(columns);
        Columns = columns;
    }

    /// <inheritdoc/>
    public int Columns { get; }

    /// <inheritdoc/>
    public PrinterFaults Faults => PrinterFaults.None;

    /// <inheritdoc/>
    public bool Idle => true;

    /// <summary>Rows on the paper.</summary>
    public int Rows { get; private set; }

    /// <summary>How often the drawer was opened.</summary>
    public int Pulses { get; private set; }

    /// <inheritdoc/>
    public void PrintLine(byte[] text, int offset, int count, LineStyle style)
    {
        if (style == LineStyle.QrCode) Code("[QR ", text, offset, count);
        else if (style == LineStyle.Ean8) Code("[EAN-8 ", text, offset, count);
        else if (style == LineStyle.Ean13) Code("[EAN-13 ", text, offset, count);
        else if (style == LineStyle.Code128) Code("[CODE128 ", text, offset, count);
        else Put(_rows.Plain(text, offset, count));
    }

    /// <inheritdoc/>
    public void Feed(int lines)
    {
        for (int i = 0; i < lines; i++) Put("");
    }

    /// <inheritdoc/>
    public void Cut() => Put(_rows.Cut());

    /// <inheritdoc/>
    public void Open(int milliseconds) => Pulses++;

    /// <inheritdoc/>
    public void Poll()
    {
    }

    // What no eye can read stands there in brackets, over as many rows as it takes.
    private void Code(string kind, byte[] text, int offset, int count)
    {
        _rows.Begin(kind, text, offset, count);
        while (_rows.HasMore) Put(_rows.Next());
    }

    private void Put(string row)
    {
        Rows++;
        _output.Line(row);
    }
}
