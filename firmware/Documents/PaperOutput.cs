using Nf.Firmware.Errors;
using Nf.Firmware.Programming;
using Nf.Firmware.WorkingMemory;
using Nf.Hal.Devices;

namespace Nf.Firmware.Documents;

/// <summary>Brings a decided document to paper, line by line, and knows after a power cut how far it was.</summary>
/// <remarks>
/// When the paper ends or the cover is opened in the middle, what is on paper is no document. Once there is paper again, a
/// notice says so and the document is printed from its first line: the customer has one whole original. Only when its last
/// lines, which make a receipt fiscal, have begun, it goes on: nobody gets two.
/// </remarks>
internal sealed class PaperOutput
{
    /// <summary>The end of a receipt, which none may have twice: «BON FISCAL», the logotype, the number in the shop, the cut.</summary>
    private const int ClosingLines = 4;

    private const PrinterFaults PaperFaults = PrinterFaults.PaperEnd | PrinterFaults.CoverOpen;

    private readonly PendingDocument _document;
    private readonly Spool _spool;
    private readonly PrintProgress _progress;
    private readonly IPrinter _printer;
    private readonly CounterEntries _counters;
    private readonly InterruptionNotice _notice;
    private int _position;
    private int _printed;
    private int _noticeEntries;
    private int _total;
    private bool _lineUnderWay;
    private bool _paperLost;

    internal PaperOutput(PendingDocument document, Spool spool, PrintProgress progress, IPrinter printer,
        CounterEntries counters)
    {
        _document = document;
        _spool = spool;
        _progress = progress;
        _printer = printer;
        _counters = counters;
        _notice = new InterruptionNotice(printer);
    }

    /// <summary>The whole document is on paper.</summary>
    internal bool IsDone => _printed >= _total && !_lineUnderWay;

    /// <summary>The document was given up with the memory that held it: what is on paper belongs to none.</summary>
    internal void Forget() => _progress.Forget();

    /// <summary>Asks the progress cells how far the document is; after a start, or when it has just been decided.</summary>
    internal void Load()
    {
        _printed = _progress.Load(_document.Id);
        CountEntries();
    }

    /// <summary>Finds the place to begin at, or to go on.</summary>
    internal FiscalError Begin()
    {
        Load();
        _position = 0;
        _lineUnderWay = false;
        _paperLost = false;
        for (int skipped = _noticeEntries; skipped < _printed; skipped++)
        {
            FiscalError error = NextLine();
            if (error != FiscalError.None) return error;
        }

        return FiscalError.None;
    }

    /// <summary>One step.</summary>
    /// <param name="worked">False while the printer works, or is waited for.</param>
    internal FiscalError Turn(out bool worked)
    {
        worked = false;
        FiscalError error = LosesPaper() ? StartOver() : FiscalError.None;
        if (error != FiscalError.None || !_printer.Idle || WaitsForPaper()) return error;
        worked = true;
        if (_lineUnderWay)
        {
            _lineUnderWay = false;
            _printed++;
            error = _progress.Save(_document.Id, _printed);
        }

        return error != FiscalError.None || IsDone ? error : StartNext();
    }

    // Nothing is lost while not even the first line is done: the printer finishes that one on the new paper.
    private bool LosesPaper()
    {
        if (_printed == 0 || (_printer.Faults & PaperFaults) == 0 || _progress.Attempt == PrintProgress.MaxAttempt) return false;
        int begun = _printed + (_lineUnderWay ? 1 : 0);
        return begun <= _total - ClosingLines;
    }

    // The line under way is finished by the printer, before the notice, and counts for nothing.
    private FiscalError StartOver()
    {
        _printed = 0;
        _position = 0;
        _lineUnderWay = false;
        _paperLost = true;
        FiscalError error = _progress.StartOver(_document.Id);
        CountEntries();
        return error;
    }

    // The notice comes before every attempt but the first.
    private void CountEntries()
    {
        _noticeEntries = _progress.Attempt > 0 ? _notice.Entries : 0;
        _total = _noticeEntries + _document.PrintLines;
    }

    private bool WaitsForPaper()
    {
        if (_paperLost) _paperLost = (_printer.Faults & PaperFaults) != 0;
        return _paperLost;
    }

    private FiscalError StartNext()
    {
        _lineUnderWay = true;
        if (_printed < _noticeEntries)
        {
            _notice.Start(_printed);
            return FiscalError.None;
        }

        FiscalError error = NextLine();
        if (error == FiscalError.None) StartLine();
        else _lineUnderWay = false;
        return error;
    }

    private void StartLine()
    {
        if (_spool.EntryKind == Spool.CutEntry)
        {
            _printer.Cut();
            return;
        }

        var style = _spool.EntryKind == Spool.UnhashedEntry ? LineStyle.Normal : (LineStyle)_spool.EntryKind;
        _printer.PrintLine(_spool.Text, _spool.TextOffset, _spool.TextLength, style);
    }

    private FiscalError NextLine()
    {
        do
        {
            int next = _spool.Read(_position, _document.SpoolBytes);
            if (next == 0) return FiscalError.WorkingMemoryFailed;
            FiscalError error = _spool.EntryKind == Spool.CounterEntry ? _counters.CarryOut(_document) : FiscalError.None;
            if (error != FiscalError.None) return error;
            _position = next;
        }
        while (!_spool.IsForPrinter);
        return FiscalError.None;
    }
}
