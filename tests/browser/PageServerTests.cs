using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Nf.Emulator.Host;

namespace Nf.Tests.Browser;

[TestClass]
public sealed class PageServerTests
{
    [TestMethod]
    public async Task ScriptsReadStatusAndPaper()
    {
        await using var live = await LivePage.StartAsync();
        using var http = new HttpClient { BaseAddress = new Uri(live.Url) };
        live.Sell();
        var paper = await http.GetStringAsync("/api/paper");
        StringAssert.Contains(paper, "\nPâine albă 300 g");
        var status = await http.GetFromJsonAsync<JsonElement>("/api/status");
        Assert.AreEqual("1234567890", status.GetProperty("series").GetString());
        CollectionAssert.Contains(new[] { "ready", "receiptOpen" }, status.GetProperty("mode").GetString());
    }

    [TestMethod]
    [DataRow("/", "text/html")]
    [DataRow("/nf.css", "text/css")]
    [DataRow("/_framework/blazor.web.js", "text/javascript")]
    [DataRow("/api/status", "application/json")]
    public async Task EveryAnswerForbidsWhatComesFromElsewhere(string path, string type)
    {
        await using var live = await LivePage.StartAsync();
        using var http = new HttpClient { BaseAddress = new Uri(live.Url) };
        using var answer = await http.GetAsync(path);
        Assert.AreEqual(HttpStatusCode.OK, answer.StatusCode);
        Assert.AreEqual(type, answer.Content.Headers.ContentType!.MediaType);
        StringAssert.Contains(answer.Headers.GetValues("Content-Security-Policy").Single(), "default-src 'none'");
        Assert.AreEqual("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [TestMethod]
    [DataRow("localhost", HttpStatusCode.OK)]
    [DataRow("register.example", HttpStatusCode.BadRequest)]
    public async Task OnlyThisMachinesNamesAreAnswered(string host, HttpStatusCode expected)
    {
        await using var live = await LivePage.StartAsync();
        using var http = new HttpClient { BaseAddress = new Uri(live.Url) };
        http.DefaultRequestHeaders.Host = $"{host}:{live.Port}";
        using var answer = await http.GetAsync("/api/status");
        Assert.AreEqual(expected, answer.StatusCode);
    }

    [TestMethod]
    public async Task PortOfAnotherProgramIsRefusedInWords()
    {
        await using var live = await LivePage.StartAsync();
        var refusal = await Assert.ThrowsExactlyAsync<PortInUseException>(() => live.AnotherAsync(live.Port));
        Assert.AreEqual(live.Port, refusal.Port);
    }
}
