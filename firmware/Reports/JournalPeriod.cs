using Nf.Firmware.Documents;
using Nf.Firmware.Errors;
using Nf.Firmware.Journal;

namespace Nf.Firmware.Reports;

/// <summary>What a step through the journal gave.</summary>
internal enum JournalStep
{
    /// <summary>Nothing yet.</summary>
    Busy,

    /// <summary>A line about the day, laid out in the writer's line.</summary>
    Note,

    /// <summary>A line of the journal.</summary>
    Line,

    /// <summary>All days are through.</summary>
    End,
}

/// <summary>Goes through the journal of a period, day after day: for each its title, its verdict, its lines.</summary>
/// <remarks>A day that is missing, or whose text is not what was closed, is said to be so; the others go on.</remarks>
internal sealed class JournalPeriod
{
    private readonly DayVerdict _verdict;
    private int _day;
    private int _last;
    private Part _part;

    internal JournalPeriod(JournalLines text, DayVerdict verdict)
    {
        Text = text;
        _verdict = verdict;
    }

    private enum Part
    {
        Title,
        Verdict,
        Lines,
    }

    /// <summary>The journal's line, when <see cref="Next"/> said that it read one.</summary>
    internal JournalLines Text { get; }

    /// <summary>Goes to the beginning.</summary>
    internal void Begin(int firstDay, int lastDay)
    {
        _day = firstDay;
        _last = lastDay;
        _part = Part.Title;
    }

    /// <summary>One step; it reads at most a chunk of the medium, and a title a dozen heads of records.</summary>
    internal JournalStep Next(DocumentWriter writer)
    {
        if (_part == Part.Title && _day > _last) return JournalStep.End;
        switch (_part)
        {
            case Part.Title: return Title(writer);
            case Part.Verdict: return Verdict(writer);
            default: return Line();
        }
    }

    private JournalStep Title(DocumentWriter writer)
    {
        _verdict.Begin(_day);
        _verdict.LayOutTitle(writer);
        _part = Part.Verdict;
        return JournalStep.Note;
    }

    private JournalStep Verdict(DocumentWriter writer)
    {
        if (!_verdict.IsDone)
        {
            _verdict.Turn();
            return JournalStep.Busy;
        }

        bool opened = _verdict.IsReadable && Text.Open(JournalFiles.Text(_day), 0, -1) == FiscalError.None;
        _verdict.LayOut(writer);
        if (opened) _part = Part.Lines;
        else NextDay();
        return JournalStep.Note;
    }

    // The verdict said already that a text which ends in the middle is not what it was.
    private JournalStep Line()
    {
        FiscalError error = Text.Next(out bool isEnd);
        if (error == FiscalError.None && !isEnd) return JournalStep.Line;
        NextDay();
        return JournalStep.Busy;
    }

    private void NextDay()
    {
        _day++;
        _part = Part.Title;
    }
}
