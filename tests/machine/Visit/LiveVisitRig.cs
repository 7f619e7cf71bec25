using Nf.Emulator.Anaf.Desk;
using Nf.Emulator.Anaf.Server;
using Nf.Emulator.Host;
using Nf.Emulator.Machine;
using Nf.Emulator.Page;
using Nf.Emulator.Peripherals;
using Nf.Emulator.State;
using Nf.Emulator.Updates;
using Nf.Emulator.Visit;
using Nf.Firmware.Errors;
using Nf.Tests.Machine.State;

namespace Nf.Tests.Machine.Visit;

/// <summary>A register that lives as under <c>nf run</c>, and ANAF's stand-in beside it. The browser's tests have it too.</summary>
internal sealed class LiveVisitRig : IAsyncDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);

    private readonly TempFolder _folder;
    private readonly StateDirectory _directory;
    private readonly StoredRegister _stored;
    private readonly AnafServer? _server;

    private LiveVisitRig(TempFolder folder, StateDirectory directory, StoredRegister stored, RegisterMachine machine, AnafServer? server)
    {
        (_folder, _directory, _stored, _server) = (folder, directory, stored, server);
        Live = new LiveRegister(machine, 0);
        Site = new LiveSite(Live, directory.DriveFolder);
        Beside = server is null ? null : AnafBeside.Of(server, Live, stored, directory);
        stored.Printed += Paper.Append;
    }

    public LiveRegister Live { get; }

    public LiveSite Site { get; }

    /// <summary>What it printed since it was put together.</summary>
    public PaperFeed Paper { get; } = new([]);

    /// <summary>The stand-in as the register's page needs it; null for none.</summary>
    public AnafBeside? Beside { get; }

    public VisitDesk Visits => Beside!.Visits;

    public AnafDesk Anaf => _server!.Desk;

    /// <summary>A visit over the network cable with the demo's people.</summary>
    public static VisitPlan Plan { get; } = VisitPlan.Over("ethernet", VisitOrder.Demo);

    /// <summary>A new register that nobody has visited.</summary>
    /// <param name="withAnaf">False: no stand-in beside it.</param>
    public static async Task<LiveVisitRig> StartAsync(bool fiscalised = true, bool withAnaf = true)
    {
        var folder = new TempFolder();
        var directory = StateDirectory.Open(folder["state"], createIfMissing: true);
        var stored = StoredRegister.Open(directory, new VirtualTime(), new WallCivilTime(ClockBase.Romania(TimeProvider.System), TimeProvider.System));
        var machine = new RegisterMachine(stored.Hardware);
        Assert.AreEqual(FiscalError.None, machine.PowerOn());
        if (fiscalised) Assert.AreEqual(FiscalError.None, machine.Register.Fiscalise(DemoShop.Order()));
        var rig = new LiveVisitRig(folder, directory, stored, machine, withAnaf ? await StartAnafAsync(directory) : null);
        rig.Live.Start();
        return rig;
    }

    /// <summary>Puts a new program, signed by the maker whom the register trusts, onto the drive.</summary>
    public void PutProgram(string version, ImageFault fault = ImageFault.None)
    {
        var image = new ModelImage(version, fault).ToBytes(2000);
        var update = SignedUpdate.Of(image, version, FirmwareSlotModel.BoardName);
        MakerKey.Make(_directory.MakerKeyPath);
        using var maker = MakerKey.Load(_directory.MakerKeyPath);
        Directory.CreateDirectory(_directory.DriveFolder);
        File.WriteAllBytes(Path.Combine(_directory.DriveFolder, update.Image), image);
        File.WriteAllBytes(Path.Combine(_directory.DriveFolder, "NF-UPDATE.TXT"), update.Sign(maker));
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
        if (_server is not null)
        {
            await _server.DisposeAsync();
            _server.Desk.Dispose();
        }

        _stored.Dispose();
        _directory.Dispose();
        _folder.Dispose();
    }

    private static Task<AnafServer> StartAnafAsync(StateDirectory directory)
    {
        var desk = AnafDesk.Open(directory.AnafFolder, TimeProvider.System.GetUtcNow());
        return AnafServer.StartAsync(desk, AnafServerOrder.OnAnyPorts(TimeProvider.System));
    }
}
