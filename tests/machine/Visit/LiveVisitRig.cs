using Nf.Emulator.Anaf.Desk;
using Nf.Emulator.Anaf.Server;
using Nf.Emulator.Host;
using Nf.Emulator.Machine;
using Nf.Emulator.Peripherals;
using Nf.Emulator.State;
using Nf.Emulator.Visit;
using Nf.Firmware.Errors;
using Nf.Tests.Machine.State;

namespace Nf.Tests.Machine.Visit;

/// <summary>A register that lives as under <c>nf run</c>, ANAF's stand-in beside it, and the technician's desk.</summary>
internal sealed class LiveVisitRig : IAsyncDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);

    private readonly TempFolder _folder;
    private readonly StateDirectory _directory;
    private readonly StoredRegister _stored;
    private readonly AnafServer _server;

    private LiveVisitRig(TempFolder folder, StateDirectory directory, StoredRegister stored, LiveRegister live, AnafServer server)
    {
        (_folder, _directory, _stored, _server, Live) = (folder, directory, stored, server, live);
        var site = new LiveSite(live, directory.DriveFolder);
        stored.Printed += site.Print;
        Site = site;
        Visits = new VisitDesk(site, server, new VisitPapers(directory.VisitFolder));
    }

    public LiveRegister Live { get; }

    public LiveSite Site { get; }

    public VisitDesk Visits { get; }

    public AnafDesk Anaf => _server.Desk;

    /// <summary>A visit over the network cable with the demo's people.</summary>
    public static VisitPlan Plan { get; } = VisitPlan.Over("ethernet", VisitOrder.Demo);

    /// <summary>A new register, fiscalised, that nobody has visited.</summary>
    public static async Task<LiveVisitRig> StartAsync(bool fiscalised = true)
    {
        var folder = new TempFolder();
        var directory = StateDirectory.Open(folder["state"], createIfMissing: true);
        var stored = StoredRegister.Open(directory, new VirtualTime(), new WallCivilTime(ClockBase.Romania(TimeProvider.System), TimeProvider.System));
        var machine = new RegisterMachine(stored.Hardware);
        machine.PowerOn();
        if (fiscalised) Assert.AreEqual(FiscalError.None, machine.Register.Fiscalise(DemoShop.Order()));
        var desk = AnafDesk.Open(directory.AnafFolder, TimeProvider.System.GetUtcNow());
        var server = await AnafServer.StartAsync(desk, new AnafServerOrder(0, 0, AnafServerOrder.UsualHost, TimeProvider.System));
        stored.Knows(server.Host, server.Port);
        var rig = new LiveVisitRig(folder, directory, stored, new LiveRegister(machine, 0), server);
        rig.Live.Start();
        return rig;
    }

    /// <summary>Does a visit to its end; how it went.</summary>
    public async Task<VisitProgress> VisitAsync(VisitPlan? plan = null)
    {
        Assert.IsTrue(Visits.Begin(plan ?? Plan), "a visit is under way");
        await Visits.Ended.WaitAsync(s_patience);
        return Visits.Progress;
    }

    /// <summary>A host on the register's line.</summary>
    public TcpHostChannel Connect() => new("127.0.0.1", Live.HostPort);

    public async ValueTask DisposeAsync()
    {
        Live.Dispose();
        await _server.DisposeAsync();
        _server.Desk.Dispose();
        _stored.Dispose();
        _directory.Dispose();
        _folder.Dispose();
    }
}
