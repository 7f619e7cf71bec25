using Nf.Emulator.Anaf.Desk;

namespace Nf.Emulator.Anaf.Server;

/// <summary>The API's part about messages, prepared answers and offline filings (docs/reference/anaf-stand-in.md).</summary>
internal static class MessageEndpoints
{
    private const int Most = 500;

    /// <summary>A filing: the files themselves, or a folder of this machine that has them.</summary>
    internal sealed record FilingOrder(string? Folder, IReadOnlyList<FiledFile>? Files);

    internal static void Map(IEndpointRouteBuilder routes, AnafDesk desk, ServerAddresses addresses)
    {
        routes.MapGet("/api/status", () => addresses.Status);
        routes.MapGet("/api/messages", (string? series, long? before, int? count) =>
            desk.Messages.List(series, before ?? long.MaxValue, Math.Clamp(count ?? 50, 1, Most)));
        routes.MapGet("/api/messages/{id:long}", (long id) => Found(desk.Messages.Find(id)));
        routes.MapGet("/api/messages/{id:long}/xml", (long id) => File(desk.Messages.Content(id), "application/xml", null));
        routes.MapGet("/api/messages/{id:long}/p7b", (long id) => File(desk.Messages.Body(id), "application/pkcs7-mime", $"{id}.p7b"));
        routes.MapGet("/api/prepared", () => desk.Prepared.All);
        routes.MapPost("/api/prepared", (PreparedAnswer answer) => desk.Prepared.Add(answer));
        routes.MapDelete("/api/prepared/{id:long}", (long id) => desk.Prepared.Remove(id) ? Results.NoContent() : Results.NotFound());
        routes.MapPost("/api/filings", (FilingOrder order) => desk.File(order.Files ?? Read(order.Folder), addresses.Now));
    }

    internal static IResult Found(object? value) => value is null ? Results.NotFound() : Results.Ok(value);

    internal static IResult File(byte[]? bytes, string type, string? name) => bytes is null ? Results.NotFound() : Results.File(bytes, type, name);

    private static List<FiledFile> Read(string? folder)
    {
        if (folder is null || !Directory.Exists(folder)) throw new ArgumentException($"there is no folder {folder}: give folder or files");
        return [.. Directory.EnumerateFiles(folder).Order().Select(path => new FiledFile(Path.GetFileName(path), System.IO.File.ReadAllBytes(path)))];
    }
}
