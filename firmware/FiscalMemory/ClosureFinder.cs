namespace Nf.Firmware.FiscalMemory;

/// <summary>Finds records by number and by time in a fiscal memory of any age, with a dozen short reads.</summary>
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
        int found = First(0, RecordKind.Closure, number);
        if (!_log.Read(found) || _log.Kind != RecordKind.Closure || _log.Payload.U16() != number) return false;
        slot = found;
        return true;
    }

    /// <summary>Finds a record by its place among those of its kind; false when there are not so many, and then the slot is the end of the log.</summary>
    /// <param name="kind">What the record says.</param>
    /// <param name="number">1 for the first of the kind.</param>
    /// <param name="slot">Where it stands.</param>
    public bool ByOrder(RecordKind kind, int number, out int slot)
    {
        slot = _log.UsedSlots;
        if (number < 1 || number > _log.Count(kind)) return false;
        slot = First(0, kind, number);
        return true;
    }

    /// <summary>How many records of a kind stand before a slot.</summary>
    public int CountBefore(int slot, RecordKind kind)
    {
        while (--slot >= 0)
            if (_log.ReadHead(slot)) return _log.CountThen(kind);
        return 0;
    }

    /// <summary>Finds the first record, of any kind, at or after a moment; false when there is none, and then the slot is the end of the log.</summary>
    /// <param name="time">Seconds since 2000.</param>
    /// <param name="slot">Where it stands.</param>
    public bool FirstSince(long time, out int slot)
    {
        slot = _log.UsedSlots;
        if (time > _log.NewestTime) return false;
        slot = First(time, RecordKind.Closure, 0);
        return slot < _log.UsedSlots;
    }

    // The first record whose time is not before the one given and that has so many of a kind up to it.
    private int First(long time, RecordKind kind, int count)
    {
        int low = 0;
        int high = _log.UsedSlots;
        while (low < high)
        {
            int middle = (low + high) / 2;
            int record = SkipVoid(middle, high);
            if (record == high || IsReached(time, kind, count)) high = middle;
            else low = record + 1;
        }

        return SkipVoid(low, _log.UsedSlots);
    }

    private bool IsReached(long time, RecordKind kind, int count) => _log.Time >= time && _log.CountThen(kind) >= count;

    private int SkipVoid(int slot, int end)
    {
        while (slot < end && !_log.ReadHead(slot)) slot++;
        return slot;
    }
}
