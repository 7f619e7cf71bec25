namespace Nf.Tests.Machine.Drivers;

/// <summary>A drawing of a character as the columns of ESC &amp;.</summary>
internal static class Glyph
{
    private const int Width = 12;
    private const int BytesPerColumn = 3;

    /// <summary>Rows of '#' and blanks, the first one at this row of the cell.</summary>
    public static byte[] Columns(int firstRow, string[] rows)
    {
        var bytes = new byte[Width * BytesPerColumn];
        for (var row = 0; row < rows.Length; row++)
        {
            for (var column = 0; column < Math.Min(Width, rows[row].Length); column++)
            {
                var at = firstRow + row;
                if (rows[row][column] == '#') bytes[column * BytesPerColumn + at / 8] |= (byte)(0x80 >> at % 8);
            }
        }

        return bytes;
    }
}
