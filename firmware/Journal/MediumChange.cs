using Nf.Firmware.Bytes;
using Nf.Firmware.Documents;
using Nf.Firmware.Errors;
using Nf.Firmware.FiscalMemory;
using Nf.Firmware.Identity;
using Nf.Firmware.Online;
using Nf.Firmware.WorkingMemory;

namespace Nf.Firmware.Journal;

/// <summary>Puts a new, empty medium to use for the journal, with a closed day (norms, art. 33 A h), 63 (7) f)).</summary>
/// <remarks>
/// The medium gets its label first; the fiscal memory record decides. A label without its record is taken up again by the
/// next change, a record that the working memory does not know yet by the next start.
/// </remarks>
internal sealed class MediumChange
{
    /// <summary>Media at most: reports print two digits. The norms ask for 30 (art. 46 (1) e)).</summary>
    internal const int MaxMedia = 99;

    private readonly RegisterIdentity _identity;
    private readonly FiscalMemoryLog _log;
    private readonly WorkingState _state;
    private readonly Readiness _readiness;
    private readonly JournalLabel _label;
    private readonly DocumentIssuer _issuer;
    private readonly NonFiscalDocument _notices;
    private readonly JournalRoom _room;
    private readonly Reporting _reporting;
    private readonly byte[] _payload = new byte[2];

    internal MediumChange(RegisterIdentity identity, FiscalMemoryLog log, WorkingState state, Readiness readiness, JournalLabel label,
        DocumentIssuer issuer, NonFiscalDocument notices, JournalRoom room, Reporting reporting)
    {
        _identity = identity;
        _log = log;
        _state = state;
        _readiness = readiness;
        _label = label;
        _issuer = issuer;
        _notices = notices;
        _room = room;
        _reporting = reporting;
    }

    /// <summary>Initialises the medium in its place. Busy: ask again.</summary>
    internal FiscalError Change()
    {
        FiscalError error = _readiness.ForMediumChange(out long now);
        if (error != FiscalError.None) return error;
        if (_state.TextLength != 0) return FiscalError.ZReportNeeded;
        // Its days can only be told to ANAF from this medium.
        if (_reporting != null && _reporting.HoldsCard) return FiscalError.MessagesPending;
        int number = _identity.Medium + 1;
        if (number > MaxMedia || !_log.HasRoom(RecordKind.JournalMedium)) return FiscalError.JournalMediaExhausted;
        _label.Expect(_identity.Fiscal.Series, number);
        error = Initialise();
        if (error == FiscalError.None) error = Record(number, now);
        if (error == FiscalError.None) error = _identity.Load(_log);
        _label.Expect(_identity.Fiscal.Series, _identity.Medium);
        return error == FiscalError.None ? Announce(now, false) : error;
    }

    /// <summary>After a start: the fiscal memory has a medium that the working memory does not know yet.</summary>
    internal FiscalError Recover() =>
        _identity.Medium == _state.Medium ? FiscalError.None : Announce(_identity.MediumSince, true);

    private FiscalError Initialise()
    {
        FiscalError error = _label.CheckEmpty();
        if (error != FiscalError.None) return error;
        return _room.IsFull ? FiscalError.JournalFull : _label.Write();
    }

    private FiscalError Record(int number, long now)
    {
        var writer = new ByteWriter(_payload);
        writer.U16(number);
        return _log.Append(RecordKind.JournalMedium, now, _payload, writer.Position);
    }

    private FiscalError Announce(long time, bool keepAnswer)
    {
        _state.Medium = _identity.Medium;
        _notices.MediumInitialised(time, _identity.Medium);
        FiscalError error = _issuer.Measure();
        if (error != FiscalError.None) return error;
        return keepAnswer ? _issuer.DecideKeepingAnswer(DocumentKind.MediumNotice, time) : _issuer.Decide(DocumentKind.MediumNotice, time);
    }
}
