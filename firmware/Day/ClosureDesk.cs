using Nf.Firmware.Bytes;
using Nf.Firmware.Documents;
using Nf.Firmware.Errors;
using Nf.Firmware.FiscalMemory;
using Nf.Firmware.Identity;
using Nf.Firmware.WorkingMemory;

namespace Nf.Firmware.Day;

/// <summary>X reports, and the Z report as one indivisible operation (norms, art. 64).</summary>
/// <remarks>
/// A Z is decided by its fiscal memory record. Before that record the working memory says only that a closure is
/// pending; after a power cut the record's presence decides whether the day is closed or goes on.
/// </remarks>
public sealed class ClosureDesk
{
    /// <summary>The Z counter has four digits in ANAF's identifiers.</summary>
    private const int MaxNumber = 9999;

    private readonly RegisterIdentity _identity;
    private readonly WorkingState _state;
    private readonly FiscalMemoryLog _log;
    private readonly DocumentIssuer _issuer;
    private readonly ReportDocument _report;
    private readonly Readiness _readiness;
    private readonly byte[] _digest = new byte[ClosureRecord.DigestLength];
    private readonly byte[] _payload = new byte[ClosureRecord.SavedLength];
    private readonly RamResets _resets;

    internal ClosureDesk(RegisterIdentity identity, WorkingState state, FiscalMemoryLog log, DocumentIssuer issuer, ReportDocument report,
        Readiness readiness)
    {
        _identity = identity;
        _state = state;
        _log = log;
        _resets = new RamResets(log);
        _issuer = issuer;
        _report = report;
        _readiness = readiness;
    }

    /// <summary>Prints the day's sums so far and closes nothing. Busy: ask again.</summary>
    public FiscalError ReportX()
    {
        FiscalError error = _readiness.ForReport(out long now);
        if (error != FiscalError.None) return error;
        _report.X(now);
        error = _issuer.Measure();
        return error != FiscalError.None ? error : _issuer.Decide(DocumentKind.ReportX, now);
    }

    /// <summary>Closes the day. Busy: ask again.</summary>
    public FiscalError ReportZ()
    {
        FiscalError error = _readiness.ForDocument(out long now);
        if (error != FiscalError.None) return error;
        if (_state.OpenDay > MaxNumber) return FiscalError.FiscalMemoryFull;
        if (!_identity.IsFiscalised) return TrialZ(now);
        _resets.BeginOpenDay();
        _report.BeginZ(now, _log.ClosuresLeft > 0 ? _log.ClosuresLeft - 1 : 0, _resets);
        error = MeasureZ();
        if (error != FiscalError.None) return error;
        _issuer.TakeDocument(DocumentKind.ReportZ, now);
        _state.ClosurePending = true;
        error = _issuer.Commit();
        if (error != FiscalError.None) return error;
        // A memory that went away in the middle may hold the record or not: the next start finds out.
        error = _log.Append(RecordKind.Closure, now, _payload, Compose());
        if (error == FiscalError.None) return Finish();
        if (error == FiscalError.FiscalMemoryMissing) return _readiness.StartFailure = error;
        Drop();
        // A memory that cannot be written is only read from then on (norms, art. 38 e)).
        if (error == FiscalError.FiscalMemoryWriteFailed) _readiness.StartFailure = error;
        return error;
    }

    /// <summary>After a start: the fiscal memory says whether the pending closure happened.</summary>
    internal FiscalError Recover(int lastClosure)
    {
        return lastClosure == _state.OpenDay ? Finish() : Drop();
    }

    /// <summary>
    /// The day's closure is in the fiscal memory and its Z report was lost with the working memory: lays it out again from
    /// the rebuilt day, and brings it to journal and paper if it is the same, which its hash tells.
    /// </summary>
    /// <param name="time">Moment of the closure, seconds since 2000.</param>
    /// <param name="digest">The hash in the closure's record.</param>
    internal FiscalError Repeat(long time, byte[] digest)
    {
        _resets.BeginDay(_state.OpenDay);
        _report.BeginZ(time, _log.ClosuresLeft, _resets);
        FiscalError error = MeasureZ();
        if (error != FiscalError.None) return error;
        for (int i = 0; i < digest.Length; i++)
            if (_digest[i] != digest[i]) return FiscalError.JournalDamaged;
        _issuer.TakeDocument(DocumentKind.ReportZ, time);
        return Finish();
    }

    private FiscalError MeasureZ()
    {
        FiscalError error = _issuer.Measure();
        return error == FiscalError.None ? _issuer.MeasureRest(_report, _digest) : error;
    }

    // Before fiscalisation a day is only played: nothing of it is in fiscal memory or journal (norms, art. 103 (2)).
    private FiscalError TrialZ(long now)
    {
        _report.TrialZ(now);
        FiscalError error = _issuer.Measure();
        if (error != FiscalError.None) return error;
        _state.Totals.Clear();
        _state.FirstReceipt = 0;
        _state.LastZ++;
        return _issuer.Decide(DocumentKind.ReportZ, now);
    }

    private int Compose()
    {
        var writer = new ByteWriter(_payload);
        ClosureRecord.Save(writer, _state.OpenDay, _state.FirstReceipt, _state.Medium, _digest, _identity.Groups, _state.Totals,
            _state.GrandTotal + _state.Totals.Total, _state.GrandVat + _state.Totals.TotalVat,
            _state.LastAnswer.IsValid ? _state.LastAnswer.FrameCrc : 0);
        return writer.Position;
    }

    // The day is closed: what is left is to clear it and to bring its Z report to journal and paper.
    private FiscalError Finish()
    {
        _state.GrandTotal += _state.Totals.Total;
        _state.GrandVat += _state.Totals.TotalVat;
        _state.LastZ++;
        _state.ClearDay();
        FiscalError error = _issuer.CommitKeepingAnswer();
        if (error == FiscalError.None) _issuer.Output.Begin();
        return error;
    }

    // The day was not closed and goes on: its Z report never was.
    private FiscalError Drop()
    {
        _issuer.ForgetDocument();
        _state.ClosurePending = false;
        return _issuer.Commit();
    }
}
