using Nf.Emulator.Anaf.Desk;
using Nf.Emulator.Host;
using Nf.Emulator.Page;

namespace Nf.Emulator.Anaf.Server;

/// <summary>ANAF's stand-in: HTTPS for registers, a page and a JSON API for people, both on this machine only.</summary>
/// <remarks>
/// <code>
/// using var desk = AnafDesk.Open(folder, clock.GetUtcNow());
/// await using var server = await AnafServer.StartAsync(desk, new AnafServerOrder(0, 0, AnafServerOrder.UsualHost, clock));
/// </code>
/// </remarks>
public sealed class AnafServer : IAsyncDisposable
{
    private readonly WebApplication _messages;
    private readonly WebApplication _page;

    private AnafServer(AnafDesk desk, string host, WebApplication messages, WebApplication page) =>
        (Desk, Host, _messages, _page) = (desk, host, messages, page);

    /// <summary>What it serves. It stays the caller's.</summary>
    public AnafDesk Desk { get; }

    /// <summary>The name that registers know it by.</summary>
    public string Host { get; }

    /// <summary>The messages' port.</summary>
    public int Port => PortOf(_messages);

    /// <summary>The page's port.</summary>
    public int PagePort => PortOf(_page);

    /// <summary>Starts to serve.</summary>
    /// <exception cref="PortInUseException">Another program listens on one of the ports.</exception>
    public static async Task<AnafServer> StartAsync(AnafDesk desk, AnafServerOrder order)
    {
        var refused = new RefusedConnections();
        var messages = MessageListener.Build(desk, order, refused);
        try
        {
            await LocalServer.StartAsync(messages, order.Port);
            var page = AnafPage.Build(desk, order, PortOf(messages), refused);
            try
            {
                await LocalServer.StartAsync(page, order.PagePort);
                return new AnafServer(desk, order.Host, messages, page);
            }
            catch
            {
                await page.DisposeAsync();
                throw;
            }
        }
        catch
        {
            await messages.DisposeAsync();
            throw;
        }
    }

    /// <summary>Stops serving.</summary>
    public async ValueTask DisposeAsync()
    {
        await _page.StopAsync();
        await _messages.StopAsync();
        await _page.DisposeAsync();
        await _messages.DisposeAsync();
    }

    private static int PortOf(WebApplication server) => new Uri(server.Urls.First()).Port;
}
