using Nf.Firmware.Errors;
using Nf.Firmware.WorkingMemory;

namespace Nf.Firmware.Documents;

/// <summary>Issues a long report page by page while its host command is under way.</summary>
/// <remarks>
/// A command calls <see cref="Begin"/> once and <see cref="Continue"/> at every turn until it is no longer Busy. A power
/// cut or a fault ends the report where it is: its pages are documents that stand for themselves, and the host, who got
/// no answer, may ask for the whole again.
/// </remarks>
internal sealed class PagedReport
{
    private readonly DocumentIssuer _issuer;
    private readonly DocumentWriter _writer;
    private readonly Spool _spool;
    private readonly Readiness _readiness;
    private IReportPages _pages;

    internal PagedReport(DocumentIssuer issuer, DocumentWriter writer, Spool spool, Readiness readiness)
    {
        _issuer = issuer;
        _writer = writer;
        _spool = spool;
        _readiness = readiness;
    }

    /// <summary>A report is under way.</summary>
    internal bool IsActive => _pages != null;

    internal void Begin(IReportPages pages) => _pages = pages;

    /// <summary>Issues the next page once the one before is on paper. None: the last page is decided.</summary>
    internal FiscalError Continue()
    {
        FiscalError error = _readiness.ForReport(out long now);
        if (error == FiscalError.Busy) return error;
        bool isLast = true;
        if (error == FiscalError.None) error = Issue(now, out isLast);
        if (error == FiscalError.None && !isLast) return FiscalError.Busy;
        _pages = null;
        return error;
    }

    // The host's answer belongs to the last page: until that is decided, a restart must not find it given.
    private FiscalError Issue(long now, out bool isLast)
    {
        _spool.Clear();
        FiscalError error = _pages.Next(_writer, now, out isLast);
        if (error == FiscalError.None) error = _issuer.Measure();
        if (error != FiscalError.None) return error;
        return isLast ? _issuer.Decide(DocumentKind.Report, now) : _issuer.DecideKeepingAnswer(DocumentKind.Report, now);
    }
}
