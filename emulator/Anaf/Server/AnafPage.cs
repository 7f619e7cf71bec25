using System.Net;
using Microsoft.AspNetCore.Http.Json;
using Nf.Emulator.Anaf.Desk;
using Nf.Emulator.Page;

namespace Nf.Emulator.Anaf.Server;

/// <summary>The page of the stand-in and its JSON API.</summary>
internal static class AnafPage
{
    /// <summary>Prepares the server.</summary>
    /// <param name="port">Where registers send to.</param>
    internal static WebApplication Build(AnafDesk desk, AnafServerOrder order, int port, RefusedConnections refused)
    {
        var builder = LocalServer.NewBuilder(kestrel => kestrel.Listen(IPAddress.Loopback, order.PagePort));
        builder.WebHost.UseStaticWebAssets();
        LocalServer.AddHostFilter(builder.Services);
        builder.Services.AddRouting();
        // What is no JSON of the form is answered in words, like any other refusal.
        builder.Services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        builder.Services.Configure<JsonOptions>(options =>
        {
            foreach (var converter in AnafJson.Options.Converters) options.SerializerOptions.Converters.Add(converter);
            options.SerializerOptions.DefaultIgnoreCondition = AnafJson.Options.DefaultIgnoreCondition;
            options.SerializerOptions.Encoder = AnafJson.Options.Encoder;
            options.SerializerOptions.UnmappedMemberHandling = AnafJson.Options.UnmappedMemberHandling;
        });
        var app = builder.Build();
        app.UseHostFiltering();
        app.Use(SecurityHeaders.Set);
        app.Use(OnlyJson);
        app.MapStaticAssets();
        app.MapGet("/", (IWebHostEnvironment site) =>
            Results.Stream(site.WebRootFileProvider.GetFileInfo("anaf.html").CreateReadStream(), "text/html; charset=utf-8"));
        var addresses = new ServerAddresses(desk, order, port, refused);
        MessageEndpoints.Map(app, desk, addresses);
        RegisterEndpoints.Map(app, desk, addresses);
        return app;
    }

    // What another site's page can send without asking first is never JSON.
    private static async Task OnlyJson(HttpContext context, RequestDelegate next)
    {
        if (HttpMethods.IsPost(context.Request.Method) && !context.Request.HasJsonContentType())
        {
            await RefuseAsync(context, StatusCodes.Status415UnsupportedMediaType, "send JSON, with Content-Type: application/json");
            return;
        }

        try
        {
            await next(context);
        }
        catch (ArgumentException e)
        {
            await RefuseAsync(context, StatusCodes.Status400BadRequest, e.Message);
        }
        catch (BadHttpRequestException e)
        {
            await RefuseAsync(context, e.StatusCode, $"{e.Message} {e.InnerException?.Message}".TrimEnd());
        }
    }

    private static Task RefuseAsync(HttpContext context, int status, string error)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsJsonAsync(new { error });
    }
}
