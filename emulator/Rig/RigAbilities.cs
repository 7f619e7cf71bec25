using Nf.Emulator.Rig.Settings;
using Nf.Emulator.Scenarios.Bench;

namespace Nf.Emulator.Rig;

/// <summary>What a rig can do to a board: what is behind the board's lines and switches. Its chips, card, drive and clock are out of reach.</summary>
internal static class RigAbilities
{
    /// <summary>By what the rig's file names.</summary>
    public static BenchAbilities Of(RigSettings settings) => BenchAbilities.PrinterFaults
        | (settings.Power is null ? BenchAbilities.None : BenchAbilities.Power)
        | (settings.Display is null ? BenchAbilities.None : BenchAbilities.Display | BenchAbilities.DisplayFaults)
        | (settings.ServiceSwitch is null ? BenchAbilities.None : BenchAbilities.ServiceSwitch);
}
