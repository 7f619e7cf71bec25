using Nf.Firmware.Documents;
using Nf.Firmware.Errors;
using Nf.Firmware.FiscalMemory;
using Nf.Firmware.WorkingMemory;

namespace Nf.Firmware.Reports;

/// <summary>Whether a day's text is what the fiscal memory closed, in words for the report.</summary>
internal sealed class DayVerdict
{
    private readonly FiscalMemoryLog _log;
    private readonly WorkingState _state;
    private readonly ClosureFinder _finder;
    private readonly ClosureRecord _closure = new ClosureRecord();

    internal DayVerdict(FiscalMemoryLog log, WorkingState state)
    {
        _log = log;
        _state = state;
        _finder = new ClosureFinder(log);
    }

    /// <summary>When the day was closed, seconds since 2000; 0 while it is open.</summary>
    internal long ClosedAt { get; private set; }

    /// <summary>The medium that holds the day.</summary>
    internal int Medium { get; private set; }

    /// <summary>Takes a day. False when the fiscal memory has no such day and it is not the open one.</summary>
    internal bool Take(int day)
    {
        ClosedAt = 0;
        Medium = _state.Medium;
        if (!_finder.ByNumber(day, out int slot)) return day == _state.OpenDay;
        if (!_log.Read(slot)) return false;
        ClosedAt = _log.Time;
        _closure.Load(_log.Payload);
        Medium = _closure.Medium;
        return true;
    }

    /// <summary>The text of a closed day has the hash that the fiscal memory keeps.</summary>
    internal bool Holds(DayText text)
    {
        if (!text.HasMark) return false;
        for (int i = 0; i < text.Digest.Length; i++)
            if (text.Digest[i] != _closure.Digest[i]) return false;
        return true;
    }

    /// <summary>Lays out the day's verdict in the writer's line.</summary>
    internal void LayOut(DocumentWriter writer, int day, FiscalError error, DayText text)
    {
        writer.Line.Clear();
        writer.Line.Add("Z ");
        writer.Line.AddPadded(day, 4);
        writer.Line.Add(": ");
        if (error == FiscalError.JournalMissing || error == FiscalError.JournalDayAbsent)
        {
            writer.Line.Add("LIPSEȘTE, JURNAL NR. ");
            writer.Line.AddPadded(Medium, 2);
        }
        else if (error != FiscalError.None)
        {
            writer.Line.Add("FIȘIER DETERIORAT");
        }
        else if (ClosedAt == 0)
        {
            writer.Line.Add("ZI DESCHISĂ");
        }
        else
        {
            writer.Line.Add(Holds(text) ? "SHA-256 CORESPUNDE" : "SHA-256 NU CORESPUNDE");
        }
    }
}
