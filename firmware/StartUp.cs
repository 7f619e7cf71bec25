using Nf.Firmware.Documents;
using Nf.Firmware.Errors;
using Nf.Firmware.FiscalMemory;
using Nf.Firmware.Host;
using Nf.Firmware.Identity;
using Nf.Firmware.Journal;
using Nf.Firmware.WorkingMemory;

namespace Nf.Firmware;

/// <summary>The start: reads the stores, finishes what a power cut interrupted, and has a lost working memory rebuilt.</summary>
internal sealed class StartUp
{
    private readonly RegisterParts _parts;
    private readonly RegisterIdentity _identity;
    private readonly FiscalMemoryLog _log;
    private readonly WorkingState _state;
    private readonly StateStore _store;
    private readonly CellStore _cells;
    private readonly DocumentOutput _output;
    private readonly JournalLabel _label;
    private readonly MemoryRebuild _rebuild;
    private readonly OwnDocuments _own;
    private readonly DatecsSession _session;

    internal StartUp(RegisterParts parts, StateStore store, CellStore cells, JournalLabel label, MemoryRebuild rebuild,
        OwnDocuments own, DatecsSession session)
    {
        _parts = parts;
        _identity = parts.Identity;
        _log = parts.Log;
        _state = parts.State;
        _output = parts.Issuer.Output;
        _store = store;
        _cells = cells;
        _label = label;
        _rebuild = rebuild;
        _own = own;
        _session = session;
    }

    /// <summary>Reads the stores and finishes what a power cut interrupted.</summary>
    /// <returns>What was found wrong, which then blocks the register until the next start.</returns>
    internal FiscalError Begin()
    {
        FiscalError error = LoadStores(out bool lost);
        _parts.Readiness.Unread = error;
        if (error == FiscalError.None && _parts.Reporting != null) _parts.Reporting.Load();
        // What the module lost is said on paper and display; it does not keep a start from going on.
        if (error == FiscalError.None && _parts.Online != null) _parts.Online.Load();
        if (error == FiscalError.None) error = !_identity.IsFiscalised ? RecoverTrial() : lost ? _rebuild.Begin() : Recover();
        _parts.Readiness.StartFailure = error;
        _parts.Readiness.Rebuilding = _rebuild.Fault;
        _parts.Updates.Begin();
        return error;
    }

    /// <summary>One step of a rebuild that is under way; false when there is nothing to do.</summary>
    internal bool Turn()
    {
        if (!_rebuild.IsUnderWay) return false;
        bool worked = _rebuild.Turn();
        _parts.Readiness.Rebuilding = _rebuild.Fault;
        if (!_rebuild.IsUnderWay && _state.LastAnswer.IsValid) LoadAnswer();
        return worked;
    }

    private FiscalError LoadStores(out bool lost)
    {
        lost = false;
        FiscalError cells = LoadCells();
        FiscalError error = _log.Open();
        if (error == FiscalError.None) error = _identity.Load(_log);
        if (error == FiscalError.None) error = cells;
        if (error == FiscalError.None) error = _parts.Shop.Load();
        if (error != FiscalError.None) return error;
        _parts.Staging.Load();
        error = _store.Load();
        lost = error == FiscalError.WorkingMemoryLost;
        return lost || error == FiscalError.None ? _parts.StockAddition.Recover() : error;
    }

    // Season and wrong passwords, whatever else cannot be read: a blocked register must not begin them anew.
    private FiscalError LoadCells()
    {
        FiscalError error = _cells.Recover();
        if (error != FiscalError.None) return error;
        _parts.Clock.Load();
        _parts.Access.Passwords.Load();
        return FiscalError.None;
    }

    private FiscalError Recover()
    {
        FiscalError error = LastClosure(out int lastClosure);
        if (error != FiscalError.None) return error;
        if (!FollowsFiscalMemory(lastClosure)) return _rebuild.Begin();
        _label.Expect(_identity.Fiscal.Series, _identity.Medium);
        if (_state.ClosurePending) error = _parts.Closures.Recover(lastClosure);
        if (error == FiscalError.None) error = _rebuild.Record();
        if (error != FiscalError.None) return error;
        LoadAnswer();
        _parts.Fiscalisation.Recover();
        bool resumed = _output.Resume();
        if (_output.Damage != FiscalError.None) return _rebuild.Begin();
        if (!resumed) return _parts.MediumChange.Recover();
        if (_state.Document.Kind != DocumentKind.PowerNotice) _own.OwePowerNotice();
        return FiscalError.None;
    }

    private FiscalError LastClosure(out int number)
    {
        number = 0;
        if (_log.Count(RecordKind.Closure) == 0) return FiscalError.None;
        if (!_log.ReadLatest(RecordKind.Closure)) return FiscalError.FiscalMemoryDamaged;
        number = _log.Payload.U16();
        return FiscalError.None;
    }

    // A memory of another register, or an older one of this register, is as good as lost.
    private bool FollowsFiscalMemory(int lastClosure)
    {
        if (_state.Owner != Digits.Value(_identity.Fiscal.Series) || _state.Resets < _log.Count(RecordKind.RamReset)) return false;
        int newer = _identity.Medium - _state.Medium;
        if (newer != 0 && (newer != 1 || _state.TextLength != 0)) return false;
        return lastClosure == _state.LastZ || _state.ClosurePending && lastClosure == _state.OpenDay;
    }

    // A trial that a power cut interrupted is printed to its end. An answer to the fiscalisation was kept before that
    // was decided, and it was not.
    private FiscalError RecoverTrial()
    {
        if (_state.LastAnswer.Command != FiscalisationDesk.Command) LoadAnswer();
        _output.Resume();
        if (_output.Damage != FiscalError.None) _output.Abandon();
        return FiscalError.None;
    }

    private void LoadAnswer()
    {
        var answer = new byte[RememberedAnswer.SavedLength];
        _state.LastAnswer.Save(answer, 0);
        _session.Remembered.Load(answer, 0);
    }
}
