namespace Nf.Emulator.Peripherals;

/// <summary>Paper as text for a terminal or a golden file.</summary>
public static class PaperText
{
    private const string Scissors = "\u2702";

    /// <summary>
    /// A paper line as one or more rows of text, joined by line feeds, without trailing blanks: a QR code as a centred
    /// <c>[QR payload]</c> wrapped to the width, a bar code as its content in brackets, a cut as a dashed row with scissors.
    /// </summary>
    /// <param name="line">What to draw.</param>
    /// <param name="columns">Characters across the paper, at least 1.</param>
    public static string Render(PaperLine line, int columns)
    {
        if (line.IsCut) return Dashes(columns);
        if (line.Barcode != null) return Place($"[{line.Barcode}]", PaperAlign.Center, columns);
        if (line.QrPayload == null) return Place(line.Text, line.Align, columns);
        var rows = Wrap($"[QR {line.QrPayload}]", columns);
        return string.Join('\n', rows.Select(row => Place(row, PaperAlign.Center, columns)));
    }

    private static string Place(string text, PaperAlign align, int columns)
    {
        var room = Math.Max(0, columns - text.Length);
        var indent = align switch
        {
            PaperAlign.Center => room / 2,
            PaperAlign.Right => room,
            _ => 0,
        };
        return (new string(' ', indent) + text).TrimEnd();
    }

    private static IEnumerable<string> Wrap(string text, int columns) => text.Chunk(columns).Select(row => new string(row));

    private static string Dashes(int columns)
    {
        var before = Math.Min(2, columns - 1);
        return new string('-', before) + Scissors + new string('-', columns - before - 1);
    }
}
