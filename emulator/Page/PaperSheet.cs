using Nf.Emulator.Peripherals;

namespace Nf.Emulator.Page;

/// <summary>The paper between two cuts.</summary>
/// <param name="First">Lines that were on the paper before this sheet.</param>
/// <param name="Lines">Oldest first, without the cut.</param>
/// <param name="IsCut">It is off the roll; nothing more comes on it.</param>
public sealed record PaperSheet(long First, IReadOnlyList<PaperLine> Lines, bool IsCut)
{
    /// <summary>The window's paper, sheet by sheet; the last one may still be on the roll.</summary>
    public static IEnumerable<PaperSheet> Of(PaperWindow window)
    {
        var first = window.First;
        List<PaperLine> lines = [];
        foreach (var line in window.Lines)
        {
            if (!line.IsCut)
            {
                lines.Add(line);
                continue;
            }

            yield return new PaperSheet(first, lines, true);
            first += lines.Count + 1;
            lines = [];
        }

        if (lines.Count > 0) yield return new PaperSheet(first, lines, false);
    }
}
