using Nf.Emulator.Peripherals;

namespace Nf.Emulator.Page;

/// <summary>The newest lines of the paper at one moment. It never changes.</summary>
/// <param name="First">Lines that came before the first of <paramref name="Lines"/>.</param>
/// <param name="Lines">Oldest first.</param>
public sealed record PaperWindow(long First, IReadOnlyList<PaperLine> Lines)
{
    /// <summary>Lines on the paper so far, those that left the window included.</summary>
    public long Total => First + Lines.Count;
}
