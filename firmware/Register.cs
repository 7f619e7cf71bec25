using Nf.Firmware.Access;
using Nf.Firmware.Day;
using Nf.Firmware.Documents;
using Nf.Firmware.Errors;
using Nf.Firmware.FiscalMemory;
using Nf.Firmware.Host;
using Nf.Firmware.Host.Commands;
using Nf.Firmware.Identity;
using Nf.Firmware.Journal;
using Nf.Firmware.Online;
using Nf.Firmware.Programming;
using Nf.Firmware.Reports;
using Nf.Firmware.Sales;
using Nf.Firmware.SelfTest;
using Nf.Firmware.Time;
using Nf.Firmware.Update;
using Nf.Firmware.WorkingMemory;
using Nf.Hal.Devices;

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

    private readonly IWatchdog _watchdog;
    private readonly ICryptoModule _crypto;
    private readonly IPrinter _printer;
    private readonly ICustomerDisplay _display;
    private readonly IUptime _uptime;
    private readonly DocumentOutput _output;
    private readonly DocumentIssuer _issuer;
    private readonly NonFiscalDesk _free;
    private readonly Readiness _readiness;
    private readonly MemoryRebuild _rebuild;
    private readonly MediumChange _mediumChange;
    private readonly Fiscaliser _fiscaliser;
    private readonly OwnDocuments _own;
    private readonly DatecsSession _session;
    private readonly StartUp _startUp;
    private readonly DisplayPanel _panel;
    private readonly OnlineModule _online;
    private readonly RegisterParts _parts;
    private readonly UpdateWatch _updates;
    private long _nextLook;

    public Register(RegisterDevices devices)
    {
        _watchdog = devices.Watchdog;
        _crypto = devices.Crypto;
        _printer = devices.Printer;
        _display = devices.Display;
        _uptime = devices.Uptime;
        Log = new FiscalMemoryLog(devices.FiscalMemory);
        State = new WorkingState();
        Identity = new RegisterIdentity();
        var store = new StateStore(devices.WorkingMemory, State);
        var cells = new CellStore(devices.WorkingMemory, WorkingLayout.Redo);
        Clock = new RegisterClock(devices.Clock, Log, State, cells);
        Access = new AccessControl(devices, Identity, new PasswordBook(cells, devices.Uptime, devices.Clock, devices.Primitives));
        var spool = new Spool(devices.WorkingMemory);
        var label = new JournalLabel(devices.Journal);
        var shop = new ShopTables(cells, devices.WorkingMemory, State);
        var counters = new CounterEntries(Identity, spool, shop.Counters);
        _output = new DocumentOutput(State, spool, new PrintProgress(devices.WorkingMemory), devices.Journal, label,
            devices.Printer, devices.Uptime, counters);
        var snapshot = new DaySnapshot();
        var hostRecords = new HostRecords();
        _issuer = new DocumentIssuer(Identity, State, store, spool, _output, snapshot, hostRecords);
        var stockAddition = new StockAddition(cells, shop.Counters, store, _issuer);
        var room = new JournalRoom(devices.Journal);
        _readiness = new Readiness(devices, Identity, Log, State, store, Clock, _output, label, room, Access);
        var writer = new DocumentWriter(spool, devices.Printer.Columns);
        var notices = new NonFiscalDocument(writer, spool, Identity);
        var report = new ReportDocument(writer, spool, Identity, State, room);
        Receipts = new ReceiptDesk(Identity, State, spool, _issuer, writer, _readiness, Clock, counters, shop.Names);
        var closures = new ClosureDesk(Identity, State, Log, _issuer, report, _readiness);
        Closures = closures;
        _rebuild = new MemoryRebuild(devices, Identity, Log, State, _issuer, label, Clock, closures, notices,
            new DayScan(devices.Journal, State, snapshot, hostRecords), shop);
        if (devices.ModuleMemory != null) Reporting = new Reporting(Identity, Log, State, Clock, room, devices);
        _mediumChange = new MediumChange(Identity, Log, State, _readiness, label, _issuer, notices, room, Reporting);
        _free = new NonFiscalDesk(State, spool, _issuer, notices, _readiness);
        var cash = new CashDesk(State, _issuer, notices, _readiness);
        _fiscaliser = new Fiscaliser(Identity, Log, State, _issuer, Clock, label, devices.Program);
        var staging = new Staging(cells, Identity);
        var fiscalisation = new FiscalisationDesk(_fiscaliser, Identity, State, cells, _issuer,
            new FiscalisationDocument(writer, spool, Identity, devices.Program), _readiness);
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
            Shop = shop,
            StockAddition = stockAddition,
            Counters = counters,
            Access = Access,
            Staging = staging,
            Fiscaliser = _fiscaliser,
            MediumChange = _mediumChange,
            Fiscalisation = fiscalisation,
            Reporting = Reporting,
        };
        parts.Reports = new ReportDesk(parts.PagedReport, new ExportFile(devices.External), new PagesToFile(writer, spool), _readiness);
        parts.ReportSet = new ReportSet(parts, writer, spool);
        if (devices.ModuleMemory != null)
        {
            _online = new OnlineModule(parts, writer, spool);
            parts.Online = _online;
            _readiness.Blocking = _online.Blocking;
            report.Term = _online.Blocking;
        }

        _updates = new UpdateWatch(parts, cells, writer, spool);
        parts.Updates = _updates;
        _parts = parts;
        parts.Status = new StatusReport(parts);
        var commands = new DatecsCommands(parts);
        _session = new DatecsSession(devices.Host, devices.Uptime, commands);
        _own = new OwnDocuments(parts, _rebuild, notices);
        _startUp = new StartUp(parts, store, cells, label, _rebuild, _own, _session);
    }

    /// <summary>The working state as committed last; for showing, never for changing.</summary>
    public WorkingState State { get; }

    /// <summary>Version of the program that runs.</summary>
    public string Program => _parts.Devices.Program;

    /// <summary>Who this register is.</summary>
    public RegisterIdentity Identity { get; }

    /// <summary>The fiscal memory.</summary>
    public FiscalMemoryLog Log { get; }

    /// <summary>What ANAF configured; null on a register without the online module.</summary>
    public OnlineConfiguration Configuration => _online?.Configuration.Current;

    /// <summary>Nothing is on its way to or from ANAF's server, and no import is under way.</summary>
    public bool IsOnlineQuiet => _online == null || _online.IsQuiet;

    /// <summary>What was wrong with the last attempt to reach ANAF's server; None when it went well, or there was none.</summary>
    public FiscalError OnlineError => _online == null ? FiscalError.None : _online.LastError;

    /// <summary>How it stands with ANAF; null on a register without the online module.</summary>
    public OnlineInformation Online => _online?.Information;

    public RegisterClock Clock { get; }

    /// <summary>Modes, passwords and the technician's switch.</summary>
    public AccessControl Access { get; }

    public ReceiptDesk Receipts { get; }

    public ClosureDesk Closures { get; }

    /// <summary>Messages to ANAF; null on a register without the online module.</summary>
    public Reporting Reporting { get; }

    /// <summary>The technician's connection test; null without the online module.</summary>
    public ConnectionDesk Connection => _online?.Connection;

    /// <summary>Everything decided is in the journal and on paper.</summary>
    public bool IsAtRest => _output.IsDone && !_own.IsDue && !_rebuild.IsBusy && !_updates.IsBusy && !IsTestDue && _printer.Idle && _session.Quiet;

    /// <summary>All that the host sent is answered, and the line has taken the answers.</summary>
    public bool IsHostQuiet => _session.Quiet;

    /// <summary>Why no receipt can be opened now; None when one can, Busy while a document is under way.</summary>
    public FiscalError BlockedBy => _readiness.ForSale(out _);

    /// <summary>Reads the stores and finishes what a power cut interrupted.</summary>
    /// <returns>What was found wrong, which then blocks the register until the next start.</returns>
    public FiscalError Start() => _startUp.Begin();

    /// <summary>
    /// Has the self test printed, as soon as the printer is ready: a board's program asks for it after <see cref="Start"/>,
    /// whatever that found.
    /// </summary>
    public void PrintSelfTest()
    {
        if (_parts.SelfTest == null) _parts.SelfTest = new SelfTestPaper(_parts);
    }

    /// <summary>The first part that does not work, as the self test finds it; None when all do.</summary>
    public FiscalError SelfTestOutcome => new SelfTests(_parts).Outcome();

    /// <summary>One turn of the loop: bounded work, no waiting.</summary>
    /// <returns>False when there was nothing to do; time must pass before there is.</returns>
    public bool Turn()
    {
        _watchdog.Feed();
        _printer.Poll();
        bool worked = (_parts.SelfTest == null ? _output.Turn() : PrintOn()) | _startUp.Turn();
        if (_output.IsDone) worked |= _updates.IsOpen && _updates.Turn() || _own.Issue();
        else worked |= _updates.TurnWhilePrinting();
        worked |= _session.Turn();
        // Selling goes first; a host waits for one step of what goes on behind it at most.
        if (!worked) worked = WorkBehind();
        LookAround();
        _display.Poll();
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

    // Messages, network, signatures: a bounded step of each.
    private bool WorkBehind()
    {
        bool worked = false;
        if (Reporting != null && _readiness.ForChange() == FiscalError.None)
        {
            if (_output.IsDone) worked = Reporting.Turn();
            worked |= _online != null && _online.Turn();
        }

        return worked || _crypto != null && _crypto.Poll();
    }

    // Without a printer it waits, and nothing waits for it.
    private bool IsTestDue => _parts.SelfTest != null && (_parts.SelfTest.IsPrinting || _readiness.Printer() == FiscalError.None);

    // The self test waits for the document under way; the next one waits for the self test.
    private bool PrintOn()
    {
        bool worked = (_parts.SelfTest.IsPrinting || _output.IsDone) && _parts.SelfTest.Turn();
        if (!_parts.SelfTest.IsPrinting) worked |= _output.Turn();
        if (_parts.SelfTest.IsOver) _parts.SelfTest = null;
        return worked;
    }

    private FiscalError ForChange() =>
        Receipts.Receipt.IsOpen || _free.IsOpen ? FiscalError.ReceiptOpen : _readiness.ForChange();

    // What blocks the register is asked of every device, so not at every turn.
    private void LookAround()
    {
        if (_uptime.Milliseconds < _nextLook) return;
        _nextLook = _uptime.Milliseconds + LookInterval;
        if (Reporting != null && _readiness.ForChange() == FiscalError.None) Reporting.Look();
        if (Receipts.Receipt.IsOpen) return;
        FiscalError notice = BlockedBy;
        if (_online == null || notice != FiscalError.None) _panel.Turn(notice, Blocking.NoTerm);
        else _panel.Turn(_online.Notice, _online.DaysShown);
    }
}
