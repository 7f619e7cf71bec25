using Nf.Firmware.Documents;
using Nf.Firmware.Errors;
using Nf.Hal.Devices;

namespace Nf.Firmware.Reports;

/// <summary>The journal's text of a period on paper (norms, art. 33 C b), d), each day with its verdict.</summary>
internal sealed class JournalReport : IReportPages
{
    private const int LinesPerPage = 32;

    private readonly ReportHead _head;
    private readonly JournalPeriod _journal;
    private readonly JournalPaper _paper;
    private ReportPeriod _period;
    private string _title;

    internal JournalReport(ReportHead head, JournalPeriod journal, JournalPaper paper)
    {
        _head = head;
        _journal = journal;
        _paper = paper;
    }

    /// <summary>Goes to the beginning of these days.</summary>
    internal void Begin(string title, ReportPeriod period)
    {
        _title = title;
        _period = period;
        _journal.Begin(period.FirstZ, period.LastZ);
    }

    /// <inheritdoc/>
    public FiscalError Next(DocumentWriter writer, long now, out bool isLast)
    {
        if (_title != null) _head.Write(writer, _title, _period, now);
        _title = null;
        JournalStep step = JournalStep.Line;
        for (int i = 0; i < LinesPerPage && step > JournalStep.Busy && step < JournalStep.End; i++)
        {
            step = _journal.Next(writer);
            if (step == JournalStep.Line) _paper.Put(writer, _journal.Text);
            if (step == JournalStep.Note) writer.Put(LineStyle.Bold);
        }

        isLast = step == JournalStep.End;
        if (!isLast) return FiscalError.None;
        writer.Separator();
        _head.End(writer);
        return FiscalError.None;
    }
}
