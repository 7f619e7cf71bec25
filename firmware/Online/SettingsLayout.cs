using Nf.Firmware.WorkingMemory;

namespace Nf.Firmware.Online;

/// <summary>Cells of the online module's settings, 08100h to 087FFh; docs/reference/module-memory.md is the written form.</summary>
internal static class SettingsLayout
{
    /// <summary>Which of the two configurations below is in force: 0 or 1.</summary>
    internal const int Active = ModuleLayout.Settings;

    /// <summary>The document about a provisioning step that is due.</summary>
    internal const int Due = Active + 1 + CellStore.Overhead;

    internal const int DueLength = 7;

    /// <summary>The slip about the sending of Z reports that is due.</summary>
    internal const int Slip = Due + DueLength + CellStore.Overhead;

    internal const int SlipLength = 15;

    /// <summary>Two configurations, each in <see cref="Parts"/> cells of the longest length.</summary>
    internal const int Configurations = ModuleLayout.Settings + 0x80;

    internal const int Parts = 2;

    /// <summary>Address of a part of a configuration.</summary>
    internal static int Part(int configuration, int part) =>
        Configurations + (configuration * Parts + part) * (CellStore.MaxLength + CellStore.Overhead);
}
