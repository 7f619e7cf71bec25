namespace Nf.Emulator.Peripherals;

/// <summary>How long the mechanism takes: 200 mm of paper a second at 180 dots to the inch.</summary>
internal static class EscPosTiming
{
    /// <summary>A line and the gap after it: 1/6 inch.</summary>
    public const int LineDots = 30;

    /// <summary>A line of double height.</summary>
    public const int TallLineDots = 48;

    /// <summary>Feeding to the cutter, some 20 mm, and the blade's way there and back, in microseconds.</summary>
    public const long Cut = 400_000;

    private const long MicrosecondsPerDot = 706;

    /// <summary>The time in which the paper moves by so many dots, in microseconds.</summary>
    public static long Feed(int dots) => dots * MicrosecondsPerDot;
}
