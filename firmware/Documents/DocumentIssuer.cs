using Nf.Firmware.Errors;
using Nf.Firmware.Host;
using Nf.Firmware.Identity;
using Nf.Firmware.Journal;
using Nf.Firmware.WorkingMemory;

namespace Nf.Firmware.Documents;

/// <summary>Decides documents: one commit of the working state makes what stands in the spool a document, for ever.</summary>
internal sealed class DocumentIssuer
{
    private readonly RegisterIdentity _identity;
    private readonly WorkingState _state;
    private readonly StateStore _store;
    private readonly Spool _spool;
    private readonly DocumentMeter _meter;
    private readonly DaySnapshot _snapshot;
    private readonly HostRecords _host;
    private readonly DocumentIndex _index = new DocumentIndex();
    private DatecsRequest _request;
    private DatecsAnswer _answer;

    internal DocumentIssuer(RegisterIdentity identity, WorkingState state, StateStore store, Spool spool, DocumentOutput output,
        DaySnapshot snapshot, HostRecords host)
    {
        _identity = identity;
        _state = state;
        _store = store;
        _spool = spool;
        _meter = new DocumentMeter(spool);
        _snapshot = snapshot;
        _host = host;
        Output = output;
    }

    internal DocumentOutput Output { get; }

    /// <summary>The answer that the host gets if the next commit happens; it is kept in that commit.</summary>
    internal void AnswerWith(DatecsRequest request, DatecsAnswer answer)
    {
        _request = request;
        _answer = answer;
    }

    /// <summary>Measures the spooled document. Nothing is decided.</summary>
    internal FiscalError Measure()
    {
        if (_spool.Failure != FiscalError.None) return _spool.Failure;
        _meter.Begin(_state.DayHash);
        return _meter.Measure();
    }

    /// <summary>Measures what was spooled since; the day's hash up to before it goes to <paramref name="digest"/>.</summary>
    internal FiscalError MeasureRest(ReportDocument report, byte[] digest)
    {
        _meter.Hash.Finish(digest, 0);
        report.EndZ(digest);
        return _spool.Failure != FiscalError.None ? _spool.Failure : _meter.Measure();
    }

    /// <summary>The measured document is decided, together with all that was changed in the state before.</summary>
    internal FiscalError Decide(DocumentKind kind, long now)
    {
        FiscalError error = Extend(kind, now, _request != null);
        return error != FiscalError.None ? error : Begun(Commit());
    }

    /// <summary>Decides a document that no host asked for: the host's last answer stays the last.</summary>
    internal FiscalError DecideKeepingAnswer(DocumentKind kind, long now)
    {
        FiscalError error = Extend(kind, now, false);
        return error != FiscalError.None ? error : Begun(CommitKeepingAnswer());
    }

    /// <summary>Puts the measured document into the state without committing; the day's file and hash stay as they are.</summary>
    internal void TakeDocument(DocumentKind kind, long now)
    {
        PendingDocument document = _state.Document;
        document.Id++;
        document.Kind = kind;
        document.SpoolBytes = _spool.Length;
        document.SpoolCheck = _meter.SpoolCheck;
        document.PrintLines = _meter.PrintLines;
        document.File = _state.OpenDay;
        document.TextStart = _state.TextLength;
        document.TextBytes = IsJournaled(kind) ? _meter.TextBytes : 0;
        document.RecordStart = _state.RecordLength;
        document.RecordBytes = _meter.RecordBytes;
        if (_identity.IsFiscalised) _state.NewestTime = now;
    }

    /// <summary>Takes the document put into the state back out of it: it was not decided.</summary>
    internal void ForgetDocument()
    {
        PendingDocument document = _state.Document;
        document.Kind = DocumentKind.None;
        document.PrintLines = 0;
        document.TextBytes = 0;
        document.RecordBytes = 0;
        AnswerWith(null, null);
    }

    /// <summary>Commits the state with the answer that was announced for it.</summary>
    internal FiscalError Commit()
    {
        if (_request == null) _state.LastAnswer.Clear();
        else _state.LastAnswer.Remember(_request, _answer);
        return _store.Commit();
    }

    /// <summary>Commits a later step of what was committed before; the host's answer is the one kept then.</summary>
    internal FiscalError CommitKeepingAnswer() => _store.Commit();

    private FiscalError Extend(DocumentKind kind, long now, bool answers)
    {
        if (IsJournaled(kind)) return ExtendDay(kind, now, answers);
        TakeDocument(kind, now);
        return FiscalError.None;
    }

    // The day's file and hash grow by the document; its records end with the day as it is then.
    private FiscalError ExtendDay(DocumentKind kind, long now, bool answers)
    {
        int start = _state.TextLength;
        _state.NewestTime = now;
        _state.TextLength += _meter.TextBytes;
        _state.DayHash.CopyFrom(_meter.Hash);
        _index.Put(_spool, kind, now, start, _meter.TextBytes);
        if (kind == DocumentKind.Receipt && _state.Issued.LastHasKey) _host.PutKey(_spool, _state.Issued);
        if (answers) _host.PutAnswer(_spool, _request, _answer);
        FiscalError error = _meter.Measure();
        _snapshot.Put(_spool, _state, _meter.RecordCheck);
        if (error == FiscalError.None) error = _spool.Failure != FiscalError.None ? _spool.Failure : _meter.Measure();
        // The state is ahead of the stores now: as after a commit that failed, only a new start helps.
        if (error != FiscalError.None) return _store.Fail();
        TakeDocument(kind, now);
        _state.Document.TextStart = start;
        _state.RecordLength += _meter.RecordBytes;
        return FiscalError.None;
    }

    // The journal holds what the registration mode prints, and the Z report; what the reporting mode prints is read from
    // the stores and stands there already (norms, art. 63 (2), (7) c). Before fiscalisation every document is a trial.
    private bool IsJournaled(DocumentKind kind) => _identity.IsFiscalised && kind != DocumentKind.ReportX && kind != DocumentKind.Report
        && kind != DocumentKind.MediumNotice && kind != DocumentKind.Fiscalisation && kind != DocumentKind.Provisioning
        && kind != DocumentKind.ConnectionTest && kind != DocumentKind.SendingSlip && kind != DocumentKind.Update;

    private FiscalError Begun(FiscalError committed)
    {
        if (committed == FiscalError.None) Output.Begin();
        return committed;
    }
}
