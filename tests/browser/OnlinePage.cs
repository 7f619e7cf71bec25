using Nf.Emulator.Host;
using Nf.Emulator.Machine;
using Nf.Emulator.Page;
using Nf.Tests.Machine.Visit;

namespace Nf.Tests.Browser;

/// <summary>A register with the online module that runs live as under <c>nf run</c>, ANAF's stand-in beside it, and its page.</summary>
internal sealed class OnlinePage : IAsyncDisposable
{
    private readonly LiveVisitRig _rig;
    private readonly PageServer _page;

    private OnlinePage(LiveVisitRig rig, PageServer page) => (_rig, _page) = (rig, page);

    public string Url => _page.Url;

    /// <summary>The stand-in's own page.</summary>
    public string AnafUrl => _rig.Beside!.Address;

    /// <summary>The register's parts as they are shown.</summary>
    public PartsSnapshot Parts => _rig.Live.View.Parts;

    /// <summary>Puts all together and lets it run.</summary>
    /// <param name="withAnaf">False: no stand-in beside it.</param>
    public static async Task<OnlinePage> StartAsync(bool withAnaf = true)
    {
        var rig = await LiveVisitRig.StartAsync(withAnaf: withAnaf);
        return new OnlinePage(rig, await PageServer.StartAsync(rig.Live, rig.Paper, 0, rig.Beside));
    }

    /// <summary>A host sends a command that must be carried out.</summary>
    public void Do(int command, params string[] fields)
    {
        using var line = _rig.Connect();
        Assert.IsTrue(new DatecsClient(line).Send(command, fields).Ok, $"{command}");
    }

    /// <summary>Waits until what comes from outside has brought this about.</summary>
    public async Task WaitAsync(Func<RegisterMachine, bool> condition) => Assert.IsTrue(await _rig.Site.WaitAsync(condition, TimeSpan.FromMinutes(1)));

    /// <summary>Lets the register's time run ahead until this holds: nobody waits for a link that does not come up.</summary>
    public async Task RunUntilAsync(Func<RegisterMachine, bool> condition) =>
        Assert.IsTrue(await _rig.Live.BetweenCommandsAsync((machine, _) => machine.RunUntil(() => condition(machine), 600_000_000)));

    public async ValueTask DisposeAsync()
    {
        await _page.DisposeAsync();
        await _rig.DisposeAsync();
    }
}
