using Microsoft.Playwright;
using Nf.Firmware.Errors;
using static Microsoft.Playwright.Assertions;

namespace Nf.Tests.Browser;

[TestClass]
public sealed class RegisterPageTests
{
    [TestMethod]
    public async Task SalesAndClosureAreSeenWithoutReload()
    {
        await using var chromium = await Chromium.StartAsync();
        await using var live = await LivePage.StartAsync();
        var page = await chromium.OpenAsync(live.Url, 1280, 800);
        await page.EvaluateAsync("window.stillThere = true");
        await Expect(page.GetByTestId("mode")).ToHaveTextAsync("Ready");

        live.OpenReceipt();
        live.SellBread();
        await Expect(page.GetByTestId("mode")).ToHaveTextAsync("Receipt open");
        await Expect(page.GetByTestId("display-upper")).ToContainTextAsync("Pâine albă");
        await Expect(page.GetByTestId("display-lower")).ToContainTextAsync("11.00");

        live.Close();
        await ExpectPaper(page, "BON FISCAL", "Pâine albă 300 g", "TOTAL LEI");
        await Expect(page.GetByTestId("receipts")).ToHaveTextAsync("1");
        await Expect(page.GetByTestId("total")).ToHaveTextAsync("11.00");
        await Expect(page.GetByTestId("day")).ToHaveTextAsync("1");

        live.CloseDay();
        await ExpectPaper(page, "RAPORT FISCAL DE ÎNCHIDERE ZILNICĂ");
        await Expect(page.GetByTestId("day")).ToHaveTextAsync("2");
        await Expect(page.GetByTestId("receipts")).ToHaveTextAsync("0");
        Assert.IsTrue(await page.EvaluateAsync<bool>("window.stillThere"), "the page was loaded again");
    }

    [TestMethod]
    public async Task PaperTakenOutByHandStopsTheRegisterUntilItIsBack()
    {
        await using var chromium = await Chromium.StartAsync();
        await using var live = await LivePage.StartAsync();
        var page = await chromium.OpenAsync(live.Url, 1280, 800);
        var paper = page.GetByRole(AriaRole.Checkbox, new() { Name = "Paper", Exact = true });
        await Expect(paper).ToBeCheckedAsync();

        await paper.UncheckAsync();
        await Expect(page.GetByTestId("display-upper")).ToContainTextAsync("Lipsă hârtie");
        await Expect(page.GetByTestId("mode")).ToHaveTextAsync("Blocked");
        live.Refused(FiscalError.PaperEnd, 48, "1\t0001\t1\t\t\t");

        await paper.CheckAsync();
        await Expect(page.GetByTestId("mode")).ToHaveTextAsync("Ready");
        live.Sell();
        await ExpectPaper(page, "BON FISCAL", "TOTAL LEI");
    }

    [TestMethod]
    public async Task ReceiptThatTheRollEndedInIsSeenToWaitAndThenPrintedWhole()
    {
        await using var chromium = await Chromium.StartAsync();
        await using var live = await LivePage.StartAsync();
        var page = await chromium.OpenAsync(live.Url, 1280, 800);
        live.RunOut();
        live.Sell();
        await Expect(page.GetByTestId("mode")).ToHaveTextAsync("Blocked");
        await Expect(page.GetByTestId("receipts")).ToHaveTextAsync("1");
        await Expect(page.GetByTestId("paper")).Not.ToContainTextAsync("BON FISCAL");

        await page.GetByRole(AriaRole.Checkbox, new() { Name = "Paper", Exact = true }).CheckAsync();
        await ExpectPaper(page, "SE TIPĂREȘTE DIN NOU", "BON FISCAL");
        await Expect(page.GetByTestId("mode")).ToHaveTextAsync("Ready");
    }

    [TestMethod]
    public async Task PaperFollowsTheNewestLineUnlessScrolledUp()
    {
        await using var chromium = await Chromium.StartAsync();
        await using var live = await LivePage.StartAsync();
        var page = await chromium.OpenAsync(live.Url, 390, 844);
        var sheets = page.GetByTestId("paper").GetByRole(AriaRole.Article);
        live.Sell();
        live.Sell();
        await Expect(sheets.Nth(1).GetByRole(AriaRole.Img)).ToBeInViewportAsync();

        await sheets.First.EvaluateAsync("sheet => sheet.scrollIntoView()");
        live.Sell();
        await Expect(sheets).ToHaveCountAsync(3);
        await Expect(sheets.First.GetByText("MAGAZIN DEMO SRL")).ToBeInViewportAsync();
        await Expect(sheets.Last.GetByRole(AriaRole.Img)).Not.ToBeInViewportAsync();
    }

    [TestMethod]
    public async Task BrowserHasNothingToComplainOf()
    {
        await using var chromium = await Chromium.StartAsync();
        await using var live = await LivePage.StartAsync();
        var page = await chromium.OpenAsync("about:blank", 1280, 800);
        List<string> complaints = [];
        page.Console += (_, message) => complaints.Add(message.Text);
        page.PageError += (_, error) => complaints.Add(error);
        page.RequestFailed += (_, request) => complaints.Add(request.Url);
        await page.GotoAsync(live.Url);
        live.Sell();
        await Expect(page.GetByTestId("receipts")).ToHaveTextAsync("1");
        complaints.RemoveAll(text => text.Contains("Information:"));
        Assert.IsEmpty(complaints, string.Join('\n', complaints));
    }

    [TestMethod]
    public async Task RegisterThatIsSwitchedOffUnderAnOpenPageSaysNothing()
    {
        await using var chromium = await Chromium.StartAsync();
        var (errors, said) = (Console.Error, new StringWriter());
        Console.SetError(said);
        try
        {
            await using var live = await LivePage.StartAsync();
            var page = await chromium.OpenAsync(live.Url, 1280, 800);
            await Expect(page.GetByRole(AriaRole.Checkbox, new() { Name = "Paper", Exact = true })).ToBeEnabledAsync();
        }
        finally
        {
            Console.SetError(errors);
        }

        Assert.AreEqual("", said.ToString());
    }

    private static async Task ExpectPaper(IPage page, params string[] texts)
    {
        foreach (var text in texts) await Expect(page.GetByTestId("paper")).ToContainTextAsync(text);
    }
}
