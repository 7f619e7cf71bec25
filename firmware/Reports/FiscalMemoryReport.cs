using Nf.Firmware.Documents;
using Nf.Firmware.Errors;
using Nf.Firmware.FiscalMemory;

namespace Nf.Firmware.Reports;

/// <summary>The periodic report of the fiscal memory (norms, art. 33 C c): each record of the period, or the sums alone.</summary>
/// <remarks>One record is in RAM at a time; a page reads at most <see cref="SlotsPerPage"/> slots.</remarks>
internal sealed class FiscalMemoryReport : IReportPages
{
    private const int SlotsPerPage = 8;

    private readonly FiscalMemoryLog _log;
    private readonly ReportHead _head;
    private readonly RecordLines _lines;
    private readonly PeriodFinder _finder;
    private readonly PeriodSums _sums = new PeriodSums();
    private ClosureRecord _closure;
    private ReportPeriod _period;
    private bool _isDetailed;
    private bool _isBegun;
    private int _slot;

    internal FiscalMemoryReport(FiscalMemoryLog log, ReportHead head, RecordLines lines, PeriodFinder finder)
    {
        _log = log;
        _head = head;
        _lines = lines;
        _finder = finder;
    }

    /// <summary>Goes to the beginning.</summary>
    internal void Begin(ReportPeriod period, bool isDetailed)
    {
        _period = period;
        _isDetailed = isDetailed;
        _isBegun = false;
        _slot = period.FirstSlot;
        _sums.Clear();
    }

    /// <inheritdoc/>
    public FiscalError Next(DocumentWriter writer, long now, out bool isLast)
    {
        isLast = false;
        if (!_isBegun)
        {
            _isBegun = true;
            _head.Write(writer, _isDetailed ? "RAPORT MEMORIE FISCALĂ DETALIAT" : "RAPORT MEMORIE FISCALĂ SUMAR", _period, now);
            return FiscalError.None;
        }

        if (_slot < _period.EndSlot) return Records(writer);
        isLast = true;
        Totals(writer);
        _head.End(writer);
        return FiscalError.None;
    }

    // A detailed report fills a page with one record; a summary passes over some and leaves the page empty.
    private FiscalError Records(DocumentWriter writer)
    {
        bool isFull = false;
        for (int i = 0; i < SlotsPerPage && _slot < _period.EndSlot && !isFull; i++, _slot++)
        {
            if (_log.Read(_slot)) isFull = Record(writer);
            else if (_log.ReadHead(_slot)) return FiscalError.FiscalMemoryDamaged;
        }

        return FiscalError.None;
    }

    private bool Record(DocumentWriter writer)
    {
        if (_log.Kind == RecordKind.Closure)
        {
            if (_closure == null) _closure = new ClosureRecord();
            _closure.Load(_log.Payload);
            _sums.Add(_closure);
            if (_isDetailed) _lines.WriteClosure(writer, _closure);
        }
        else if (_isDetailed)
        {
            _lines.WriteEvent(writer);
        }

        return _isDetailed;
    }

    private void Totals(DocumentWriter writer)
    {
        _sums.Write(writer);
        writer.Number("PROGRAMĂRI ANTET", _finder.Count(_period, RecordKind.Header));
        writer.Number("PROGRAMĂRI COTE TVA", _finder.Count(_period, RecordKind.VatGroups));
        writer.Number("INIȚIALIZĂRI JURNAL", _finder.Count(_period, RecordKind.JournalMedium));
        writer.Number("RESETĂRI RAM", _finder.Count(_period, RecordKind.RamReset));
    }
}
