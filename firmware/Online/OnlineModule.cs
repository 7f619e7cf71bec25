using Nf.Firmware.Documents;
using Nf.Firmware.Errors;
using Nf.Firmware.FiscalMemory;
using Nf.Firmware.Http;
using Nf.Firmware.Provisioning;
using Nf.Firmware.Time;
using Nf.Firmware.WorkingMemory;
using Nf.Hal.Devices;

namespace Nf.Firmware.Online;

/// <summary>The online part of a register: what ANAF configured, the certificates, and the days on their way to ANAF.</summary>
/// <remarks>Part of the loop: <see cref="Turn"/> is a bounded step and never waits.</remarks>
internal sealed class OnlineModule
{
    /// <summary>How often the clock is asked what is due, milliseconds.</summary>
    private const int LookInterval = 500;

    private readonly Reporting _reporting;
    private readonly FiscalMemoryLog _log;
    private readonly RegisterClock _clock;
    private readonly IUptime _uptime;
    private readonly Workbench _bench;
    private readonly HttpExchange _exchange;
    private FiscalError _failure;
    private long _nextLook;
    private long _now;
    private bool _isTesting;

    internal OnlineModule(RegisterParts parts, DocumentWriter writer, Spool spool)
    {
        RegisterDevices devices = parts.Devices;
        _log = parts.Log;
        _clock = parts.Clock;
        _uptime = devices.Uptime;
        _reporting = parts.Reporting;
        CellStore cells = _reporting.Cells;
        Records = new ProvisioningRecords(parts.Log, parts.State, cells, parts.Issuer, new ProvisioningDocument(writer, spool, parts.Identity, parts.Log));
        var store = new ConfigurationStore(cells, parts.Log);
        Configuration = new ConfigurationDesk(store, _reporting.Outbox, Records, parts.Identity, parts.Log);
        Blocking = new Blocking(store.Current, _reporting.Outbox);
        Certificates = new CertificateDesk(_reporting.Certificates, _reporting.Signer, parts.Log, parts.Clock, parts.Identity, Records);
        _bench = new Workbench(Configuration, Certificates, _reporting.Signer, parts.Identity);
        Provisioner = new Provisioner(parts, Records, new ImportFile(devices.External), _bench);
        Settings = new NetworkSettings(cells);
        Path = new NetworkPath(devices.Links, Settings, devices.Uptime);
        _exchange = new HttpExchange(devices.Uptime);
        var feed = new TlsFeed(devices.Links, Certificates, _reporting.Signer, _bench);
        var call = new ServerCall(Path, _exchange, feed, _bench);
        var plan = new SendingPlan(store.Current, _reporting.Outbox, parts.Shop.Options, devices.Uptime);
        Slip = new SendingSlip(parts, new SendingReport(writer, spool, parts));
        Transmitter = new Transmitter(Configuration, _reporting, call, _bench, plan, Certificates, Slip);
        Connection = new ConnectionDesk(parts.Issuer, parts.Readiness, new ConnectionReport(writer, spool, parts.Identity),
            new ConnectionTest(Path, _exchange));
        ServerTest = new ServerTest(Configuration, Certificates, Connection, _bench, feed);
        Renewal = new Renewal(Configuration, Certificates, _reporting.Signer, call, _bench);
        Information = new OnlineInformation(this, _reporting);
    }

    /// <summary>How the register stands with ANAF.</summary>
    internal OnlineInformation Information { get; }

    internal ProvisioningRecords Records { get; }

    internal ConfigurationDesk Configuration { get; }

    internal CertificateDesk Certificates { get; }

    internal Blocking Blocking { get; }

    internal Provisioner Provisioner { get; }

    /// <summary>What the ways out need to know.</summary>
    internal NetworkSettings Settings { get; }

    /// <summary>The ways out.</summary>
    internal NetworkPath Path { get; }

    internal Transmitter Transmitter { get; }

    /// <summary>What became of a Z, on paper.</summary>
    internal SendingSlip Slip { get; }

    internal Renewal Renewal { get; }

    /// <summary>The technician's connection test.</summary>
    internal ConnectionDesk Connection { get; }

    /// <summary>The same with ANAF's server and its answer.</summary>
    internal ServerTest ServerTest { get; }

    /// <summary>A connection test is under way.</summary>
    internal bool IsTesting => !ServerTest.IsIdle || !Connection.Test.IsDone;

    /// <summary>Nothing is on its way to or from the network.</summary>
    internal bool IsQuiet => Transmitter.IsIdle && Renewal.IsIdle && !Provisioner.IsUnderWay && !IsTesting;

    /// <summary>What was wrong with the last attempt; None when it went well.</summary>
    internal FiscalError LastError => Transmitter.LastError != FiscalError.None ? Transmitter.LastError : Renewal.LastError;

    /// <summary>What the display says while the register is ready and nobody buys; None for the greeting.</summary>
    internal FiscalError Notice
    {
        get
        {
            if (_failure != FiscalError.None) return _failure;
            if (Certificates.IsLost) return FiscalError.ModuleMemoryLost;
            return Blocking.GoToService ? FiscalError.ServiceAsked : FiscalError.None;
        }
    }

    /// <summary>Days until it blocks, for the display; below 0 when there is nothing to say.</summary>
    internal int DaysShown => Blocking.DaysShown(_now);

    /// <summary>Once, at start, when the fiscal memory, the identity and what messages need are read.</summary>
    internal void Load()
    {
        _failure = Configuration.Load();
        FiscalError certificates = Certificates.Load();
        if (_failure == FiscalError.None) _failure = certificates;
        Records.Recover();
        Slip.Recover();
        _clock.Read(out _now);
    }

    /// <summary>One bounded step; false when there was nothing to do.</summary>
    internal bool Turn()
    {
        bool worked = Path.Poll();
        // No record is older than the newest one.
        if (_uptime.Milliseconds >= _nextLook || _now < _log.NewestTime) Look();
        if (Provisioner.IsUnderWay)
        {
            GiveWay();
            ServerTest.Stop(FiscalError.ConnectionTestStopped);
            return Provisioner.Turn();
        }

        if (IsTesting) return TestConnection() | worked;
        _isTesting = false;
        if (!Renewal.IsIdle) return Renew() | worked;
        return Transmitter.Turn(_now) | worked;
    }

    // The technician does not wait for the network, and the room is one.
    private void GiveWay()
    {
        Transmitter.Cancel();
        Renewal.Cancel();
    }

    // The test has the ways out for itself.
    private bool TestConnection()
    {
        if (!_isTesting) GiveWay();
        _isTesting = true;
        if (ServerTest.IsIdle) return Connection.Test.Poll();
        bool worked = ServerTest.Turn(_now);
        // The days that wait go the way that was found.
        if (ServerTest.IsIdle && Connection.Test.Error == FiscalError.None) Transmitter.Plan.Ask();
        return worked;
    }

    private bool Renew()
    {
        FiscalError error = Renewal.Turn(_now);
        if (error == FiscalError.Busy) return Renewal.HasWorked;
        Transmitter.Plan.End(error == FiscalError.None);
        return true;
    }

    private void Look()
    {
        _nextLook = _uptime.Milliseconds + LookInterval;
        if (IsQuiet && _bench.Clear()) _exchange.Forget();
        if (_clock.Read(out long now) != FiscalError.None) return;
        _now = now;
        FiscalError error = Configuration.Follow(now);
        if (error != FiscalError.None) _failure = error;
        if (!IsQuiet || Certificates.OwnPlace < 0 || Certificates.AnafPlace < 0) return;
        if (!Transmitter.Start(now)) StartRenewal(now);
    }

    private void StartRenewal(long now)
    {
        if (!Configuration.Current.RenewalDue || !Transmitter.Plan.IsDue(now)) return;
        Transmitter.Plan.Begin();
        Renewal.Start();
    }
}
