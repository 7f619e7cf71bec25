using Nf.Firmware.Documents;
using Nf.Firmware.Errors;

namespace Nf.Firmware.Reports;

/// <summary>Goes through the journal of a period, day after day: for each its title, its lines, its verdict.</summary>
internal sealed class JournalPeriod
{
    private readonly DayText _text;
    private readonly DayVerdict _verdict;
    private FiscalError _error;
    private int _last;
    private Part _part;

    internal JournalPeriod(DayText text, DayVerdict verdict)
    {
        _text = text;
        _verdict = verdict;
    }

    private enum Part
    {
        Title,
        Lines,
        Verdict,
        End,
    }

    /// <summary>The day that it is in.</summary>
    internal int Day { get; private set; }

    /// <summary>The journal's line, when <see cref="Next"/> said that it read one.</summary>
    internal DayText Text => _text;

    /// <summary>All days are through.</summary>
    internal bool IsDone => _part == Part.End;

    /// <summary>Goes to the beginning.</summary>
    internal void Begin(int firstDay, int lastDay)
    {
        Day = firstDay;
        _last = lastDay;
        _part = firstDay <= lastDay ? Part.Title : Part.End;
    }

    /// <summary>The next line: true for one of the journal, false for one that is laid out in the writer's line.</summary>
    /// <remarks>Ask <see cref="IsDone"/> first.</remarks>
    internal bool Next(DocumentWriter writer)
    {
        if (_part == Part.Title)
        {
            Title(writer);
            return false;
        }

        if (_part == Part.Lines)
        {
            _error = _text.Next(out bool isEnd);
            if (_error == FiscalError.None && !isEnd) return true;
        }

        _verdict.LayOut(writer, Day, _error, _text);
        Day++;
        _part = Day <= _last ? Part.Title : Part.End;
        return false;
    }

    private void Title(DocumentWriter writer)
    {
        bool known = _verdict.Take(Day);
        _error = known ? _text.Open(Day, 0, -1) : FiscalError.FiscalMemoryDamaged;
        _part = _error == FiscalError.None ? Part.Lines : Part.Verdict;
        writer.Line.Clear();
        writer.Line.Add("[Z ");
        writer.Line.AddPadded(Day, 4);
        if (_verdict.ClosedAt != 0)
        {
            writer.Line.Add((byte)' ');
            writer.Line.AddDate(_verdict.ClosedAt);
            writer.Line.Add((byte)' ');
            writer.Line.AddTime(_verdict.ClosedAt);
        }

        writer.Line.Add((byte)']');
    }
}
