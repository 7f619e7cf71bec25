namespace Nf.Firmware.WorkingMemory;

/// <summary>Where the parts of the working memory stand; docs/reference/working-memory.md is the written form.</summary>
internal static class WorkingLayout
{
    /// <summary>The last fault, in two slots; see FaultLog.</summary>
    internal const int Faults = 0x0000;

    internal const int SlotA = 0x0100;
    internal const int SlotB = 0x0900;
    internal const int SlotSize = 0x0800;
    internal const int ProgressA = 0x1100;
    internal const int ProgressB = 0x1110;

    /// <summary>The write of a cell that is under way, see <see cref="CellStore"/>.</summary>
    internal const int Redo = 0x1120;

    /// <summary>Settings and operators: cells.</summary>
    internal const int Settings = 0x1200;

    /// <summary>The change of the program that is under way, or whose document is due: a cell of 66 bytes.</summary>
    internal const int Update = 0x1F00;

    internal const int Spool = 0x2000;

    /// <summary>Articles, departments and their counters: cells.</summary>
    internal const int Tables = 0x20000;

    /// <summary>The smallest working memory that the firmware runs on, bytes.</summary>
    internal const int MinCapacity = 0x80000;
}
