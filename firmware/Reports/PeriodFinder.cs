using Nf.Firmware.Errors;
using Nf.Firmware.FiscalMemory;

namespace Nf.Firmware.Reports;

/// <summary>Finds where a period begins and ends in the fiscal memory; a dozen short reads for each end, whatever its age.</summary>
internal sealed class PeriodFinder
{
    private readonly FiscalMemoryLog _log;
    private readonly ClosureFinder _finder;

    internal PeriodFinder(FiscalMemoryLog log)
    {
        _log = log;
        _finder = new ClosureFinder(log);
    }

    /// <summary>Records of these days, both included. NoRecords when there is none.</summary>
    /// <param name="period">Takes the result.</param>
    /// <param name="from">First second of the first day.</param>
    /// <param name="to">Last second of the last day.</param>
    internal FiscalError ByDate(ReportPeriod period, long from, long to)
    {
        period.IsByDate = true;
        period.From = from;
        period.To = to;
        if (!_finder.FirstSince(from, out int first)) return FiscalError.NoRecords;
        _finder.FirstSince(to + 1, out int end);
        if (first >= end) return FiscalError.NoRecords;
        period.FirstSlot = first;
        period.EndSlot = end;
        period.FirstZ = _finder.CountBefore(first, RecordKind.Closure) + 1;
        period.LastZ = _finder.CountBefore(end, RecordKind.Closure);
        return FiscalError.None;
    }

    /// <summary>These Z reports, and what was recorded since the one before them. NoRecords when there is none.</summary>
    /// <param name="period">Takes the result.</param>
    /// <param name="first">Number of the first Z report, from 1.</param>
    /// <param name="last">Number of the last one; the newest when there are not so many.</param>
    internal FiscalError ByNumber(ReportPeriod period, int first, int last)
    {
        int newest = _log.Count(RecordKind.Closure);
        if (last > newest) last = newest;
        if (first > last) return FiscalError.NoRecords;
        int before = -1;
        if (first > 1 && !_finder.ByNumber(first - 1, out before)) return FiscalError.FiscalMemoryDamaged;
        if (!_finder.ByNumber(last, out int end)) return FiscalError.FiscalMemoryDamaged;
        period.IsByDate = false;
        period.FirstSlot = before + 1;
        period.EndSlot = end + 1;
        period.FirstZ = first;
        period.LastZ = last;
        return FiscalError.None;
    }

    /// <summary>When a Z report was issued, seconds since 2000; 0 when there is none of this number.</summary>
    internal long MomentOf(int number) => _finder.ByNumber(number, out _) ? _log.Time : 0;

    /// <summary>How many Z reports were issued before a moment.</summary>
    internal int ClosuresBefore(long moment)
    {
        _finder.FirstSince(moment, out int slot);
        return _finder.CountBefore(slot, RecordKind.Closure);
    }

    /// <summary>Records of a kind in the period.</summary>
    internal int Count(ReportPeriod period, RecordKind kind) =>
        _finder.CountBefore(period.EndSlot, kind) - _finder.CountBefore(period.FirstSlot, kind);
}
