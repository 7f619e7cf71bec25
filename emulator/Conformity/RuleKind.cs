namespace Nf.Emulator.Conformity;

/// <summary>Who answers for a rule of the law.</summary>
public enum RuleKind
{
    /// <summary>The firmware does it, and tests show it.</summary>
    Firmware,

    /// <summary>A part, the board or the casing does it; the note says what the reference parts do.</summary>
    Hardware,

    /// <summary>People do it: the user, the technician, the distributor, the author of the POS program.</summary>
    Operator,

    /// <summary>It is about a register of another kind, which NF is not; the note says which.</summary>
    Other,
}
