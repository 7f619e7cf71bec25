using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Nf.Emulator.Anaf;
using Nf.Emulator.Anaf.Server;

namespace Nf.Tests.Machine.Anaf;

/// <summary>The JSON API that docs/reference/anaf-stand-in.md describes.</summary>
[TestClass]
public sealed class AnafApiTests
{
    private readonly DeskRig _rig = new();
    private readonly HttpClient _http = new();
    private AnafServer _server = null!;

    [TestInitialize]
    public async Task Start()
    {
        _server = await AnafServer.StartAsync(_rig.Desk, AnafServerOrder.OnAnyPorts(new FixedClock(_rig.Now)));
        _http.BaseAddress = new Uri($"http://127.0.0.1:{_server.PagePort}");
    }

    [TestCleanup]
    public async Task End()
    {
        _http.Dispose();
        await _server.DisposeAsync();
        _rig.Dispose();
    }

    [TestMethod]
    public async Task Register_is_registered_and_its_files_are_good_for_messages()
    {
        using var answer = await _http.PostAsJsonAsync("/api/registers", new { series = "8000000001", kind = "U", fiscalCode = "87654321" });
        Assert.AreEqual(HttpStatusCode.OK, answer.StatusCode);
        var pem = await _http.GetStringAsync("/api/registers/8000000001/files/certificate");
        _rig.Register = X509Certificate2.CreateFromPem(pem, pem);
        _rig.Expect(AnafCode.Taken, DayText.Day(1, 2, "8000000001"));

        var anaf = new X509Certificate2Collection();
        anaf.ImportFromPem(await _http.GetStringAsync("/api/registers/8000000001/files/anaf"));
        CollectionAssert.AreEqual(new[] { _rig.Desk.Authority.Anaf, _rig.Desk.Authority.Root }, anaf.ToArray());
        var profile = await Configuration(await _http.GetAsync("/api/registers/8000000001/files/configuration?nrZ=7&rapZ=2"));
        Assert.AreEqual("800000000120261116080000", profile.Attribute("idM")!.Value);
        Assert.AreEqual("7", profile.Attribute("nrZ")!.Value);
        Assert.AreEqual("2", profile.Attribute("rapZ")!.Value);
        Assert.AreEqual("https://anaf.nf.test/bon", profile.Elements("url").First().Attribute("url")!.Value);
    }

    [TestMethod]
    public async Task Configuration_with_any_field_and_the_way_back_are_made()
    {
        var order = new { idM = "", afisM = 1, codD = "123456789020261201080000", certA = 1, data = "17.11.2026", urls = new[] { new { tip = 5, url = "https://anaf.nf.test/certificat" } } };
        var profile = await Configuration(await _http.PostAsJsonAsync($"/api/registers/{DayText.Series}/files/configuration", order));
        CollectionAssert.AreEqual(new[] { "idM", "tipP", "data", "afisM", "codD", "certA" }, profile.Attributes().Select(a => a.Name.LocalName).ToArray());
        var reset = await Configuration(await _http.PostAsJsonAsync($"/api/registers/{DayText.Series}/files/reset", new { until = "2026-12-31" }));
        Assert.AreEqual("31.12.2026", reset.Attribute("dataP")!.Value);
    }

    [TestMethod]
    public async Task Messages_are_listed_with_their_checks_and_contents()
    {
        _rig.Expect(AnafCode.Taken, DayText.Day(12));
        _rig.Expect(AnafCode.Gap, DayText.Day(14));
        var messages = await _http.GetFromJsonAsync<JsonElement>($"/api/messages?series={DayText.Series}");
        Assert.AreEqual(2, messages.GetArrayLength());
        Assert.AreEqual(AnafCode.Gap, messages[0].GetProperty("code").GetInt32());
        Assert.AreEqual("sequence", messages[0].GetProperty("checks").EnumerateArray().Last().GetProperty("name").GetString());
        Assert.AreEqual("wrong", messages[0].GetProperty("checks").EnumerateArray().Last().GetProperty("result").GetString());
        var id = messages[1].GetProperty("id").GetInt64();
        Assert.AreEqual(DayText.Day(12), await _http.GetStringAsync($"/api/messages/{id}/xml"));
        Assert.AreEqual(0x30, (await _http.GetByteArrayAsync($"/api/messages/{id}/p7b"))[0]);
        Assert.AreEqual(HttpStatusCode.NotFound, (await _http.GetAsync("/api/messages/999")).StatusCode);
        var older = await _http.GetFromJsonAsync<JsonElement>($"/api/messages?before={id + 1}&count=5");
        Assert.AreEqual(1, older.GetArrayLength());
    }

    [TestMethod]
    public async Task Answer_is_prepared_and_withdrawn()
    {
        using var answer = await _http.PostAsJsonAsync("/api/prepared", new { kind = "confirm", mP = new { idM = "", nrM = 5, afisM = 1 } });
        var prepared = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.AreEqual("5", _rig.Expect(AnafCode.Taken, DayText.Empty()).Element("mP")!.Attribute("nrM")!.Value);
        using var second = await _http.PostAsJsonAsync("/api/prepared", new { kind = "refuse", times = 0 });
        var id = (await second.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetInt64();
        Assert.AreEqual(HttpStatusCode.NoContent, (await _http.DeleteAsync($"/api/prepared/{id}")).StatusCode);
        Assert.AreEqual(HttpStatusCode.NotFound, (await _http.DeleteAsync($"/api/prepared/{id}")).StatusCode);
        Assert.AreEqual("confirm", prepared.GetProperty("kind").GetString());
    }

    [TestMethod]
    [DataRow("/api/registers", """{"series":"12","kind":"U","fiscalCode":"12345678"}""")]
    [DataRow("/api/registers", """{"series":"8000000001","kind":"X","fiscalCode":"12345678"}""")]
    [DataRow("/api/registers", """{"series":"8000000001","kind":"U","fiscalCode":"RO12345678"}""")]
    [DataRow("/api/prepared", """{"kind":"nothing"}""")]
    [DataRow("/api/prepared", """{"kind":"refuse","times":-1}""")]
    [DataRow("/api/prepared", """{"kind":"refuse","mistyped":1}""")]
    [DataRow("/api/prepared", "{")]
    [DataRow("/api/filings", """{"folder":"/no/such/folder"}""")]
    public async Task What_cannot_be_meant_is_refused(string path, string json)
    {
        using var answer = await _http.PostAsync(path, new StringContent(json, Encoding.UTF8, "application/json"));
        Assert.AreEqual(HttpStatusCode.BadRequest, answer.StatusCode);
        var said = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("error").GetString()!;
        Assert.IsGreaterThan(5, said.Length, "a refusal says what is wrong");
        Assert.IsEmpty(_rig.Desk.Prepared.All);
    }

    [TestMethod]
    public async Task Other_sites_pages_can_do_nothing()
    {
        using var form = await _http.PostAsync("/api/prepared", new StringContent("""{"kind":"refuse"}""", Encoding.UTF8, "text/plain"));
        Assert.AreEqual(HttpStatusCode.UnsupportedMediaType, form.StatusCode);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/status");
        request.Headers.Host = "elsewhere.example";
        Assert.AreEqual(HttpStatusCode.BadRequest, (await _http.SendAsync(request)).StatusCode);
        using var page = await _http.GetAsync("/");
        StringAssert.Contains(page.Headers.GetValues("Content-Security-Policy").Single(), "default-src 'none'");
    }

    [TestMethod]
    public async Task Revoked_and_expired_certificates_are_refused()
    {
        using var revoke = await _http.PostAsJsonAsync($"/api/registers/{DayText.Series}/revoke", new { });
        Assert.AreEqual(HttpStatusCode.OK, revoke.StatusCode);
        _rig.Expect(AnafCode.Revoked, DayText.Day(12));
        using var expire = await _http.PostAsJsonAsync($"/api/registers/{DayText.Series}/expire", new { });
        var pem = await _http.GetStringAsync($"/api/registers/{DayText.Series}/files/certificate");
        _rig.Register = X509Certificate2.CreateFromPem(pem, pem);
        Assert.AreEqual(403, _rig.Send(DayText.Day(12)).Status);
    }

    private async Task<XElement> Configuration(HttpResponseMessage answer)
    {
        using (answer)
        {
            Assert.AreEqual(HttpStatusCode.OK, answer.StatusCode);
            StringAssert.EndsWith(answer.Content.Headers.ContentDisposition!.FileName, ".P7B");
            return AnswerReader.Open(await answer.Content.ReadAsByteArrayAsync(), _rig.Desk.Authority);
        }
    }
}
