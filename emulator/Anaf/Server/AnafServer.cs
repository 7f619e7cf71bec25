using System.Security.Cryptography.X509Certificates;
using Nf.Emulator.Anaf.Authority;
using Nf.Emulator.Anaf.Desk;
using Nf.Emulator.Host;
using Nf.Emulator.Page;

namespace Nf.Emulator.Anaf.Server;

/// <summary>ANAF's stand-in: HTTPS for registers, a page and a JSON API for people, both on this machine only.</summary>
/// <remarks>
/// <code>
/// using var desk = AnafDesk.Open(folder, clock.GetUtcNow());
/// await using var server = await AnafServer.StartAsync(desk, AnafServerOrder.OnAnyPorts(clock));
/// </code>
/// </remarks>
public sealed class AnafServer : IAsyncDisposable
{
    private readonly WebApplication _messages;
    private readonly WebApplication _page;
    private readonly ServerAddresses _addresses;

    private AnafServer(AnafDesk desk, AnafServerOrder order, WebApplication messages, WebApplication page, RefusedConnections refused)
    {
        (Desk, Host, _messages, _page) = (desk, order.Host, messages, page);
        _addresses = new ServerAddresses(desk, order, PortOf(messages), refused);
    }

    /// <summary>What it serves. It stays the caller's.</summary>
    public AnafDesk Desk { get; }

    /// <summary>The name that registers know it by.</summary>
    public string Host { get; }

    /// <summary>The messages' port.</summary>
    public int Port => PortOf(_messages);

    /// <summary>The page's port.</summary>
    public int PagePort => PortOf(_page);

    /// <summary>Registers a register, if it is not known with a key, and writes its three files as a technician downloads them.</summary>
    /// <param name="series">Ten digits.</param>
    /// <param name="kind">U, A, S or T.</param>
    /// <param name="fiscalCode">The user's fiscal code, without RO.</param>
    /// <param name="folder">The root of the external medium.</param>
    public void WriteFiles(string series, string kind, string fiscalCode, string folder)
    {
        var now = _addresses.Now;
        if (Desk.Registers.Find(series) is null) Desk.Registers.Add(series, kind, fiscalCode, now);
        using var certificate = WithKey(series, kind, fiscalCode);
        var profile = AnswerMaker.Filled(_addresses.Usual(Desk.Registers.Find(series)!), series, now);
        TechnicianFiles.Write(folder, Desk.Authority, series, certificate, profile, now);
    }

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
                return new AnafServer(desk, order, messages, page, refused);
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

    // A register that renewed its certificate has a key that nobody else has: the technician brings a new pair.
    private X509Certificate2 WithKey(string series, string kind, string fiscalCode)
    {
        if (Desk.Registers.WithKey(series) is { } certificate) return certificate;
        Desk.Registers.Add(series, kind, fiscalCode, _addresses.Now);
        return Desk.Registers.WithKey(series)!;
    }

    private static int PortOf(WebApplication server) => new Uri(server.Urls.First()).Port;
}
