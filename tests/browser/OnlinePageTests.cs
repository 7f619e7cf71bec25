using Microsoft.Playwright;
using Nf.Emulator.Machine;
using Nf.Firmware.Errors;
using static Microsoft.Playwright.Assertions;

namespace Nf.Tests.Browser;

/// <summary>The online part of the register on its page: how it stands with ANAF, the parts of its ways out, the technician's visit.</summary>
[TestClass]
public sealed class OnlinePageTests
{
    /// <summary>Longest wait for a whole visit, milliseconds.</summary>
    private const float VisitPatience = 60_000;

    [TestMethod]
    [DataRow(1280, 900)]
    [DataRow(390, 844)]
    public async Task Visit_is_done_on_the_page_to_the_confirmation_and_its_papers_open(int width, int height)
    {
        await using var chromium = await Chromium.StartAsync();
        await using var online = await OnlinePage.StartAsync();
        var page = await chromium.OpenAsync(online.Url, width, height);
        List<string> complaints = [];
        page.Console += (_, message) => complaints.Add(message.Text);
        page.PageError += (_, error) => complaints.Add(error);
        await Expect(page.GetByTestId("profile")).ToContainTextAsync("0, sends nothing");
        await Expect(page.GetByTestId("own-certificate")).ToHaveTextAsync("missing");
        await Expect(page.GetByText("Page of ANAF's stand-in")).ToHaveAttributeAsync("href", online.AnafUrl);
        await Expect(page.GetByTestId("visit-papers")).ToHaveCountAsync(0);
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Begin the visit" })).ToBeEnabledAsync();
        await page.GetByText("People and papers").ClickAsync();
        await page.GetByLabel("Tehnicianul", new() { Exact = true }).FillAsync("IONESCU <b>EXEMPLU</b>");
        await page.GetByRole(AriaRole.Button, new() { Name = "Begin the visit" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Begin the visit" })).ToBeDisabledAsync();
        await Expect(page.GetByTestId("visit-outcome")).ToContainTextAsync("ANAF confirmed", new() { Timeout = VisitPatience });
        await Expect(page.GetByTestId("visit-steps").Locator(".done")).ToHaveCountAsync(13);
        await Expect(page.GetByTestId("visit-steps")).ToContainTextAsync("connection test: HTTP 200");
        await Expect(page.GetByTestId("profile")).ToContainTextAsync("1, sends");
        await Expect(page.GetByTestId("confirmed")).ToContainTextAsync("Z 0001");
        await Expect(page.GetByTestId("unsent")).ToHaveTextAsync("0");
        await Expect(page.GetByTestId("days-left")).ToHaveTextAsync("30");
        foreach (var name in new[] { "own-certificate", "anaf-certificate" }) await Expect(page.GetByTestId(name)).ToContainTextAsync("valid until");
        Assert.IsTrue(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), "the page is wider than the window");

        var paper = await page.RunAndWaitForPopupAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "carte de intervenții" }).ClickAsync());
        paper.Console += (_, message) => complaints.Add(message.Text);
        await Expect(paper.GetByRole(AriaRole.Heading, new() { Name = "Carte de intervenții" })).ToBeVisibleAsync();
        await Expect(paper.Locator("body")).ToContainTextAsync("IONESCU <b>EXEMPLU</b>, legitimația nr. 0001");
        Assert.AreEqual("collapse", await paper.Locator("table").EvaluateAsync<string>("table => getComputedStyle(table).borderCollapse"), "the paper's own style");
        var data = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "JSON" }).ClickAsync());
        Assert.AreEqual("vizita.json", data.SuggestedFilename);
        complaints.RemoveAll(text => text.Contains("Information:"));
        Assert.IsEmpty(complaints, string.Join('\n', complaints));
    }

    [TestMethod]
    public async Task Nothing_can_be_moved_before_the_page_is_connected_to_the_register()
    {
        await using var chromium = await Chromium.StartAsync();
        await using var online = await OnlinePage.StartAsync();
        var page = await chromium.OpenAsync("about:blank", 1280, 900);
        await page.RouteAsync("**/blazor.web.*", route => route.AbortAsync());
        await page.GotoAsync(online.Url);
        await Expect(page.GetByRole(AriaRole.Checkbox, new() { Name = "Paper", Exact = true })).ToBeVisibleAsync();
        await Expect(page.Locator("input:enabled, select:enabled, button:enabled")).ToHaveCountAsync(0);
    }

    [TestMethod]
    public async Task Visit_that_is_refused_says_where_why_and_what_to_do()
    {
        await using var chromium = await Chromium.StartAsync();
        await using var online = await OnlinePage.StartAsync();
        var page = await chromium.OpenAsync(online.Url, 1280, 900);
        await page.GetByLabel("Technician's password").FillAsync("0000");
        await page.GetByRole(AriaRole.Button, new() { Name = "Begin the visit" }).ClickAsync();
        var outcome = page.GetByTestId("visit-outcome");
        await Expect(outcome).ToContainTextAsync(FiscalErrors.Cause(FiscalError.WrongPassword), new() { Timeout = VisitPatience });
        await Expect(outcome).ToContainTextAsync("technician in service");
        await Expect(page.GetByTestId("visit-next")).ToHaveTextAsync(FiscalErrors.Next(FiscalError.WrongPassword));
        await Expect(page.GetByTestId("visit-steps").Locator(".done")).ToHaveCountAsync(3);
        await Expect(page.GetByRole(AriaRole.Checkbox, new() { Name = "Service switch" })).Not.ToBeCheckedAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Begin the visit" })).ToBeEnabledAsync();
    }

    [TestMethod]
    public async Task What_the_visit_lacks_is_told()
    {
        await using var chromium = await Chromium.StartAsync();
        await using var alone = await OnlinePage.StartAsync(withAnaf: false);
        var page = await chromium.OpenAsync(alone.Url, 1280, 900);
        await Expect(page.GetByTestId("visit-missing")).ToContainTextAsync("--anaf none");
        await Expect(page.GetByTestId("profile")).ToContainTextAsync("0, sends nothing");
        await using var without = await LivePage.StartAsync();
        page = await chromium.OpenAsync(without.Url, 1280, 900);
        await Expect(page.GetByTestId("visit-missing")).ToContainTextAsync("has no online module");
        await Expect(page.GetByTestId("profile")).ToHaveCountAsync(0);
        await Expect(page.GetByRole(AriaRole.Checkbox, new() { Name = "SIM card" })).ToHaveCountAsync(0);
    }

    [TestMethod]
    [DataRow("cable", "Network cable", FiscalError.CableMissing)]
    [DataRow("Wi-Fi", "Wi-Fi in reach", FiscalError.WifiMissing)]
    [DataRow("mobile network", "SIM card", FiscalError.SimMissing)]
    [DataRow("mobile network", "Modem antenna", FiscalError.OperatorNotFound)]
    public async Task Part_that_is_pulled_out_stops_the_sending_until_it_is_back(string way, string part, FiscalError error)
    {
        await using var chromium = await Chromium.StartAsync();
        await using var online = await OnlinePage.StartAsync();
        var page = await chromium.OpenAsync(online.Url, 1280, 900);
        await page.GetByLabel("Way out").SelectOptionAsync(way);
        await page.GetByRole(AriaRole.Button, new() { Name = "Begin the visit" }).ClickAsync();
        await Expect(page.GetByTestId("visit-outcome")).ToContainTextAsync("ANAF confirmed", new() { Timeout = VisitPatience });

        var whole = online.Parts;
        await page.GetByRole(AriaRole.Checkbox, new() { Name = part }).UncheckAsync();
        // The box shows the click at once; the register's part moves when the page has told it.
        await online.WaitAsync(machine => PartsSnapshot.Of(machine.Hardware) != whole);
        await Expect(page.GetByTestId("online-error")).ToHaveTextAsync("The last attempt went well, or there was none.");
        online.Do(69, "Z");
        await Expect(page.GetByTestId("unsent")).ToHaveTextAsync("1");
        await online.RunUntilAsync(machine => machine.Register.OnlineError == error);
        await Expect(page.GetByTestId("online-error")).ToContainTextAsync(FiscalErrors.Cause(error));
        await Expect(page.GetByTestId("online-error")).ToContainTextAsync(FiscalErrors.Next(error));
        await Expect(page.GetByTestId("next-attempt")).Not.ToHaveTextAsync("–");

        await page.GetByRole(AriaRole.Checkbox, new() { Name = part }).CheckAsync();
        online.Do(71, "1");
        await Expect(page.GetByTestId("unsent")).ToHaveTextAsync("0", new() { Timeout = VisitPatience });
        await Expect(page.GetByTestId("online-error")).ToHaveTextAsync("The last attempt went well, or there was none.");
    }
}
