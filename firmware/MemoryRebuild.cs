using Nf.Firmware.Bytes;
using Nf.Firmware.Day;
using Nf.Firmware.Documents;
using Nf.Firmware.Errors;
using Nf.Firmware.FiscalMemory;
using Nf.Firmware.Identity;
using Nf.Firmware.Journal;
using Nf.Firmware.Programming;
using Nf.Firmware.Time;
using Nf.Firmware.WorkingMemory;

namespace Nf.Firmware;

/// <summary>Rebuilds a lost working memory from fiscal memory and journal, one bounded step a turn (norms, art. 43 (1) h), 64 (2) d)).</summary>
/// <remarks>
/// What counts is what the day's records vouch for: a document whose records are not whole was never printed, because
/// paper comes last. One commit decides the rebuilt state together with the notice that tells of it; the fiscal memory
/// record follows, and the state knows how many of them there must be.
/// </remarks>
internal sealed class MemoryRebuild
{
    /// <summary>How long to wait before a medium or clock that refused is asked again, milliseconds.</summary>
    private const int RetryInterval = 250;

    private readonly RegisterDevices _devices;
    private readonly RegisterIdentity _identity;
    private readonly FiscalMemoryLog _log;
    private readonly WorkingState _state;
    private readonly DocumentIssuer _issuer;
    private readonly JournalLabel _label;
    private readonly RegisterClock _clock;
    private readonly ClosureDesk _closures;
    private readonly NonFiscalDocument _notices;
    private readonly DayScan _scan;
    private readonly ShopTables _shop;
    private readonly LastClosedDay _lastDay;
    private readonly byte[] _payload = new byte[RamResets.SavedLength];
    private Step _step;
    private bool _isUnfinished;
    private long _retryAt;

    internal MemoryRebuild(RegisterDevices devices, RegisterIdentity identity, FiscalMemoryLog log, WorkingState state,
        DocumentIssuer issuer, JournalLabel label, RegisterClock clock, ClosureDesk closures, NonFiscalDocument notices, DayScan scan,
        ShopTables shop)
    {
        _devices = devices;
        _identity = identity;
        _log = log;
        _state = state;
        _issuer = issuer;
        _label = label;
        _clock = clock;
        _closures = closures;
        _notices = notices;
        _scan = scan;
        _shop = shop;
        _lastDay = new LastClosedDay(log, state);
    }

    private enum Step
    {
        Off,
        Medium,
        DayBefore,
        OpenDay,
        LastClosure,
    }

    /// <summary>The working memory is not what it must be yet.</summary>
    internal bool IsUnderWay => _step != Step.Off;

    /// <summary>It moves, and will come to an end by itself.</summary>
    internal bool IsBusy => Fault == FiscalError.Busy || NoticeDue;

    /// <summary>What it waits for: a card, the clock; Busy while it works; None when nothing is to be rebuilt.</summary>
    internal FiscalError Fault { get; private set; }

    /// <summary>The rebuilt day goes on from here; a notice must still be printed, which the Z report before it delayed.</summary>
    internal bool NoticeDue { get; set; }

    /// <summary>The working memory holds nothing of use. The fiscal memory says which day is open.</summary>
    internal FiscalError Begin()
    {
        _issuer.Output.Abandon();
        _state.Clear();
        _state.Owner = Digits.Value(_identity.Fiscal.Series);
        _state.Medium = _identity.Medium;
        _state.Resets = _log.Count(RecordKind.RamReset) + 1;
        FiscalError error = _shop.Clear();
        if (error == FiscalError.None) error = _lastDay.Load();
        if (error != FiscalError.None) return error;
        _lastDay.TakeCounts();
        _step = Step.Medium;
        Fault = FiscalError.Busy;
        _retryAt = 0;
        return FiscalError.None;
    }

    /// <summary>One step; false when there is nothing to do now.</summary>
    internal bool Turn()
    {
        if (_step == Step.Off || _devices.Uptime.Milliseconds < _retryAt) return false;
        // A damaged file stays so: only another card can help.
        if (Fault == FiscalError.JournalDamaged && _devices.Journal.Present) return false;
        FiscalError error = NextStep();
        if (error != FiscalError.None) return Wait(error);
        Fault = _step == Step.Off ? FiscalError.None : FiscalError.Busy;
        return true;
    }

    /// <summary>Adds the fiscal memory record of a reset that the state knows of and the fiscal memory does not yet.</summary>
    internal FiscalError Record()
    {
        if (_log.Count(RecordKind.RamReset) >= _state.Resets) return FiscalError.None;
        var writer = new ByteWriter(_payload);
        RamResets.Save(writer, _state.OpenDay, _state.Totals.Receipts);
        long time = _state.NewestTime > _log.NewestTime ? _state.NewestTime : _log.NewestTime;
        return _log.Append(RecordKind.RamReset, time, _payload, writer.Position);
    }

    private FiscalError NextStep()
    {
        if (_step == Step.Medium) return OpenMedium();
        if (!_scan.IsDone) return ReadOn();
        if (_step == Step.DayBefore) return BeginDay();
        return _step == Step.OpenDay ? GoOn() : CloseAgain();
    }

    // After anything that keeps the day from being read, another card may come: all is read again.
    private FiscalError ReadOn()
    {
        FiscalError error = _scan.Turn();
        // A closed day gives the host its keys back as far as it can be read.
        if (error == FiscalError.JournalDamaged && _step == Step.DayBefore) return BeginDay();
        if (error != FiscalError.None) _step = Step.Medium;
        return error;
    }

    private FiscalError OpenMedium()
    {
        _label.Expect(_identity.Fiscal.Series, _state.Medium);
        FiscalError error = _label.Check();
        if (error != FiscalError.None) return error;
        _lastDay.TakeCounts();
        _state.ClearDay();
        _state.Issued.Clear();
        _state.LastAnswer.Clear();
        _isUnfinished = _lastDay.IsUnfinishedOn(_scan);
        if (_isUnfinished) _lastDay.Reopen();
        if (_state.LastZ == 0) return BeginDay();
        _step = Step.DayBefore;
        _scan.BeginRecords(_state.LastZ);
        return FiscalError.None;
    }

    private FiscalError BeginDay()
    {
        _state.ClearDay();
        _state.Currency.Clear();
        _lastDay.TakeAnswer();
        _step = _isUnfinished ? Step.LastClosure : Step.OpenDay;
        _scan.Begin(_state.OpenDay, toSnapshot: _isUnfinished);
        return FiscalError.None;
    }

    private FiscalError GoOn()
    {
        FiscalError error = _clock.Read(out long now);
        if (error != FiscalError.None) return error;
        _notices.ResetNotice(now, _state.Totals, _scan.HasRest);
        error = _issuer.Measure();
        if (error == FiscalError.None) error = _issuer.DecideKeepingAnswer(DocumentKind.ResetNotice, now);
        return error == FiscalError.None ? Finish() : error;
    }

    // The last Z is in the fiscal memory and was lost on its way to journal and paper: the same figures give it again.
    private FiscalError CloseAgain()
    {
        FiscalError error = _clock.Read(out _);
        _lastDay.TakeAnswer();
        if (error == FiscalError.None) error = _lastDay.CloseWith(_closures);
        if (error == FiscalError.JournalDamaged) _step = Step.Medium;
        if (error != FiscalError.None) return error;
        NoticeDue = true;
        return Finish();
    }

    private FiscalError Finish()
    {
        _step = Step.Off;
        return Record();
    }

    private bool Wait(FiscalError error)
    {
        Fault = error;
        _retryAt = _devices.Uptime.Milliseconds + RetryInterval;
        return false;
    }
}
