using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.Logging.Console;
using Nf.Emulator.Host;
using Nf.Emulator.Machine;

namespace Nf.Emulator.Page;

/// <summary>Serves the register's page, and the same as data for scripts, to programs on this machine.</summary>
public static class PageServer
{
    // Any name that a stranger's page can make point to 127.0.0.1 is refused (DNS rebinding).
    private static readonly string[] s_hosts = ["127.0.0.1", "localhost"];

    /// <summary>Prepares the server. Dispose of it to stop serving; it leaves Ctrl+C to its caller.</summary>
    /// <param name="register">What is shown. It stays the caller's.</param>
    /// <param name="paper">The paper of the same register.</param>
    /// <param name="port">TCP port on 127.0.0.1, or 0 for one that the system picks; <c>Urls</c> tells once it serves.</param>
    public static WebApplication Build(LiveRegister register, PaperFeed paper, int port)
    {
        var builder = NewBuilder(port);
        AddServices(builder.Services);
        builder.Services.AddSingleton(register).AddSingleton(paper);
        var app = builder.Build();
        app.UseHostFiltering();
        app.Use(SecurityHeaders.Set);
        app.UseAntiforgery();
        app.MapStaticAssets();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null);
        ScriptEndpoints.Map(app, register, paper);
        return app;
    }

    /// <summary>Starts to serve.</summary>
    /// <param name="page">From <see cref="Build"/>.</param>
    /// <param name="port">The port that it was built for.</param>
    /// <exception cref="PortInUseException">Another program listens there.</exception>
    public static async Task StartAsync(WebApplication page, int port)
    {
        try
        {
            await page.StartAsync();
        }
        catch (IOException e) when (e.InnerException is AddressInUseException)
        {
            throw new PortInUseException(port);
        }
    }

    // An empty builder takes nothing from the environment, the command line or the current directory.
    private static WebApplicationBuilder NewBuilder(int port)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(PageServer).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = Environments.Production,
        });
        builder.WebHost.UseKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, port);
        });
        builder.WebHost.UseStaticWebAssets();
        AddLogging(builder.Logging);
        return builder;
    }

    // Standard output carries results only. What keeps the server from starting is thrown, so the host need not tell it too.
    private static void AddLogging(ILoggingBuilder logging)
    {
        logging.SetMinimumLevel(LogLevel.Warning);
        logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        // A browser that knew an earlier run brings its cookie along; nothing on the page posts, so nothing depends on it.
        logging.AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.None);
        logging.AddSimpleConsole();
        logging.Services.Configure<ConsoleLoggerOptions>(options => options.LogToStandardErrorThreshold = LogLevel.Trace);
    }

    private static void AddServices(IServiceCollection services)
    {
        services.AddSingleton<IHostLifetime, CallersLifetime>();
        services.AddHostFiltering(options => options.AllowedHosts = s_hosts);
        services.Configure<KeyManagementOptions>(options =>
        {
            options.XmlRepository = new KeysInMemory();
            options.XmlEncryptor = new NullXmlEncryptor();
        });
        services.AddAntiforgery(options => options.SuppressXFrameOptionsHeader = true);
        services.AddRazorComponents().AddInteractiveServerComponents();
    }
}
