using Nf.Firmware.Documents;
using Nf.Firmware.Errors;
using Nf.Firmware.Journal;

namespace Nf.Firmware.Reports;

/// <summary>One document of the journal on paper: marked as what it is before and after it (norms, art. 63 (5)).</summary>
internal sealed class DocumentReport : IReportPages
{
    private const int LinesPerPage = 32;

    private readonly ReportHead _head;
    private readonly JournalLines _lines;
    private readonly JournalPaper _paper;
    private bool _isBegun;
    private int _day;

    internal DocumentReport(ReportHead head, JournalLines lines, JournalPaper paper)
    {
        _head = head;
        _lines = lines;
        _paper = paper;
    }

    /// <summary>Opens the document's text.</summary>
    internal FiscalError Begin(int day, int start, int length)
    {
        _day = day;
        _isBegun = false;
        return _lines.Open(JournalFiles.Text(day), start, length);
    }

    /// <inheritdoc/>
    public FiscalError Next(DocumentWriter writer, long now, out bool isLast)
    {
        isLast = false;
        if (!_isBegun) Head(writer, now);
        _isBegun = true;
        for (int i = 0; i < LinesPerPage; i++)
        {
            FiscalError error = _lines.Next(out isLast);
            if (error != FiscalError.None) return error;
            if (isLast) break;
            _paper.Put(writer, _lines);
        }

        if (!isLast) return FiscalError.None;
        writer.Separator();
        _head.End(writer);
        return FiscalError.None;
    }

    private void Head(DocumentWriter writer, long now)
    {
        _head.Write(writer, "DATE DIN JURNALUL ELECTRONIC", null, now);
        writer.Line.Clear();
        writer.Line.Add("ZIUA Z: ");
        writer.Line.AddPadded(_day, 4);
        writer.Put();
        writer.Separator();
    }
}
