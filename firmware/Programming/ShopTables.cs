using Nf.Firmware.Errors;
using Nf.Firmware.WorkingMemory;
using Nf.Hal.Devices;

namespace Nf.Firmware.Programming;

/// <summary>What the shop programs and what the register counts for it.</summary>
internal sealed class ShopTables
{
    internal ShopTables(CellStore cells, IWorkingMemory memory, WorkingState state)
    {
        Options = new RegisterOptions(cells, state);
        Names = new NameTable(cells);
        Articles = new ArticleTable(cells, memory);
        Counters = new Counters(cells, state, Options);
    }

    internal RegisterOptions Options { get; }

    internal NameTable Names { get; }

    internal ArticleTable Articles { get; }

    internal Counters Counters { get; }

    /// <summary>Reads what is read once; whatever is lost begins anew, and is to be programmed again.</summary>
    internal FiscalError Load()
    {
        Options.Load();
        return Articles.Load();
    }
}
