using System.Text;
using Microsoft.Playwright;
using Nf.Emulator.Anaf.Authority;
using Nf.Emulator.Anaf.Desk;
using Nf.Emulator.Anaf.Server;
using static Microsoft.Playwright.Assertions;

namespace Nf.Tests.Browser;

/// <summary>The page of ANAF's stand-in.</summary>
[TestClass]
public sealed class AnafPageTests
{
    private const string Series = "1234567890";

    [TestMethod]
    [DataRow(1280, 900)]
    [DataRow(390, 844)]
    public async Task Register_is_registered_its_message_seen_and_its_next_answer_prepared(int width, int height)
    {
        var now = TimeProvider.System.GetUtcNow();
        var folder = Directory.CreateTempSubdirectory("nf-").FullName;
        using (var desk = AnafDesk.Open(folder, now, null, TestKeys.Stored(1)))
        {
            await using var server = await AnafServer.StartAsync(desk, AnafServerOrder.OnAnyPorts(TimeProvider.System));
            await using var chromium = await Chromium.StartAsync();
            var page = await chromium.OpenAsync($"http://127.0.0.1:{server.PagePort}/", width, height);
            await page.GetByLabel("Series (NUI)").FillAsync(Series);
            await page.GetByLabel("Fiscal code").FillAsync("12345678");
            await page.GetByRole(AriaRole.Button, new() { Name = "Register", Exact = true }).ClickAsync();
            await Expect(page.Locator("#file-configuration")).ToHaveTextAsync($"{Series}.P7B");
            await page.GetByLabel("nrZ").FillAsync("7");
            await Expect(page.Locator("#file-configuration")).ToHaveAttributeAsync("href", new System.Text.RegularExpressions.Regex("nrZ=7"));

            await page.GetByLabel("What").SelectOptionAsync("refuse");
            await page.GetByLabel("cod", new() { Exact = true }).FillAsync("42");
            await page.GetByRole(AriaRole.Button, new() { Name = "Prepare" }).ClickAsync();
            await Expect(page.Locator("#prepared li")).ToContainTextAsync("refuse 42, 1 times");
            Send(desk, now);
            await Expect(page.Locator("#messages")).ToContainTextAsync("42");
            await Expect(page.Locator("#prepared li")).ToHaveCountAsync(0);
            Send(desk, now);
            await Expect(page.Locator("#messages tr").First).ToContainTextAsync("0 taken over");
            await page.Locator("#messages button").First.ClickAsync();
            await Expect(page.Locator("#checks")).ToContainTextAsync("signature");
            await Expect(page.Locator("#xml")).ToContainTextAsync("a4203");
            Assert.IsTrue(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), "the page is wider than the window");
        }

        Directory.Delete(folder, recursive: true);
    }

    private static void Send(AnafDesk desk, DateTimeOffset now)
    {
        using var register = desk.Registers.WithKey(Series)!;
        var text = $"<msj xmlns=\"mfp:anaf:dgti:a4203:declaratie:v1\" idM=\"{Series}{now:yyyyMMddHHmmss}\"/>";
        desk.Receive(new AnafRequest(register, "/bon", "application/pkcs7-mime", AnafSignature.Sign(Encoding.UTF8.GetBytes(text), register, now)), now);
    }
}
