namespace Nf.Emulator.FiscalNet;

/// <summary>What a file asks for, one thing after another: a receipt, a command, a move of the clock.</summary>
public abstract record FiscalNetDocument(SourceLine Source)
{
    /// <summary>One receipt: its lines from the first to the last payment or <c>VB^</c>.</summary>
    public sealed record Receipt(IReadOnlyList<FiscalNetLine> Lines) : FiscalNetDocument(Lines[0].Source);

    /// <summary>A report or a service sum.</summary>
    public sealed record Command(FiscalNetLine Line) : FiscalNetDocument(Line.Source);

    /// <summary>Time passes.</summary>
    public sealed record ClockMove(FiscalNetLine.Clock Line) : FiscalNetDocument(Line.Source);
}
