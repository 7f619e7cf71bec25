using Nf.Emulator.Machine;
using Nf.Emulator.Peripherals;

namespace Nf.Emulator.Page;

/// <summary>What the page shows, for scripts.</summary>
internal static class ScriptEndpoints
{
    /// <summary>GET /api/status: <see cref="RegisterSnapshot"/> as JSON. GET /api/paper: the newest lines as text.</summary>
    internal static void Map(IEndpointRouteBuilder routes, LiveRegister register, PaperFeed paper)
    {
        routes.MapGet("/api/status", () => Results.Json(register.View.Register, StatusJson.Readable.RegisterSnapshot));
        routes.MapGet("/api/paper", () => Results.Text(Text(paper.Lines)));
    }

    private static string Text(IEnumerable<PaperLine> lines) =>
        string.Concat(lines.Select(line => PaperText.Render(line, Hardware.PaperColumns) + '\n'));
}
