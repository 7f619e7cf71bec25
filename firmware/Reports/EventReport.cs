using Nf.Firmware.Documents;
using Nf.Firmware.Errors;
using Nf.Firmware.FiscalMemory;

namespace Nf.Firmware.Reports;

/// <summary>All records of one kind: journal media (norms, art. 33 C e), headers (art. 33 C f), VAT groups, RAM resets, and those of the online module.</summary>
internal sealed class EventReport : IReportPages
{
    private readonly FiscalMemoryLog _log;
    private readonly ReportHead _head;
    private readonly RecordLines _lines;
    private readonly ClosureFinder _finder;
    private RecordKind _kind;
    private bool _isBegun;
    private int _number;

    internal EventReport(FiscalMemoryLog log, ReportHead head, RecordLines lines)
    {
        _log = log;
        _head = head;
        _lines = lines;
        _finder = new ClosureFinder(log);
    }

    /// <summary>Goes to the beginning.</summary>
    internal void Begin(RecordKind kind)
    {
        _kind = kind;
        _isBegun = false;
        _number = 0;
    }

    /// <inheritdoc/>
    public FiscalError Next(DocumentWriter writer, long now, out bool isLast)
    {
        isLast = false;
        if (!_isBegun)
        {
            _isBegun = true;
            _head.Write(writer, Title(_kind), null, now);
            return FiscalError.None;
        }

        if (_finder.ByOrder(_kind, ++_number, out int slot))
        {
            if (!_log.Read(slot)) return FiscalError.FiscalMemoryDamaged;
            _lines.WriteEvent(writer);
            return FiscalError.None;
        }

        isLast = true;
        writer.Number("ÎNREGISTRĂRI", _log.Count(_kind));
        _head.End(writer);
        return FiscalError.None;
    }

    private static string Title(RecordKind kind)
    {
        switch (kind)
        {
            case RecordKind.JournalMedium: return "INIȚIALIZĂRI JURNAL ELECTRONIC";
            case RecordKind.Header: return "SCHIMBĂRI ANTET";
            case RecordKind.VatGroups: return "SCHIMBĂRI COTE TVA";
            case RecordKind.AnafCertificate: return "CERTIFICATE ANAF";
            case RecordKind.OwnCertificate: return "CERTIFICATE APARAT";
            case RecordKind.Configuration: return "CONFIGURĂRI ANAF";
            case RecordKind.Unblocking: return "DEBLOCĂRI ANAF";
            default: return "RESETĂRI RAM";
        }
    }
}
