namespace Nf.Emulator.Peripherals;

/// <summary>Paper kept in memory.</summary>
public sealed class PaperRoll : IPaperRoll
{
    private readonly List<PaperLine> _lines = [];

    /// <summary>A line has come out.</summary>
    public event Action<PaperLine>? Appended;

    /// <summary>Everything printed so far, oldest first.</summary>
    public IReadOnlyList<PaperLine> Lines => _lines;

    /// <inheritdoc/>
    public void Append(PaperLine line)
    {
        _lines.Add(line);
        Appended?.Invoke(line);
    }
}
