namespace Nf.Emulator.Serial;

/// <summary>What serial lines are set to when nobody says otherwise.</summary>
public static class UsualSpeed
{
    /// <summary>Lines of the register, in baud.</summary>
    public const int Line = 115200;
}
