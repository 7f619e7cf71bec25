using System.Net;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Nf.Emulator.Host;
using Nf.Emulator.Machine;

namespace Nf.Emulator.Page;

/// <summary>Serves the register's page, and the same as data for scripts, to programs on this machine.</summary>
public static class PageServer
{
    /// <summary>Prepares the server. Dispose of it to stop serving; it leaves Ctrl+C to its caller.</summary>
    /// <param name="register">What is shown. It stays the caller's.</param>
    /// <param name="paper">The paper of the same register.</param>
    /// <param name="port">TCP port on 127.0.0.1, or 0 for one that the system picks; <c>Urls</c> tells once it serves.</param>
    /// <param name="anaf">ANAF's stand-in beside it; null for none.</param>
    public static WebApplication Build(LiveRegister register, PaperFeed paper, int port, AnafBeside? anaf = null)
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

    /// <summary>Starts to serve.</summary>
    /// <param name="page">From <see cref="Build"/>.</param>
    /// <param name="port">The port that it was built for.</param>
    /// <exception cref="PortInUseException">Another program listens there.</exception>
    public static Task StartAsync(WebApplication page, int port) => LocalServer.StartAsync(page, port);

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
