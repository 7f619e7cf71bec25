using Nf.Firmware.Documents;
using Nf.Firmware.Errors;
using Nf.Firmware.WorkingMemory;

namespace Nf.Firmware.Reports;

/// <summary>The journal's text of a period as a file, exactly as it is recorded (norms, art. 33 C d).</summary>
internal sealed class JournalFile : IFileParts
{
    private const int LinesPerPart = 32;

    private readonly ReportHead _head;
    private readonly JournalPeriod _journal;
    private readonly DocumentWriter _writer;
    private readonly Spool _spool;
    private ReportPeriod _period;
    private bool _isHeaded;

    internal JournalFile(ReportHead head, JournalPeriod journal, DocumentWriter writer, Spool spool)
    {
        _head = head;
        _journal = journal;
        _writer = writer;
        _spool = spool;
    }

    /// <summary>Goes to the beginning of these days.</summary>
    internal void Begin(ReportPeriod period)
    {
        _period = period;
        _isHeaded = false;
        _journal.Begin(period.FirstZ, period.LastZ);
    }

    /// <inheritdoc/>
    public FiscalError Next(ExportFile file, out bool isLast)
    {
        FiscalError error = FiscalError.None;
        _spool.Clear();
        if (!_isHeaded)
        {
            _isHeaded = true;
            _head.Write(_writer, "RAPORT JURNAL ELECTRONIC", _period, 0);
            error = file.Add(_spool);
        }

        JournalStep step = JournalStep.Line;
        for (int i = 0; error == FiscalError.None && i < LinesPerPart && step > JournalStep.Busy && step < JournalStep.End; i++)
        {
            step = _journal.Next(_writer);
            if (step == JournalStep.Line) error = file.Add(_journal.Text.Buffer, _journal.Text.Offset, _journal.Text.Length);
            if (step == JournalStep.Note) error = Note(file);
        }

        isLast = step == JournalStep.End;
        return error;
    }

    private FiscalError Note(ExportFile file)
    {
        _spool.Clear();
        _writer.Put();
        return file.Add(_spool);
    }
}
