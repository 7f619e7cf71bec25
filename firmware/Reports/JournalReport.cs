using Nf.Firmware.Documents;
using Nf.Firmware.Errors;

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
        for (int i = 0; i < LinesPerPage && !_journal.IsDone; i++)
        {
            if (_journal.Next(writer)) _paper.Put(writer, _journal.Text);
            else writer.Put(Nf.Hal.Devices.LineStyle.Bold);
        }

        isLast = _journal.IsDone;
        if (isLast) _head.End(writer);
        return FiscalError.None;
    }
}
