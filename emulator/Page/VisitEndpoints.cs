using Nf.Emulator.Visit;

namespace Nf.Emulator.Page;

/// <summary>The papers of the technician's visit.</summary>
internal static class VisitEndpoints
{
    private const string Html = "text/html; charset=utf-8";

    // A paper is whole in itself: its style is inside, and nothing of it runs.
    private const string Policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <summary>GET /visit/NAME: a paper of the last visit; the data as a download.</summary>
    internal static void Map(IEndpointRouteBuilder routes, VisitPapers papers) =>
        routes.MapGet("/visit/{name}", (string name, HttpContext context) => Answer(papers.Find(name), name, context));

    private static IResult Answer(string? path, string name, HttpContext context)
    {
        if (path is null) return Results.NotFound();
        context.Response.Headers.ContentSecurityPolicy = Policy;
        context.Response.Headers.CacheControl = "no-store";
        return name == VisitDocuments.Data ? Results.File(path, "application/json", name) : Results.File(path, Html);
    }
}
