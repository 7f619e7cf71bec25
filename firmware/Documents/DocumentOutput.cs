using Nf.Firmware.Errors;
using Nf.Firmware.Journal;
using Nf.Firmware.Programming;
using Nf.Firmware.WorkingMemory;
using Nf.Hal.Devices;

namespace Nf.Firmware.Documents;

/// <summary>Brings a decided document to journal, receipt records and paper, one bounded step a turn.</summary>
/// <remarks>
/// Every step can be interrupted by a power cut and is taken up again from what journal and progress cells say. Only
/// one line on paper can be in doubt then: the one that the printer had and the cell not yet; it is printed again.
/// </remarks>
internal sealed class DocumentOutput
{
    /// <summary>How long to wait before a medium that refused is tried again, milliseconds.</summary>
    private const int RetryInterval = 250;

    private readonly PendingDocument _document;
    private readonly Spool _spool;
    private readonly PaperOutput _paper;
    private readonly IUptime _uptime;
    private readonly JournalLabel _label;
    private readonly JournalWriter _journal;
    private Step _step;
    private long _retryAt;

    internal DocumentOutput(WorkingState state, Spool spool, PrintProgress progress, IJournalMedium medium, JournalLabel label,
        IPrinter printer, IUptime uptime, CounterEntries counters)
    {
        _document = state.Document;
        _spool = spool;
        _paper = new PaperOutput(_document, spool, progress, printer, counters);
        _uptime = uptime;
        _label = label;
        _journal = new JournalWriter(medium, spool);
    }

    private enum Step
    {
        Done,
        OpenText,
        Text,
        OpenRecords,
        Records,
        OpenPrint,
        Print,
    }

    /// <summary>The names of the files that documents go to.</summary>
    internal DayFiles Files { get; } = new DayFiles();

    /// <summary>The document is where it belongs, and the spool is free.</summary>
    internal bool IsDone => _step == Step.Done;

    /// <summary>Why the document cannot go on; None while it moves.</summary>
    internal FiscalError Fault { get; private set; }

    /// <summary>The document's lines in the working memory are not what was decided; nothing of it is used then.</summary>
    internal FiscalError Damage { get; private set; }

    /// <summary>Why what needs the printer cannot be done now.</summary>
    internal FiscalError Obstacle
    {
        get
        {
            if (Damage != FiscalError.None) return Damage;
            return Fault != FiscalError.None ? Fault : FiscalError.Busy;
        }
    }

    /// <summary>A document was just decided.</summary>
    internal void Begin()
    {
        _step = Step.OpenText;
        Fault = FiscalError.None;
        _retryAt = 0;
    }

    /// <summary>After a start: goes on with the document decided last. True when it had not reached its end.</summary>
    internal bool Resume()
    {
        if (_document.Id == 0) return false;
        _paper.Load();
        if (_paper.IsDone) return false;
        Begin();
        if (!SpoolIsWhole()) Damage = FiscalError.WorkingMemoryLost;
        return true;
    }

    /// <summary>The document is given up: the working memory that held it was lost.</summary>
    internal void Abandon()
    {
        _step = Step.Done;
        Fault = FiscalError.None;
        Damage = FiscalError.None;
        _paper.Forget();
    }

    /// <summary>One step; false when there is nothing to do now.</summary>
    internal bool Turn()
    {
        if (_step == Step.Done || Damage != FiscalError.None || _uptime.Milliseconds < _retryAt) return false;
        switch (_step)
        {
            case Step.OpenText: return Open(Files.Text(_document.File), false, _document.TextStart, _document.TextBytes);
            case Step.OpenRecords: return Open(Files.Records(_document.File), true, _document.RecordStart, _document.RecordBytes);
            case Step.Text: return Append(Step.OpenText, Step.OpenRecords);
            case Step.Records: return Append(Step.OpenRecords, Step.OpenPrint);
            case Step.OpenPrint: return OpenPrint();
            default: return Print();
        }
    }

    private bool Open(string file, bool records, int start, int total)
    {
        // Another card may have come into the slot since the document was decided; later in a day the file tells.
        bool isFirst = _document.TextStart == 0 && _document.TextBytes > 0;
        FiscalError error = isFirst ? _label.Check() : FiscalError.None;
        if (error == FiscalError.None) error = _journal.Begin(file, records, start, total, _document.SpoolBytes);
        if (error != FiscalError.None) return Wait(error);
        _step = records ? Step.Records : Step.Text;
        return true;
    }

    private bool Append(Step again, Step next)
    {
        FiscalError error = _journal.IsDone ? FiscalError.None : _journal.Turn();
        if (error != FiscalError.None)
        {
            _step = again;
            return Wait(error);
        }

        Fault = FiscalError.None;
        if (_journal.IsDone) _step = next;
        return true;
    }

    private bool OpenPrint()
    {
        FiscalError error = _paper.Begin();
        if (error != FiscalError.None) return Wait(error);
        _step = Step.Print;
        return true;
    }

    private bool Print()
    {
        FiscalError error = _paper.Turn(out bool worked);
        if (error != FiscalError.None) return Wait(error);
        if (_paper.IsDone) _step = Step.Done;
        return worked;
    }

    private bool SpoolIsWhole()
    {
        ulong check = 0;
        for (int position = 0; position < _document.SpoolBytes;)
        {
            position = _spool.Read(position, _document.SpoolBytes);
            if (position == 0) return false;
            check = _spool.AddToCheck(check);
        }

        return (uint)check == _document.SpoolCheck;
    }

    private bool Wait(FiscalError error)
    {
        Fault = error;
        _retryAt = _uptime.Milliseconds + RetryInterval;
        return false;
    }
}
