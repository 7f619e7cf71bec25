using Nf.Firmware.Documents;
using Nf.Firmware.Errors;
using Nf.Firmware.FiscalMemory;
using Nf.Firmware.Journal;
using Nf.Firmware.WorkingMemory;

namespace Nf.Firmware.Reports;

/// <summary>Whether a day's text is what the fiscal memory closed, in words for the report.</summary>
internal sealed class DayVerdict
{
    private readonly FiscalMemoryLog _log;
    private readonly WorkingState _state;
    private readonly ClosureFinder _finder;
    private readonly JournalVerifier _verifier;
    private int _day;
    private int _medium;
    private long _closedAt;

    internal DayVerdict(FiscalMemoryLog log, WorkingState state, JournalVerifier verifier)
    {
        _log = log;
        _state = state;
        _finder = new ClosureFinder(log);
        _verifier = verifier;
    }

    /// <summary>What was found: None when the day's text holds.</summary>
    internal FiscalError Error { get; private set; }

    /// <summary>The day's text can be read, whether it holds or not.</summary>
    internal bool IsReadable => Error == FiscalError.None || Error == FiscalError.JournalDamaged;

    /// <summary>The verdict is known.</summary>
    internal bool IsDone => Error != FiscalError.None || _verifier.IsDone;

    /// <summary>Begins with a day.</summary>
    internal void Begin(int day)
    {
        _day = day;
        _closedAt = 0;
        _medium = _state.Medium;
        if (_finder.ByNumber(day, out int slot) && _log.Read(slot))
        {
            _closedAt = _log.Time;
            var closure = new ClosureRecord();
            closure.Load(_log.Payload);
            _medium = closure.Medium;
        }

        Error = _verifier.Begin(day);
    }

    /// <summary>Hashes a chunk of the day's text.</summary>
    internal void Turn() => Error = _verifier.Turn();

    /// <summary>Lays out the day's number and moment in the writer's line.</summary>
    internal void LayOutTitle(DocumentWriter writer)
    {
        writer.Line.Clear();
        writer.Line.Add("[Z ");
        writer.Line.AddPadded(_day, 4);
        if (_closedAt != 0)
        {
            writer.Line.Add((byte)' ');
            writer.Line.AddDate(_closedAt);
            writer.Line.Add((byte)' ');
            writer.Line.AddTime(_closedAt);
        }

        writer.Line.Add((byte)']');
    }

    /// <summary>Lays out the verdict in the writer's line.</summary>
    internal void LayOut(DocumentWriter writer)
    {
        writer.Line.Clear();
        writer.Line.Add("Z ");
        writer.Line.AddPadded(_day, 4);
        writer.Line.Add(": ");
        if (!IsReadable)
        {
            writer.Line.Add("LIPSEȘTE, JURNAL NR. ");
            writer.Line.AddPadded(_medium, 2);
            return;
        }

        if (_closedAt == 0) writer.Line.Add("ZI DESCHISĂ, ");
        writer.Line.Add(Error == FiscalError.None ? "JURNAL VERIFICAT" : "JURNAL ALTERAT");
    }
}
