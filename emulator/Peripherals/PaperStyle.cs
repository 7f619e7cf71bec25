namespace Nf.Emulator.Peripherals;

/// <summary>How something on the paper looks, seen from the paper: a flag is set when any character of the line has it.</summary>
[Flags]
public enum PaperStyle
{
    /// <summary>The printer's normal font.</summary>
    None = 0,

    /// <summary>Emphasised.</summary>
    Bold = 1,

    /// <summary>Twice as high.</summary>
    Tall = 2,

    /// <summary>Characters that the register defined itself stand in the line; the text shows their base letters.</summary>
    Logotype = 4,

    /// <summary>A line below the letters.</summary>
    Underlined = 8,
}
