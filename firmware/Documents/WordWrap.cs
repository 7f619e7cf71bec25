namespace Nf.Firmware.Documents;

/// <summary>Where a text breaks into the rows of the paper: words stay whole, unless one alone is too long.</summary>
internal static class WordWrap
{
    /// <summary>The end of the row that begins at a place of the text; blanks at its beginning are an indentation.</summary>
    internal static int RowEnd(byte[] text, int start, int length, int columns)
    {
        int end = start + columns;
        if (end >= length) return length;
        int word = start;
        while (word < end && text[word] == ' ') word++;
        for (int i = end; i > word; i--)
            if (text[i] == ' ') return i;
        return end;
    }

    /// <summary>The beginning of the row after one that ends at a place of the text.</summary>
    internal static int NextRow(byte[] text, int end, int length)
    {
        while (end < length && text[end] == ' ') end++;
        return end;
    }
}
