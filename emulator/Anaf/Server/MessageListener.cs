using System.Net;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Nf.Emulator.Anaf.Desk;
using Nf.Emulator.Page;

namespace Nf.Emulator.Anaf.Server;

/// <summary>The HTTPS port that registers send to; brings about the faults of the way.</summary>
internal sealed class MessageListener(AnafDesk desk, TimeProvider clock)
{
    /// <summary>Prepares the server.</summary>
    internal static WebApplication Build(AnafDesk desk, AnafServerOrder order, RefusedConnections refused)
    {
        var certificates = new ServerCertificates(desk, order.Host, order.Clock, refused);
        var builder = LocalServer.NewBuilder(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = desk.Rules.LongestBody;
            kestrel.Listen(IPAddress.Loopback, order.Port, listen =>
            {
                listen.Protocols = HttpProtocols.Http1;
                listen.UseHttps(new TlsHandshakeCallbackOptions { OnConnection = _ => ValueTask.FromResult(certificates.Next()) });
            });
        });
        builder.WebHost.UseKestrelHttpsConfiguration();
        var app = builder.Build();
        app.Run(new MessageListener(desk, order.Clock).ServeAsync);
        return app;
    }

    private async Task ServeAsync(HttpContext context)
    {
        if (!HttpMethods.IsPost(context.Request.Method))
        {
            context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            return;
        }

        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var request = new AnafRequest(context.Connection.ClientCertificate!, context.Request.Path, context.Request.ContentType, body.ToArray());
        await DeliverAsync(context, await desk.ReceiveAsync(request, clock.GetUtcNow()));
    }

    private Task DeliverAsync(HttpContext context, AnafReply reply)
    {
        context.Response.StatusCode = reply.Status;
        context.Response.ContentType = reply.ContentType;
        context.Response.ContentLength = reply.Body.Length;
        return reply.Fault switch
        {
            { Kind: AnswerKind.Silence } => SilenceAsync(context),
            { Kind: AnswerKind.Cut } fault => CutAsync(context, reply.Body, fault.AfterBytes),
            { Kind: AnswerKind.Drip } fault => DripAsync(context, reply.Body, fault.Milliseconds),
            _ => context.Response.Body.WriteAsync(reply.Body).AsTask(),
        };
    }

    private static async Task SilenceAsync(HttpContext context)
    {
        using var over = Over(context);
        await Task.Delay(Timeout.Infinite, over.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        context.Abort();
    }

    private static async Task CutAsync(HttpContext context, byte[] body, int after)
    {
        await context.Response.Body.WriteAsync(body.AsMemory(0, Math.Min(after, body.Length)));
        await context.Response.Body.FlushAsync();
        context.Abort();
    }

    private async Task DripAsync(HttpContext context, byte[] body, int milliseconds)
    {
        using var over = Over(context);
        for (var i = 0; i < body.Length && !over.IsCancellationRequested; i++)
        {
            await context.Response.Body.WriteAsync(body.AsMemory(i, 1));
            await context.Response.Body.FlushAsync();
            await Task.Delay(TimeSpan.FromMilliseconds(milliseconds), clock, over.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        if (over.IsCancellationRequested) context.Abort();
    }

    // The register hung up, or the server stops.
    private static CancellationTokenSource Over(HttpContext context) => CancellationTokenSource.CreateLinkedTokenSource(
        context.RequestAborted, context.RequestServices.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping);
}
