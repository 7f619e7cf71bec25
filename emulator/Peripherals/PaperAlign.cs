namespace Nf.Emulator.Peripherals;

/// <summary>Where a line stands across the paper.</summary>
public enum PaperAlign
{
    /// <summary>At the left margin.</summary>
    Left = 0,

    /// <summary>In the middle.</summary>
    Center = 1,

    /// <summary>At the right margin.</summary>
    Right = 2,
}
