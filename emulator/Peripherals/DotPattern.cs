namespace Nf.Emulator.Peripherals;

/// <summary>The dots of one character as they look on paper: 24 rows, up to 12 columns.</summary>
internal sealed class DotPattern
{
    /// <summary>Bytes of a column.</summary>
    public const int BytesPerColumn = 3;

    private const int Rows = 8 * BytesPerColumn;
    private const int LowestForMarks = 18;
    private const int WidestMark = 4;

    // Bit n of a row: the dot in column n from the left.
    private readonly int[] _rows = new int[Rows];

    /// <summary>From columns, left to right, three bytes each, the top dot in the highest bit.</summary>
    public DotPattern(ReadOnlySpan<byte> columns)
    {
        for (var i = 0; i < columns.Length * 8; i++)
        {
            if ((columns[i / 8] & 0x80 >> i % 8) != 0) _rows[i % Rows] |= 1 << i / Rows;
        }
    }

    /// <summary>
    /// Below a body, and apart from it, stands a small mark whose foot turns left. A cedilla hangs on its letter; a dot does
    /// not turn.
    /// </summary>
    public bool HasCommaBelow
    {
        get
        {
            var bottom = Array.FindLastIndex(_rows, row => row != 0);
            if (bottom < 0) return false;
            var gap = Array.FindLastIndex(_rows, bottom, row => row == 0);
            var top = gap + 1;
            return top >= LowestForMarks && Array.Exists(_rows[..top], row => row != 0)
                && Right(top) - Left(_rows[top..].Aggregate((all, row) => all | row)) < WidestMark
                && Right(bottom) < Right(top);
        }
    }

    private int Right(int row) => 31 - int.LeadingZeroCount(_rows[row]);

    private static int Left(int dots) => int.TrailingZeroCount(dots);
}
