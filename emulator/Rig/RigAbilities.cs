using Nf.Emulator.Rig.Settings;
using Nf.Emulator.Scenarios.Bench;

namespace Nf.Emulator.Rig;

/// <summary>What a rig can do to a board: what is behind the board's lines and switches. Its chips, card, drive and clock are out of reach.</summary>
public static class RigAbilities
{
    /// <summary>Of a rig with everything. The shipped stories that need no more are the rig's set.</summary>
    public const BenchAbilities Most = BenchAbilities.PrinterFaults | BenchAbilities.Power | BenchAbilities.Display | BenchAbilities.DisplayFaults | BenchAbilities.ServiceSwitch;

    /// <summary>By what the rig's file names.</summary>
    public static BenchAbilities Of(RigSettings settings) => Most
        & ~(settings.Power is null ? BenchAbilities.Power : BenchAbilities.None)
        & ~(settings.Display is null ? BenchAbilities.Display | BenchAbilities.DisplayFaults : BenchAbilities.None)
        & ~(settings.ServiceSwitch is null ? BenchAbilities.ServiceSwitch : BenchAbilities.None);
}
