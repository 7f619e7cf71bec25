using Nf.Firmware.Access;
using Nf.Firmware.Documents;
using Nf.Firmware.Errors;
using Nf.Firmware.FiscalMemory;
using Nf.Firmware.Identity;
using Nf.Firmware.Journal;
using Nf.Firmware.Online;
using Nf.Firmware.Time;
using Nf.Firmware.WorkingMemory;
using Nf.Hal.Devices;

namespace Nf.Firmware;

/// <summary>What stops the register from issuing documents (norms, art. 34 l), 38; annex 11, art. 9).</summary>
internal sealed class Readiness
{
    /// <summary>Bytes that must be left on the journal medium for any document.</summary>
    private const int JournalLeast = 16 * 1024;

    private readonly RegisterDevices _devices;
    private readonly RegisterIdentity _identity;
    private readonly FiscalMemoryLog _log;
    private readonly WorkingState _state;
    private readonly StateStore _store;
    private readonly RegisterClock _clock;
    private readonly DocumentOutput _output;
    private readonly JournalLabel _label;
    private readonly JournalRoom _room;
    private readonly AccessControl _access;

    internal Readiness(RegisterDevices devices, RegisterIdentity identity, FiscalMemoryLog log, WorkingState state, StateStore store,
        RegisterClock clock, DocumentOutput output, JournalLabel label, JournalRoom room, AccessControl access)
    {
        _devices = devices;
        _identity = identity;
        _log = log;
        _state = state;
        _store = store;
        _clock = clock;
        _output = output;
        _label = label;
        _room = room;
        _access = access;
    }

    /// <summary>Null on a register without the online module.</summary>
    internal Blocking Blocking { get; set; }

    /// <summary>Why a new program keeps the register from issuing anything: it waits for its start, or is on trial.</summary>
    internal FiscalError Program { get; set; }

    /// <summary>What start-up found wrong, or a fiscal memory that refused a record; only a new start can lift it.</summary>
    internal FiscalError StartFailure { get; set; }

    /// <summary>Why the stores could not be read at start: what is programmed is not known, and nothing may be put in its place.</summary>
    internal FiscalError Unread { get; set; }

    /// <summary>Why nobody may rely on the working memory, or change it; Busy while it is being rebuilt.</summary>
    internal FiscalError MemoryFault => Unread != FiscalError.None ? Unread : Rebuilding;

    /// <summary>Why the working memory is not whole yet: Busy while it is rebuilt, or what that waits for.</summary>
    internal FiscalError Rebuilding { get; set; }

    /// <summary>A receipt could not be opened because the journal is full: the day must close by itself (norms, art. 63 (7) e)).</summary>
    internal bool ClosureDue { get; set; }

    /// <summary>What the register is in, as commands 149 and 255 answer it.</summary>
    internal WorkingMode Mode
    {
        get
        {
            WorkingMode mode = _access.Mode;
            if (mode != WorkingMode.Registration) return mode;
            FiscalError blocking = ForSale(out _);
            return blocking == FiscalError.None || blocking == FiscalError.Busy ? mode : WorkingMode.Blocked;
        }
    }

    /// <summary>As <see cref="ForSale"/>, for the command that opens a receipt.</summary>
    internal FiscalError ForOpening(out long now)
    {
        FiscalError error = ForSale(out now);
        ClosureDue = error == FiscalError.JournalFull && _state.TextLength > 0;
        return error;
    }

    /// <summary>Why no other medium may be taken for the journal; what is wrong with the one in place is no reason.</summary>
    internal FiscalError ForMediumChange(out long now)
    {
        now = 0;
        FiscalError error = Known();
        if (error == FiscalError.None) error = Printer();
        if (error == FiscalError.None && !_output.IsDone) error = FiscalError.Busy;
        if (error == FiscalError.None && !_store.Answers()) error = FiscalError.WorkingMemoryFailed;
        if (error == FiscalError.None && !_log.Answers()) error = FiscalError.FiscalMemoryMissing;
        return error == FiscalError.None ? _clock.Read(out now) : error;
    }

    private bool CanIssue => _identity.IsFiscalised || _access.Mode == WorkingMode.Trial;

    /// <summary>Why no receipt may be opened; Busy while the document before is still under way.</summary>
    internal FiscalError ForSale(out long now)
    {
        FiscalError error = ForDocument(out now);
        if (error == FiscalError.None && _access.Mode == WorkingMode.Service) error = FiscalError.ServiceMode;
        if (error != FiscalError.None || !_identity.IsFiscalised) return error;
        if (_log.ClosuresLeft == 0) return FiscalError.FiscalMemoryFull;
        if (_room.IsFull) return FiscalError.JournalFull;
        if (IsDayTooLong(now)) return FiscalError.DayTooLong;
        return Blocking != null && Blocking.IsBlocked(now) ? FiscalError.BlockedUnsent : FiscalError.None;
    }

    /// <summary>Why no document at all may be issued; a Z report is allowed where a sale no longer is.</summary>
    internal FiscalError ForDocument(out long now)
    {
        now = 0;
        FiscalError error = Known();
        if (error == FiscalError.None) error = Printer();
        // While a document is under way the question comes at every turn: nothing that costs is asked before this.
        if (error == FiscalError.None && !_output.IsDone) error = FiscalError.Busy;
        if (error == FiscalError.None && !_store.Answers()) error = FiscalError.WorkingMemoryFailed;
        if (error == FiscalError.None) error = FiscalMemory();
        if (error == FiscalError.None) error = _clock.Read(out now);
        return error == FiscalError.None && _identity.IsFiscalised ? Journal() : error;
    }

    /// <summary>Why what stands in the stores may not be changed by whoever has the register itself.</summary>
    internal FiscalError ForChange() => StartFailure != FiscalError.None ? StartFailure : MemoryFault;

    /// <summary>Why nothing may be programmed now; Busy while a document is under way.</summary>
    internal FiscalError ForProgramming()
    {
        if (StartFailure != FiscalError.None) return StartFailure;
        if (_store.Failure != FiscalError.None) return _store.Failure;
        if (_output.IsDone) return FiscalError.None;
        FiscalError error = Printer();
        if (error == FiscalError.None) error = _output.Fault;
        return error == FiscalError.None ? FiscalError.Busy : error;
    }

    /// <summary>
    /// Why no report may be printed. What is written can be read as long as printer and stores answer, whatever keeps the
    /// register from selling (norms, art. 38).
    /// </summary>
    internal FiscalError ForReport(out long now) => Reading(true, out now);

    /// <summary>Why nothing may be read for a file: as <see cref="ForReport"/>, without the printer.</summary>
    internal FiscalError ForReading(out long now) => Reading(false, out now);

    /// <summary>The day's first receipt is 24 hours old or more (norms, art. 34 l)).</summary>
    internal bool IsDayTooLong(long now) => _state.FirstReceipt > 0 && now - _state.FirstReceipt >= CivilTime.SecondsPerDay;

    /// <summary>What is wrong with the journal's medium; before fiscalisation any will do.</summary>
    internal FiscalError Medium()
    {
        if (_identity.IsFiscalised && StartFailure == FiscalError.None) return Journal();
        return _devices.Journal.Present ? FiscalError.None : FiscalError.JournalMissing;
    }

    /// <summary>What is wrong with the working memory; Busy while it is being rebuilt.</summary>
    internal FiscalError WorkingMemory()
    {
        if (!_store.Answers()) return FiscalError.WorkingMemoryFailed;
        return _store.Failure != FiscalError.None ? _store.Failure : Rebuilding;
    }

    internal FiscalError Printer()
    {
        PrinterFaults faults = _devices.Printer.Faults;
        if ((faults & PrinterFaults.NotConnected) != 0) return FiscalError.PrinterNotConnected;
        if ((faults & PrinterFaults.CoverOpen) != 0) return FiscalError.CoverOpen;
        if ((faults & PrinterFaults.PaperEnd) != 0) return FiscalError.PaperEnd;
        if ((faults & PrinterFaults.Mechanism) != 0) return FiscalError.PrinterMechanism;
        return (faults & PrinterFaults.Offline) != 0 ? FiscalError.PrinterOffline : FiscalError.None;
    }

    private FiscalError Reading(bool onPaper, out long now)
    {
        now = 0;
        FiscalError error = CanIssue ? _store.Failure : FiscalError.NotFiscalised;
        if (error == FiscalError.None && StartFailure != FiscalError.FiscalMemoryWriteFailed) error = StartFailure;
        if (error == FiscalError.None) error = Rebuilding;
        if (error == FiscalError.None && onPaper) error = Printer();
        if (error == FiscalError.None && !_output.IsDone) error = _output.Fault != FiscalError.None ? _output.Fault : FiscalError.Busy;
        if (error == FiscalError.None && !_store.Answers()) error = FiscalError.WorkingMemoryFailed;
        if (error == FiscalError.None && !_log.Answers()) error = FiscalError.FiscalMemoryMissing;
        return error == FiscalError.None ? _clock.Read(out now) : error;
    }

    private FiscalError Known()
    {
        if (StartFailure != FiscalError.None) return StartFailure;
        if (!CanIssue) return FiscalError.NotFiscalised;
        if (Program != FiscalError.None) return Program == FiscalError.UpdateOnTrial && Printer() != FiscalError.None ? Printer() : Program;
        if (Rebuilding != FiscalError.None) return Rebuilding;
        return _store.Failure != FiscalError.None ? _store.Failure : _output.Fault;
    }

    // A day that has begun must be closed, from the reserve if need be: torn records may have taken the last slots.
    private FiscalError FiscalMemory()
    {
        if (!_log.Answers()) return FiscalError.FiscalMemoryMissing;
        return _log.ClosuresLeft == 0 && _state.TextLength == 0 ? FiscalError.FiscalMemoryFull : FiscalError.None;
    }

    // The day's file tells whether this is still the medium that the day began on; on a new day its label does.
    private FiscalError Journal()
    {
        IJournalMedium medium = _devices.Journal;
        if (!medium.Present) return FiscalError.JournalMissing;
        if (medium.FreeBytes < JournalLeast) return FiscalError.JournalFull;
        if (_state.TextLength == 0) return _label.Check();
        if (medium.Length(_output.Files.Text(_state.OpenDay)) == _state.TextLength) return FiscalError.None;
        FiscalError foreign = _label.Check();
        return foreign != FiscalError.None ? foreign : FiscalError.JournalDamaged;
    }
}
