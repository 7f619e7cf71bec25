using Nf.Firmware.Errors;
using Nf.Firmware.FiscalMemory;
using Nf.Firmware.WorkingMemory;

namespace Nf.Firmware.Reports;

/// <summary>Which days' journals a period is about: the closed ones, and the open day when it reaches so far.</summary>
internal sealed class JournalDays
{
    private readonly FiscalMemoryLog _log;
    private readonly WorkingState _state;
    private readonly PeriodFinder _finder;

    internal JournalDays(FiscalMemoryLog log, WorkingState state, PeriodFinder finder)
    {
        _log = log;
        _state = state;
        _finder = finder;
    }

    private bool IsDayBegun => _state.TextLength > 0;

    /// <summary>The number of the newest day that has a journal.</summary>
    internal int Newest => IsDayBegun ? _state.OpenDay : _state.LastZ;

    /// <summary>Days whose Z report is dated within these moments; the open one when it has documents of that time.</summary>
    internal FiscalError ByDate(ReportPeriod period, long from, long to)
    {
        bool closed = _finder.ByDate(period, from, to) == FiscalError.None && period.Closures > 0;
        bool open = IsDayBegun && to >= _log.NewestTime && from <= _state.NewestTime;
        if (!closed && !open) return FiscalError.NoRecords;
        if (!closed) period.FirstZ = _state.OpenDay;
        if (open) period.LastZ = _state.OpenDay;
        return FiscalError.None;
    }

    /// <summary>Days that may have documents of these moments: from the first whose Z report is not before them.</summary>
    internal FiscalError Of(ReportPeriod period, long from, long to)
    {
        period.IsByDate = true;
        period.FirstZ = _finder.ClosuresBefore(from) + 1;
        period.LastZ = _finder.ClosuresBefore(to) + 1;
        if (period.LastZ > Newest) period.LastZ = Newest;
        return period.Closures > 0 ? FiscalError.None : FiscalError.NoRecords;
    }

    /// <summary>When a day was closed, or the moment of the open day's newest document, seconds since 2000.</summary>
    internal long MomentOf(int day) => day == _state.OpenDay ? _state.NewestTime : _finder.MomentOf(day);

    /// <summary>These days, by the number of their Z.</summary>
    internal FiscalError ByNumber(ReportPeriod period, int first, int last)
    {
        period.IsByDate = false;
        period.FirstZ = first;
        period.LastZ = last < Newest ? last : Newest;
        return period.Closures > 0 ? FiscalError.None : FiscalError.NoRecords;
    }

    /// <summary>The open day alone: what was recorded since the last Z report (norms, art. 33 C b).</summary>
    internal FiscalError Open(ReportPeriod period) =>
        IsDayBegun ? ByNumber(period, _state.OpenDay, _state.OpenDay) : FiscalError.NoRecords;
}
