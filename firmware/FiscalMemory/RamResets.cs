using Nf.Firmware.Bytes;

namespace Nf.Firmware.FiscalMemory;

/// <summary>The resets of the working memory between two closures, one by one (norms, art. 64 (2) d)).</summary>
/// <example><code>resets.BeginOpenDay(); while (resets.Next()) Print(resets.Time);</code></example>
public sealed class RamResets
{
    /// <summary>Bytes of a reset record's payload.</summary>
    public const int SavedLength = 6;

    private readonly FiscalMemoryLog _log;
    private readonly ClosureFinder _finder;
    private int _slot;
    private int _end;

    public RamResets(FiscalMemoryLog log)
    {
        _log = log;
        _finder = new ClosureFinder(log);
    }

    /// <summary>When the reset found last happened, seconds since 2000.</summary>
    public long Time { get; private set; }

    /// <summary>Number of the day that was open then.</summary>
    public int Day { get; private set; }

    /// <summary>Receipts of that day found in the journal.</summary>
    public int Receipts { get; private set; }

    /// <summary>Starts with the first reset since the last closure.</summary>
    public void BeginOpenDay() => Begin(_log.Count(RecordKind.Closure), _log.UsedSlots);

    /// <summary>Starts with the first reset of a day that is closed.</summary>
    /// <param name="number">Number of its Z report.</param>
    public void BeginDay(int number) => Begin(number - 1, _finder.ByNumber(number, out int slot) ? slot : 0);

    /// <summary>How many there are from here on.</summary>
    public int CountRest()
    {
        int slot = _slot;
        int count = 0;
        while (Next()) count++;
        _slot = slot;
        return count;
    }

    /// <summary>Finds the next; false when there is none.</summary>
    public bool Next()
    {
        while (_slot < _end)
        {
            if (!_log.Read(_slot++) || _log.Kind != RecordKind.RamReset) continue;
            Time = _log.Time;
            Day = _log.Payload.U16();
            Receipts = (int)_log.Payload.U32();
            return true;
        }

        return false;
    }

    /// <summary>Writes a reset's payload.</summary>
    internal static void Save(ByteWriter writer, int day, int receipts)
    {
        writer.U16(day);
        writer.U32(receipts);
    }

    private void Begin(int closureBefore, int end)
    {
        _slot = _finder.ByNumber(closureBefore, out int slot) ? slot + 1 : 0;
        _end = end;
    }
}
