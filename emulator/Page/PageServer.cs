using System.Net;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Nf.Emulator.Host;
using Nf.Emulator.Machine;

namespace Nf.Emulator.Page;

/// <summary>Serves the register's page, and the same as data for scripts, to programs on this machine.</summary>
/// <remarks><code>await using var page = await PageServer.StartAsync(register, paper, 0);</code></remarks>
public sealed class PageServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private PageServer(WebApplication app) => _app = app;

    /// <summary>Where the page is.</summary>
    public string Url => _app.Urls.Single();

    /// <summary>Starts to serve; it leaves Ctrl+C to its caller.</summary>
    /// <param name="register">What is shown. It stays the caller's.</param>
    /// <param name="paper">The paper of the same register.</param>
    /// <param name="port">TCP port on 127.0.0.1, or 0 for one that the system picks.</param>
    /// <param name="anaf">ANAF's stand-in beside it; null for none.</param>
    /// <exception cref="PortInUseException">Another program listens there.</exception>
    public static async Task<PageServer> StartAsync(LiveRegister register, PaperFeed paper, int port, AnafBeside? anaf = null)
    {
        var app = Build(register, paper, port, anaf);
        try
        {
            await LocalServer.StartAsync(app, port);
            return new PageServer(app);
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    /// <summary>Stops serving. Open pages are told so first: what they need to take their leave is still there.</summary>
    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private static WebApplication Build(LiveRegister register, PaperFeed paper, int port, AnafBeside? anaf)
    {
        var builder = LocalServer.NewBuilder(kestrel => kestrel.Listen(IPAddress.Loopback, port));
        builder.WebHost.UseStaticWebAssets();
        LocalServer.AddHostFilter(builder.Services);
        AddServices(builder.Services);
        builder.Services.AddSingleton(register).AddSingleton(paper).AddSingleton(new Neighbours(anaf));
        var app = builder.Build();
        app.UseHostFiltering();
        app.Use(SecurityHeaders.Set);
        app.UseAntiforgery();
        app.MapStaticAssets();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null);
        ScriptEndpoints.Map(app, register, paper);
        if (anaf is not null) VisitEndpoints.Map(app, anaf.Visits.Papers);
        return app;
    }

    private static void AddServices(IServiceCollection services)
    {
        services.Configure<KeyManagementOptions>(options =>
        {
            options.XmlRepository = new KeysInMemory();
            options.XmlEncryptor = new NullXmlEncryptor();
        });
        services.AddAntiforgery(options => options.SuppressXFrameOptionsHeader = true);
        services.AddRazorComponents().AddInteractiveServerComponents();
    }
}
