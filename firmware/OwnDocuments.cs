using Nf.Firmware.Day;
using Nf.Firmware.Documents;
using Nf.Firmware.Errors;
using Nf.Firmware.WorkingMemory;

namespace Nf.Firmware;

/// <summary>The documents that the register issues by itself: what is due of fiscalisation, notices, and the Z of a full journal.</summary>
internal sealed class OwnDocuments
{
    private readonly WorkingState _state;
    private readonly DocumentIssuer _issuer;
    private readonly Readiness _readiness;
    private readonly ClosureDesk _closures;
    private readonly FiscalisationDesk _fiscalisation;
    private readonly MemoryRebuild _rebuild;
    private readonly NonFiscalDocument _notices;
    private readonly RegisterParts _parts;
    private bool _powerNoticeDue;

    internal OwnDocuments(RegisterParts parts, MemoryRebuild rebuild, NonFiscalDocument notices)
    {
        _parts = parts;
        _state = parts.State;
        _issuer = parts.Issuer;
        _readiness = parts.Readiness;
        _closures = parts.Closures;
        _fiscalisation = parts.Fiscalisation;
        _rebuild = rebuild;
        _notices = notices;
    }

    /// <summary>One of them waits to be issued.</summary>
    internal bool IsDue => _powerNoticeDue || _fiscalisation.IsDue || _rebuild.NoticeDue || _readiness.ClosureDue || IsProvisioned || IsTested || IsTold;

    /// <summary>The document on its way was interrupted: after it the paper must say so.</summary>
    internal void OwePowerNotice() => _powerNoticeDue = true;

    /// <summary>Issues the next one; only when nothing else is on its way. False when none could be.</summary>
    internal bool Issue()
    {
        if (_fiscalisation.IsDue) return _fiscalisation.Issue();
        if (_rebuild.NoticeDue) return IssueNotice(DocumentKind.ResetNotice);
        if (_powerNoticeDue) return IssueNotice(DocumentKind.PowerNotice);
        if (IsProvisioned) return _parts.Online.Records.Issue();
        if (IsTested) return _parts.Online.Connection.Issue();
        if (IsTold) return _parts.Online.Slip.Issue();
        return _readiness.ClosureDue && CloseFullJournal();
    }

    private bool IsTested => _parts.Online != null && _parts.Online.Connection.IsDue && MayPrint;

    // Days that are sent one after another are told of together.
    private bool IsTold => _parts.Online != null && _parts.Online.Slip.IsDue && _parts.Online.Transmitter.IsIdle && MayPrint;

    // What the server changes may be due in the middle of a receipt, whose lines have the spool.
    private bool IsProvisioned => _parts.Online != null && _parts.Online.Records.IsDue && MayPrint;

    private bool MayPrint => !_parts.Receipts.Receipt.IsOpen && !_parts.NonFiscal.IsOpen && _readiness.ForReport(out _) == FiscalError.None;

    private bool IssueNotice(DocumentKind kind)
    {
        if (_readiness.ForDocument(out long now) != FiscalError.None) return false;
        _powerNoticeDue = false;
        if (kind == DocumentKind.PowerNotice) _notices.PowerNotice(now);
        else _notices.ResetNotice(now, _state.Totals, false);
        _rebuild.NoticeDue = false;
        if (_issuer.Measure() == FiscalError.None) _issuer.DecideKeepingAnswer(kind, now);
        return true;
    }

    // The host that could not open its receipt has its refusal; the closure is nobody's command.
    private bool CloseFullJournal()
    {
        _readiness.ClosureDue = false;
        _issuer.AnswerWith(null, null);
        return _closures.ReportZ() == FiscalError.None;
    }
}
