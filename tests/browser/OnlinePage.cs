using Nf.Emulator.Anaf.Desk;
using Nf.Emulator.Anaf.Server;
using Nf.Emulator.Host;
using Nf.Emulator.Machine;
using Nf.Emulator.Page;
using Nf.Emulator.Peripherals;
using Nf.Emulator.State;
using Nf.Firmware.Errors;

namespace Nf.Tests.Browser;

/// <summary>A register with the online module that runs live as under <c>nf run</c>, ANAF's stand-in beside it, and its page.</summary>
internal sealed class OnlinePage : IAsyncDisposable
{
    private readonly string _folder;
    private readonly StateDirectory _directory;
    private readonly StoredRegister _stored;
    private readonly AnafServer? _server;
    private readonly PageServer _page;

    private OnlinePage(string folder, StateDirectory directory, StoredRegister stored, LiveRegister live, AnafServer? server, PageServer page) =>
        (_folder, _directory, _stored, Live, _server, _page) = (folder, directory, stored, live, server, page);

    public LiveRegister Live { get; }

    public string Url => _page.Url;

    /// <summary>The stand-in's own page.</summary>
    public string AnafUrl => $"http://127.0.0.1:{_server!.PagePort}/";

    /// <summary>Puts all together and lets it run.</summary>
    /// <param name="withAnaf">False: no stand-in beside it.</param>
    public static async Task<OnlinePage> StartAsync(bool withAnaf = true)
    {
        var folder = Directory.CreateTempSubdirectory("nf-").FullName;
        var directory = StateDirectory.Open(Path.Combine(folder, "state"), createIfMissing: true);
        var stored = StoredRegister.Open(directory, new VirtualTime(), new WallCivilTime(ClockBase.Romania(TimeProvider.System), TimeProvider.System));
        var machine = new RegisterMachine(stored.Hardware);
        Assert.AreEqual(FiscalError.None, machine.PowerOn());
        Assert.AreEqual(FiscalError.None, machine.Register.Fiscalise(DemoShop.Order()));
        var live = new LiveRegister(machine, 0);
        live.Start();
        var paper = new PaperFeed([]);
        stored.Printed += paper.Append;
        var server = withAnaf ? await StartAnafAsync(directory) : null;
        var page = await PageServer.StartAsync(live, paper, 0, server is null ? null : AnafBeside.Of(server, live, stored, directory));
        return new OnlinePage(folder, directory, stored, live, server, page);
    }

    /// <summary>A host sends a command that must be carried out.</summary>
    public void Do(int command, params string[] fields)
    {
        using var line = new TcpHostChannel("127.0.0.1", Live.HostPort);
        Assert.IsTrue(new DatecsClient(line).Send(command, fields).Ok, $"{command}");
    }

    /// <summary>Lets the register's time run ahead until this holds: nobody waits for a link that does not come up.</summary>
    public async Task RunUntilAsync(Func<RegisterMachine, bool> condition) =>
        Assert.IsTrue(await Live.BetweenCommandsAsync((machine, _) => machine.RunUntil(() => condition(machine), 600_000_000)));

    public async ValueTask DisposeAsync()
    {
        await _page.DisposeAsync();
        Live.Dispose();
        if (_server is not null)
        {
            await _server.DisposeAsync();
            _server.Desk.Dispose();
        }

        _stored.Dispose();
        _directory.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static Task<AnafServer> StartAnafAsync(StateDirectory directory)
    {
        var desk = AnafDesk.Open(directory.AnafFolder, TimeProvider.System.GetUtcNow());
        return AnafServer.StartAsync(desk, new AnafServerOrder(0, 0, AnafServerOrder.UsualHost, TimeProvider.System));
    }
}
