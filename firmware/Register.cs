using Nf.Firmware.Access;
using Nf.Firmware.Day;
using Nf.Firmware.Documents;
using Nf.Firmware.Errors;
using Nf.Firmware.FiscalMemory;
using Nf.Firmware.Host;
using Nf.Firmware.Host.Commands;
using Nf.Firmware.Identity;
using Nf.Firmware.Journal;
using Nf.Firmware.Programming;
using Nf.Firmware.Reports;
using Nf.Firmware.Sales;
using Nf.Firmware.Time;
using Nf.Firmware.WorkingMemory;

namespace Nf.Firmware;

/// <summary>The fiscal core on its devices: one loop, without threads.</summary>
/// <remarks>
/// A board makes one, calls <see cref="Start"/> once and <see cref="Turn"/> for ever:
/// <code>register.Start(); while (true) register.Turn();</code>
/// </remarks>
public sealed class Register
{
    /// <summary>How often the display learns what blocks the register, milliseconds.</summary>
    private const int LookInterval = 500;

    private readonly RegisterDevices _devices;
    private readonly StateStore _store;
    private readonly CellStore _cells;
    private readonly ShopTables _shop;
    private readonly StockAddition _stockAddition;
    private readonly DocumentOutput _output;
    private readonly DocumentIssuer _issuer;
    private readonly NonFiscalDocument _notices;
    private readonly NonFiscalDesk _free;
    private readonly Readiness _readiness;
    private readonly MemoryRebuild _rebuild;
    private readonly MediumChange _mediumChange;
    private readonly Fiscaliser _fiscaliser;
    private readonly Staging _staging;
    private readonly FiscalisationDesk _fiscalisation;
    private readonly JournalLabel _label;
    private readonly DatecsSession _session;
    private readonly DisplayPanel _panel;
    private bool _noticeDue;
    private long _nextLook;

    public Register(RegisterDevices devices)
    {
        _devices = devices;
        Log = new FiscalMemoryLog(devices.FiscalMemory);
        State = new WorkingState();
        Identity = new RegisterIdentity();
        _store = new StateStore(devices.WorkingMemory, State);
        _cells = new CellStore(devices.WorkingMemory);
        Clock = new RegisterClock(devices.Clock, Log, State, _cells);
        Access = new AccessControl(devices, Identity, new PasswordBook(_cells, devices.Uptime, devices.Clock));
        var spool = new Spool(devices.WorkingMemory);
        _label = new JournalLabel(devices.Journal);
        _shop = new ShopTables(_cells, devices.WorkingMemory, State);
        var counters = new CounterEntries(Identity, spool, _shop.Counters);
        _output = new DocumentOutput(State, spool, new PrintProgress(devices.WorkingMemory), devices.Journal, _label,
            devices.Printer, devices.Uptime, counters);
        var snapshot = new DaySnapshot();
        var hostRecords = new HostRecords();
        _issuer = new DocumentIssuer(Identity, State, _store, spool, _output, snapshot, hostRecords);
        _stockAddition = new StockAddition(_cells, _shop.Counters, _store, _issuer);
        var room = new JournalRoom(devices.Journal);
        _readiness = new Readiness(devices, Identity, Log, State, _store, Clock, _output, _label, room, Access);
        var writer = new DocumentWriter(spool, devices.Printer.Columns);
        _notices = new NonFiscalDocument(writer, spool, Identity);
        Receipts = new ReceiptDesk(Identity, State, spool, _issuer, writer, _readiness, Clock, counters, _shop.Names);
        var closures = new ClosureDesk(Identity, State, Log, _issuer, new ReportDocument(writer, spool, Identity, State, room), _readiness);
        Closures = closures;
        _rebuild = new MemoryRebuild(devices, Identity, Log, State, _issuer, _label, Clock, closures, _notices,
            new DayScan(devices.Journal, State, snapshot, hostRecords), _shop);
        _mediumChange = new MediumChange(Identity, Log, State, _readiness, _label, _issuer, _notices, room);
        _free = new NonFiscalDesk(State, spool, _issuer, _notices, _readiness);
        var cash = new CashDesk(State, _issuer, _notices, _readiness);
        _fiscaliser = new Fiscaliser(Identity, Log, State, _issuer, Clock, _label);
        _staging = new Staging(_cells, Identity);
        _fiscalisation = new FiscalisationDesk(_fiscaliser, Identity, State, _cells, _issuer,
            new FiscalisationDocument(writer, spool, Identity), _readiness);
        _panel = new DisplayPanel(devices.Display, devices.Uptime, Identity);
        var parts = new RegisterParts
        {
            Devices = devices,
            Identity = Identity,
            Log = Log,
            State = State,
            Clock = Clock,
            Readiness = _readiness,
            Issuer = _issuer,
            Receipts = Receipts,
            NonFiscal = _free,
            FreeText = new FreeText(writer),
            Closures = closures,
            Cash = cash,
            Room = room,
            Panel = _panel,
            PagedReport = new PagedReport(_issuer, writer, spool, _readiness),
            Shop = _shop,
            StockAddition = _stockAddition,
            Counters = counters,
            Access = Access,
            Staging = _staging,
            Fiscaliser = _fiscaliser,
            MediumChange = _mediumChange,
            Fiscalisation = _fiscalisation,
        };
        parts.Reports = new ReportDesk(parts.PagedReport, new ExportFile(devices.External), new PagesToFile(writer, spool), _readiness);
        parts.ReportSet = new ReportSet(parts, writer, spool);
        parts.Status = new StatusReport(parts);
        var commands = new DatecsCommands(parts);
        _session = new DatecsSession(devices.Host, devices.Uptime, commands);
    }

    /// <summary>The working state as committed last; for showing, never for changing.</summary>
    public WorkingState State { get; }

    /// <summary>Who this register is.</summary>
    public RegisterIdentity Identity { get; }

    /// <summary>The fiscal memory.</summary>
    public FiscalMemoryLog Log { get; }

    public RegisterClock Clock { get; }

    /// <summary>Modes, passwords and the technician's switch.</summary>
    public AccessControl Access { get; }

    public ReceiptDesk Receipts { get; }

    public ClosureDesk Closures { get; }

    /// <summary>Everything decided is in the journal and on paper.</summary>
    public bool IsAtRest => _output.IsDone && !_noticeDue && !_fiscalisation.IsDue && !_rebuild.IsBusy && !_readiness.ClosureDue
        && _devices.Printer.Idle && _session.Quiet;

    /// <summary>All that the host sent is answered, and the line has taken the answers.</summary>
    public bool IsHostQuiet => _session.Quiet;

    /// <summary>Why no receipt can be opened now; None when one can, Busy while a document is under way.</summary>
    public FiscalError BlockedBy => _readiness.ForSale(out _);

    /// <summary>Reads the stores and finishes what a power cut interrupted.</summary>
    /// <returns>What was found wrong, which then blocks the register until the next start.</returns>
    public FiscalError Start()
    {
        FiscalError error = LoadStores(out bool lost);
        _readiness.Unread = error;
        if (error == FiscalError.None) error = !Identity.IsFiscalised ? RecoverTrial() : lost ? _rebuild.Begin() : Recover();
        _readiness.StartFailure = error;
        _readiness.Rebuilding = _rebuild.Fault;
        return error;
    }

    /// <summary>One turn of the loop: bounded work, no waiting.</summary>
    /// <returns>False when there was nothing to do; time must pass before there is.</returns>
    public bool Turn()
    {
        _devices.Watchdog.Feed();
        _devices.Printer.Poll();
        bool worked = _output.Turn() | Rebuild();
        if (_output.IsDone) worked |= IssueDue();
        worked |= _session.Turn();
        LookAround();
        _devices.Display.Poll();
        return worked;
    }

    /// <summary>Fiscalises a new register, irreversibly; not while a trial is open, which would end as a receipt.</summary>
    public FiscalError Fiscalise(FiscalisationOrder order)
    {
        FiscalError error = ForChange();
        return error != FiscalError.None ? error : _fiscaliser.Fiscalise(order);
    }

    /// <summary>Replaces the VAT groups; only with a closed day (norms, art. 34 d)).</summary>
    public FiscalError ChangeVatGroups(VatGroups groups)
    {
        FiscalError error = ForChange();
        return error != FiscalError.None ? error : _fiscaliser.ChangeGroups(groups);
    }

    /// <summary>Takes the empty medium in its place for the journal; with a closed day. Busy: ask again.</summary>
    public FiscalError ChangeJournalMedium()
    {
        FiscalError error = ForChange();
        return error != FiscalError.None ? error : _mediumChange.Change();
    }

    /// <summary>Sets the foreign currency that buyers may pay in, and its rate; only with a closed day.</summary>
    /// <param name="code">Three capitals; empty, with a rate of 0, for none.</param>
    /// <param name="rate">Hundred-thousandths of a leu for one unit.</param>
    public FiscalError SetForeignCurrency(string code, long rate)
    {
        FiscalError error = ForChange();
        if (error != FiscalError.None) return error;
        if (State.TextLength != 0) return FiscalError.ZReportNeeded;
        error = State.Currency.Set(code, rate);
        return error != FiscalError.None ? error : _issuer.CommitKeepingAnswer();
    }

    private FiscalError ForChange() =>
        Receipts.Receipt.IsOpen || _free.IsOpen ? FiscalError.ReceiptOpen : _readiness.ForChange();

    // What blocks the register is asked of every device, so not at every turn.
    private void LookAround()
    {
        if (_devices.Uptime.Milliseconds < _nextLook) return;
        _nextLook = _devices.Uptime.Milliseconds + LookInterval;
        if (!Receipts.Receipt.IsOpen) _panel.Turn(BlockedBy);
    }

    private FiscalError LoadStores(out bool lost)
    {
        lost = false;
        FiscalError cells = LoadCells();
        FiscalError error = Log.Open();
        if (error == FiscalError.None) error = Identity.Load(Log);
        if (error == FiscalError.None) error = cells;
        if (error == FiscalError.None) error = _shop.Load();
        if (error != FiscalError.None) return error;
        _staging.Load();
        error = _store.Load();
        lost = error == FiscalError.WorkingMemoryLost;
        return lost || error == FiscalError.None ? _stockAddition.Recover() : error;
    }

    // Season and wrong passwords, whatever else cannot be read: a blocked register must not begin them anew.
    private FiscalError LoadCells()
    {
        FiscalError error = _cells.Recover();
        if (error != FiscalError.None) return error;
        Clock.Load();
        Access.Passwords.Load();
        return FiscalError.None;
    }

    private FiscalError Recover()
    {
        FiscalError error = LastClosure(out int lastClosure);
        if (error != FiscalError.None) return error;
        if (!FollowsFiscalMemory(lastClosure)) return _rebuild.Begin();
        _label.Expect(Identity.Fiscal.Series, Identity.Medium);
        if (State.ClosurePending) error = Closures.Recover(lastClosure);
        if (error == FiscalError.None) error = _rebuild.Record();
        if (error != FiscalError.None) return error;
        LoadAnswer();
        _fiscalisation.Recover();
        bool resumed = _output.Resume();
        if (_output.Damage != FiscalError.None) return _rebuild.Begin();
        _noticeDue = resumed && State.Document.Kind != DocumentKind.PowerNotice;
        return resumed ? FiscalError.None : _mediumChange.Recover();
    }

    // A memory of another register, or an older one of this register, is as good as lost.
    private bool FollowsFiscalMemory(int lastClosure)
    {
        if (State.Owner != Digits.Value(Identity.Fiscal.Series) || State.Resets < Log.Count(RecordKind.RamReset)) return false;
        int newer = Identity.Medium - State.Medium;
        if (newer != 0 && (newer != 1 || State.TextLength != 0)) return false;
        return lastClosure == State.LastZ || State.ClosurePending && lastClosure == State.OpenDay;
    }

    // A trial that a power cut interrupted is printed to its end. An answer to the fiscalisation was kept before that
    // was decided, and it was not.
    private FiscalError RecoverTrial()
    {
        if (State.LastAnswer.Command != FiscalisationDesk.Command) LoadAnswer();
        _output.Resume();
        if (_output.Damage != FiscalError.None) _output.Abandon();
        return FiscalError.None;
    }

    private void LoadAnswer()
    {
        var answer = new byte[RememberedAnswer.SavedLength];
        State.LastAnswer.Save(answer, 0);
        _session.Remembered.Load(answer, 0);
    }

    private FiscalError LastClosure(out int number)
    {
        number = 0;
        if (Log.Count(RecordKind.Closure) == 0) return FiscalError.None;
        if (!Log.ReadLatest(RecordKind.Closure)) return FiscalError.FiscalMemoryDamaged;
        number = Log.Payload.U16();
        return FiscalError.None;
    }

    private bool Rebuild()
    {
        if (!_rebuild.IsUnderWay) return false;
        bool worked = _rebuild.Turn();
        _readiness.Rebuilding = _rebuild.Fault;
        if (!_rebuild.IsUnderWay && State.LastAnswer.IsValid) LoadAnswer();
        return worked;
    }

    private bool IssueDue()
    {
        if (_fiscalisation.IsDue) return _fiscalisation.Issue();
        if (_rebuild.NoticeDue) return IssueNotice(DocumentKind.ResetNotice);
        if (_noticeDue) return IssueNotice(DocumentKind.PowerNotice);
        return _readiness.ClosureDue && CloseFullJournal();
    }

    private bool IssueNotice(DocumentKind kind)
    {
        if (_readiness.ForDocument(out long now) != FiscalError.None) return false;
        _noticeDue = false;
        if (kind == DocumentKind.PowerNotice) _notices.PowerNotice(now);
        else _notices.ResetNotice(now, State.Totals, false);
        _rebuild.NoticeDue = false;
        if (_issuer.Measure() == FiscalError.None) _issuer.DecideKeepingAnswer(kind, now);
        return true;
    }

    // The host that could not open its receipt has its refusal; the closure is nobody's command.
    private bool CloseFullJournal()
    {
        _readiness.ClosureDue = false;
        _issuer.AnswerWith(null, null);
        return Closures.ReportZ() == FiscalError.None;
    }
}
