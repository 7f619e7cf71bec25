using Nf.Emulator.Machine;
using Nf.Emulator.Peripherals;
namespace Nf.Emulator.Page;
public static class PageServer
{
    public static WebApplication Build(LiveRegister register, PaperFeed paper, int port) { var b = WebApplication.CreateSlimBuilder(); b.WebHost.UseUrls($"http://127.0.0.1:{port}"); b.Logging.ClearProviders(); return b.Build(); }
    public static Task StartAsync(WebApplication app, int port) => app.StartAsync();
}
public sealed class PaperFeed(IReadOnlyList<PaperLine> before)
{
    public int Count => before.Count;
    public void Append(PaperLine line) { }
}
