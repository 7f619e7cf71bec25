using Nf.Firmware.Errors;
using Nf.Firmware.WorkingMemory;
using Nf.Hal.Devices;

namespace Nf.Firmware.Programming;

/// <summary>What the shop programs and what the register counts for it.</summary>
internal sealed class ShopTables
{
    private const int ZeroedAtOnce = 1024;

    private readonly IWorkingMemory _memory;

    internal ShopTables(CellStore cells, IWorkingMemory memory, WorkingState state)
    {
        _memory = memory;
        Options = new RegisterOptions(cells, state);
        Names = new NameTable(cells);
        Articles = new ArticleTable(cells, memory);
        Counters = new Counters(cells, state, Options);
    }

    internal RegisterOptions Options { get; }

    internal NameTable Names { get; }

    internal ArticleTable Articles { get; }

    internal Counters Counters { get; }

    /// <summary>Reads what is read once; a memory that lost it, or never had it, begins blank.</summary>
    internal FiscalError Load()
    {
        if (!Articles.Load()) return Clear();
        Options.Load();
        Names.Load();
        return FiscalError.None;
    }

    /// <summary>
    /// Begins blank: the shop programs again. What a lost memory still holds is not trusted, and counters that outlived
    /// the count of documents would count wrong.
    /// </summary>
    internal FiscalError Clear()
    {
        FiscalError error = Zero(TableLayout.ArticleMap, WorkingLayout.Spool);
        if (error == FiscalError.None) error = Zero(TableLayout.Barcodes, WorkingLayout.MinCapacity);
        if (error == FiscalError.None) error = Articles.Begin();
        Options.Load();
        Names.Load();
        return error;
    }

    private FiscalError Zero(int start, int end)
    {
        var zeros = new byte[ZeroedAtOnce];
        for (int at = start; at < end; at += ZeroedAtOnce)
        {
            int count = end - at < ZeroedAtOnce ? end - at : ZeroedAtOnce;
            if (_memory.Write(at, zeros, 0, count) != DeviceResult.Ok) return FiscalError.WorkingMemoryFailed;
        }

        return FiscalError.None;
    }
}
