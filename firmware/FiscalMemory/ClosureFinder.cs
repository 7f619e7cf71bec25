namespace Nf.Firmware.FiscalMemory;

/// <summary>Finds closures by number and records by time in a fiscal memory of any age, with a dozen short reads.</summary>
/// <remarks>
/// Times and counts in the records' heads only grow, so halving finds the place; from there a report reads forward:
/// <code>for (finder.FirstSince(from, out int slot); slot &lt; log.UsedSlots; slot++) if (log.Read(slot)) ...</code>
/// </remarks>
public sealed class ClosureFinder
{
    private readonly FiscalMemoryLog _log;

    public ClosureFinder(FiscalMemoryLog log) => _log = log;

    /// <summary>Finds the closure with a number; false when there is none, and then the slot is the end of the log.</summary>
    /// <param name="number">Number of the Z report: the first closure of a fiscal memory is 1, and none is left out.</param>
    /// <param name="slot">Where it stands.</param>
    public bool ByNumber(int number, out int slot)
    {
        slot = _log.UsedSlots;
        if (number < 1 || number > _log.Count(RecordKind.Closure)) return false;
        int found = First(0, number);
        if (!_log.Read(found) || _log.Kind != RecordKind.Closure || _log.Payload.U16() != number) return false;
        slot = found;
        return true;
    }

    /// <summary>Finds the first record, of any kind, at or after a moment; false when there is none, and then the slot is the end of the log.</summary>
    /// <param name="time">Seconds since 2000.</param>
    /// <param name="slot">Where it stands.</param>
    public bool FirstSince(long time, out int slot)
    {
        slot = _log.UsedSlots;
        if (time > _log.NewestTime) return false;
        slot = First(time, 0);
        return slot < _log.UsedSlots;
    }

    // The first record whose time is not before the one given and that has so many closures up to it.
    private int First(long time, int closures)
    {
        int low = 0;
        int high = _log.UsedSlots;
        while (low < high)
        {
            int middle = (low + high) / 2;
            int record = SkipVoid(middle, high);
            if (record == high || IsReached(time, closures)) high = middle;
            else low = record + 1;
        }

        return SkipVoid(low, _log.UsedSlots);
    }

    private bool IsReached(long time, int closures) => _log.Time >= time && _log.CountUpToHead(RecordKind.Closure) >= closures;

    private int SkipVoid(int slot, int end)
    {
        while (slot < end && !_log.ReadHead(slot)) slot++;
        return slot;
    }
}
