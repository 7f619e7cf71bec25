namespace Nf.Emulator.Rig.Findings;

/// <summary>What can be wrong between rig and board.</summary>
public enum FindingKind
{
    /// <summary>A port that the file names is not there, or cannot be opened.</summary>
    PortMissing,

    /// <summary>A port went away while it was used.</summary>
    PortUnplugged,

    /// <summary>A line carries bytes that make no sense at its speed.</summary>
    WrongSpeed,

    /// <summary>No byte came from the board, on any line.</summary>
    SilentBoard,

    /// <summary>The board speaks, but its host line is silent.</summary>
    SilentLine,

    /// <summary>The board answered, and then no longer.</summary>
    Stopped,

    /// <summary>The board began anew although nobody switched it.</summary>
    Rebooted,
}

/// <summary>Something wrong between rig and board.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="What">What was seen, in a sentence without its full stop.</param>
/// <param name="Next">What to do.</param>
public sealed record RigFinding(FindingKind Kind, string What, string Next)
{
    /// <inheritdoc/>
    public override string ToString() => $"{What}. {Next}.";
}
