using System.Globalization;
using System.Text;

namespace Nf.Emulator.Rig.Lines;

/// <summary>What went over one line, as text: seconds, direction, bytes in hexadecimal, and what can be read.</summary>
/// <remarks><c>   12.345678 &lt; 01 30 30 32 3A  .002:</c>; <c>&lt;</c> came from the board, <c>&gt;</c> went to it.</remarks>
public sealed class WireLog
{
    private const int BytesInRow = 16;

    // A register that polls its printer for hours: what is older is dropped, and the log says so.
    private const int MaxRows = 200_000;

    private readonly Queue<string> _rows = new();
    private bool _dropped;

    /// <summary>Notes bytes that went over the line together.</summary>
    public void Add(TimeSpan at, bool fromBoard, ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            var row = bytes[..Math.Min(BytesInRow, bytes.Length)];
            _rows.Enqueue(Row(at, fromBoard ? '<' : '>', row));
            bytes = bytes[row.Length..];
        }

        for (; _rows.Count > MaxRows; _dropped = true) _rows.Dequeue();
    }

    /// <summary>Notes something that is no byte: the port was opened, went away.</summary>
    public void Note(TimeSpan at, string text) => _rows.Enqueue($"{Time(at)} - {text}");

    /// <summary>Everything since the last time it was taken.</summary>
    public string TakeText()
    {
        var text = new StringBuilder();
        if (_dropped) text.Append("(earlier rows were dropped)\n");
        foreach (var row in _rows) text.Append(row).Append('\n');
        _rows.Clear();
        _dropped = false;
        return text.ToString();
    }

    private static string Row(TimeSpan at, char direction, ReadOnlySpan<byte> bytes)
    {
        var hex = new StringBuilder();
        var readable = new StringBuilder();
        foreach (var b in bytes)
        {
            hex.Append(b.ToString("X2", CultureInfo.InvariantCulture)).Append(' ');
            readable.Append(b is >= 0x20 and < 0x7F ? (char)b : '.');
        }

        return $"{Time(at)} {direction} {hex.ToString().PadRight(3 * BytesInRow)} {readable}";
    }

    private static string Time(TimeSpan at) => at.TotalSeconds.ToString("0.000000", CultureInfo.InvariantCulture).PadLeft(12);
}
