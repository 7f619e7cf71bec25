using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging.Console;
using Nf.Emulator.Host;

namespace Nf.Emulator.Page;

/// <summary>What the program's web servers have in common: they take nothing from their surroundings and serve this machine only.</summary>
internal static class LocalServer
{
    // Any name that a stranger's page can make point to 127.0.0.1 is refused (DNS rebinding).
    private static readonly string[] s_hosts = ["127.0.0.1", "localhost"];

    /// <summary>How long a server that stops waits for its clients: for a browser that keeps a connection, and for those whom it keeps waiting.</summary>
    private static readonly TimeSpan s_shutdown = TimeSpan.FromSeconds(1);

    /// <summary>An empty builder: nothing from the environment, the command line or the current directory.</summary>
    internal static WebApplicationBuilder NewBuilder(Action<KestrelServerOptions> listen)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(LocalServer).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = Environments.Production,
        });
        builder.WebHost.UseKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            listen(kestrel);
        });
        builder.Services.AddSingleton<IHostLifetime, CallersLifetime>();
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = s_shutdown);
        AddLogging(builder.Logging);
        return builder;
    }

    /// <summary>Answers only under this machine's own names, once <c>UseHostFiltering</c> is there.</summary>
    internal static void AddHostFilter(IServiceCollection services) => services.AddHostFiltering(options => options.AllowedHosts = s_hosts);

    /// <summary>Starts to serve.</summary>
    /// <exception cref="PortInUseException">Another program listens there.</exception>
    internal static async Task StartAsync(WebApplication server, int port)
    {
        try
        {
            await server.StartAsync();
        }
        catch (IOException e) when (e.InnerException is AddressInUseException)
        {
            throw new PortInUseException(port);
        }
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
}
