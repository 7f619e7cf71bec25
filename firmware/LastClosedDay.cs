using Nf.Firmware.Day;
using Nf.Firmware.Errors;
using Nf.Firmware.FiscalMemory;
using Nf.Firmware.Host;
using Nf.Firmware.Host.Commands;
using Nf.Firmware.Journal;
using Nf.Firmware.WorkingMemory;

namespace Nf.Firmware;

/// <summary>The newest closure in the fiscal memory, from which a lost working state is made anew.</summary>
internal sealed class LastClosedDay
{
    private readonly FiscalMemoryLog _log;
    private readonly WorkingState _state;
    private readonly ClosureRecord _closure = new ClosureRecord();

    // Seconds since 2000; 0 when no day was ever closed.
    private long _closedAt;

    internal LastClosedDay(FiscalMemoryLog log, WorkingState state)
    {
        _log = log;
        _state = state;
    }

    private bool Exists => _closedAt > 0;

    /// <summary>Reads the closure, if there is one.</summary>
    internal FiscalError Load()
    {
        _closedAt = 0;
        if (_log.Count(RecordKind.Closure) == 0) return FiscalError.None;
        if (!_log.ReadLatest(RecordKind.Closure)) return FiscalError.FiscalMemoryDamaged;
        _closedAt = _log.Time;
        _closure.Load(_log.Payload);
        return FiscalError.None;
    }

    /// <summary>The state counts on from the closure.</summary>
    internal void TakeCounts()
    {
        if (!Exists) return;
        _state.LastZ = _closure.Number;
        _state.GrandTotal = _closure.GrandTotal;
        _state.GrandVat = _closure.GrandVat;
    }

    /// <summary>The journal's medium was there at the closure and does not have its Z to the end.</summary>
    internal bool IsUnfinishedOn(DayScan scan) =>
        Exists && _closure.Medium == _state.Medium && !scan.HasBegun(_state.OpenDay) && !scan.EndsWith(_closure.Number, _closure.Digest);

    /// <summary>The state stands where it stood before the closure.</summary>
    internal void Reopen()
    {
        _state.LastZ--;
        _state.GrandTotal -= _closure.Totals.Total;
        _state.GrandVat -= _closure.Totals.TotalVat;
    }

    /// <summary>A host that never got the answer of its Z must not close another day with the same frame.</summary>
    internal void TakeAnswer()
    {
        _state.LastAnswer.Clear();
        if (!Exists || _closure.HostFrame == 0) return;
        var answer = new DatecsAnswer();
        DayCommands.AnswerReport(answer, _closure.Number, _closure.Totals);
        _state.LastAnswer.Restore(DayCommands.ReportCommand, _closure.HostFrame, answer.Data, 0, answer.Length);
    }

    /// <summary>Issues the reopened day's Z once more; the day must be what it was.</summary>
    internal FiscalError CloseWith(ClosureDesk closures) => closures.Repeat(_closedAt, _closure.Digest);
}
