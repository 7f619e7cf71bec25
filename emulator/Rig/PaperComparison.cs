using System.Text.RegularExpressions;

namespace Nf.Emulator.Rig;

/// <summary>Compares the paper of a board with the emulator's for the same story.</summary>
/// <remarks>
/// Everything must be the same but what follows from the seconds that pass: times of day, the time in a receipt's identifier
/// and its QR code, and the journal's hash, which is over all of these.
/// </remarks>
public static partial class PaperComparison
{
    private const string HashMark = "[SHA-256]";
    private const string CodeMark = "[QR ";

    /// <summary>The first line that differs, numbered from 1, and what stands there on each; null when none does.</summary>
    public static string? Difference(IReadOnlyList<string> board, IReadOnlyList<string> emulator)
    {
        var (one, other) = (Timeless(board), Timeless(emulator));
        var same = one.Zip(other).TakeWhile(pair => pair.First == pair.Second).Count();
        if (same == one.Count && same == other.Count) return null;
        return $"line {same + 1} of the paper: \"{Line(one, same)}\", on the emulator \"{Line(other, same)}\"";
    }

    /// <summary>The lines without what time makes of them; a QR code is one line.</summary>
    public static IReadOnlyList<string> Timeless(IReadOnlyList<string> paper)
    {
        List<string> lines = [];
        var isHash = false;
        foreach (var line in paper)
        {
            if (lines is [.., var last] && last.StartsWith(CodeMark, StringComparison.Ordinal) && !last.EndsWith(']')) lines[^1] = Mask(last + line.Trim());
            else lines.Add(isHash && IsHex(line) ? new string('*', line.Length) : Mask(line.TrimStart().StartsWith(CodeMark, StringComparison.Ordinal) ? line.Trim() : line));
            isHash = line == HashMark || (isHash && IsHex(line));
        }

        return lines;
    }

    private static bool IsHex(string line) => line.Length > 0 && line.All(char.IsAsciiHexDigitUpper);

    private static string Mask(string line) => Identifier().Replace(TimeOfDay().Replace(line, "hh:mm:ss"), "$1hhmmss$2");

    private static string Line(IReadOnlyList<string> lines, int at) => at < lines.Count ? lines[at] : "(end)";

    [GeneratedRegex(@"\d\d:\d\d:\d\d")]
    private static partial Regex TimeOfDay();

    // Series, date, time, Z and number of the receipt.
    [GeneratedRegex(@"\b(\d{10}\d{8})\d{6}(\d{8})\b")]
    private static partial Regex Identifier();
}
