using Microsoft.Playwright;

namespace Nf.Tests.Browser;

/// <summary>The system's Chromium, driven by Playwright, which brings no browser of its own here.</summary>
internal sealed class Chromium : IAsyncDisposable
{
    /// <summary>Longest wait for anything to be seen, milliseconds.</summary>
    private const float Patience = 30_000;

    private static readonly string[] s_names = ["chromium", "chromium-browser", "google-chrome"];

    private static readonly string[] s_arguments =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private Chromium(IPlaywright playwright, IBrowser browser)
    {
        _playwright = playwright;
        _browser = browser;
    }

    /// <summary>Starts it; where there is none the test is inconclusive.</summary>
    public static async Task<Chromium> StartAsync()
    {
        var path = Find();
        if (path is null) Assert.Inconclusive("there is no Chromium on the PATH: apt-get install chromium");
        Assertions.SetDefaultExpectTimeout(Patience);
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = s_arguments });
        return new Chromium(playwright, browser);
    }

    /// <summary>Opens a page in a window of this size.</summary>
    public async Task<IPage> OpenAsync(string url, int width, int height)
    {
        var page = await _browser.NewPageAsync(new() { ViewportSize = new() { Width = width, Height = height } });
        await page.GotoAsync(url);
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }

    private static string? Find() =>
        (from folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
         from name in s_names
         select Path.Combine(folder, name)).FirstOrDefault(File.Exists);
}
