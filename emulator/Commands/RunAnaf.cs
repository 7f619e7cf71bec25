using Nf.Emulator.Anaf.Desk;
using Nf.Emulator.Anaf.Server;
using Nf.Emulator.State;

namespace Nf.Emulator.Commands;

/// <summary>The stand-in beside the register of <c>nf run</c>.</summary>
internal sealed class RunAnaf : IAsyncDisposable
{
    /// <summary>What <c>--anaf</c> says when there is to be none.</summary>
    internal const string None = "none";

    private readonly AnafDesk _desk;

    private RunAnaf(AnafDesk desk, AnafServer server)
    {
        _desk = desk;
        Server = server;
    }

    /// <summary>The server.</summary>
    internal AnafServer Server { get; }

    /// <summary>Starts the one that the order asks for; it keeps what it keeps in the register's state directory.</summary>
    /// <returns>Null when there is to be none.</returns>
    internal static async Task<RunAnaf?> StartAsync(RunOrder order, StateDirectory directory)
    {
        if (order.Anaf == None) return null;
        var clock = TimeProvider.System;
        var desk = AnafDesk.Open(directory.AnafFolder, clock.GetUtcNow());
        try
        {
            var listen = new AnafServerOrder(int.Parse(order.Anaf), order.AnafPagePort, AnafServerOrder.UsualHost, clock);
            return new RunAnaf(desk, await AnafServer.StartAsync(desk, listen));
        }
        catch
        {
            desk.Dispose();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        _desk.Dispose();
    }
}
