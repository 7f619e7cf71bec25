using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Nf.Emulator.Anaf;
using Nf.Emulator.Anaf.Authority;
using Nf.Emulator.Anaf.Desk;
using Nf.Emulator.Anaf.Server;
using Nf.Emulator.Host;

namespace Nf.Tests.Machine.Anaf;

/// <summary>The stand-in over real TLS, and every fault that it can bring about.</summary>
[TestClass]
public sealed class AnafServerTests
{
    private readonly DeskRig _rig = new();
    private AnafServer _server = null!;

    [TestInitialize]
    public async Task Start() => _server = await AnafServer.StartAsync(_rig.Desk, AnafServerOrder.OnAnyPorts(new FixedClock(_rig.Now)));

    [TestCleanup]
    public async Task End()
    {
        await _server.DisposeAsync();
        _rig.Dispose();
    }

    [TestMethod]
    public async Task Message_is_answered_over_tls()
    {
        Assert.AreEqual(AnafCode.Taken, await CodeOf(DayText.Day(12)));
        Assert.AreEqual(AnafCode.HadAlready, await CodeOf(DayText.Day(12)));
        Assert.AreEqual(AnafCode.Taken, await CodeOf(DayText.Empty()));
    }

    [TestMethod]
    public async Task Who_shows_no_good_certificate_is_refused_before_any_message()
    {
        using var nobody = new RegisterClient(_server.Port, null, _rig.Desk.Authority, _rig.Now);
        await Fails(nobody);
        using var stranger = TestAuthority.Create(_rig.Now, TestKeys.Stored(3));
        using var foreign = stranger.Register(DayText.Series, _rig.Now);
        using var other = new RegisterClient(_server.Port, foreign, _rig.Desk.Authority, _rig.Now);
        await Fails(other);
        using var key = TestKeys.StoredKey(4);
        using var old = _rig.Desk.Authority.Register(DayText.Series, key, _rig.Now.AddYears(-1), _rig.Now.AddDays(-1));
        using var expired = new RegisterClient(_server.Port, old, _rig.Desk.Authority, _rig.Now);
        await Fails(expired);
        Assert.AreEqual(0, _rig.Desk.Messages.Count);
        using var api = new HttpClient();
        var status = await api.GetStringAsync($"http://127.0.0.1:{_server.PagePort}/api/status");
        StringAssert.Contains(status, "NotTimeValid");
    }

    [TestMethod]
    [DataRow(AnswerKind.TlsOtherName)]
    [DataRow(AnswerKind.TlsExpired)]
    [DataRow(AnswerKind.TlsOtherRoot)]
    [DataRow(AnswerKind.TlsOld)]
    public async Task Connection_that_is_wrong_is_refused_by_the_register_and_the_next_is_good(AnswerKind kind)
    {
        _rig.Desk.Prepared.Add(new PreparedAnswer { Kind = kind });
        using var client = Client();
        var failure = await Assert.ThrowsExactlyAsync<HttpRequestException>(() => client.SendAsync(_rig.Signed(DayText.Day(12))));
        Assert.IsTrue(failure.InnerException is AuthenticationException or IOException, failure.ToString());
        Assert.AreEqual(0, _rig.Desk.Messages.Count);
        Assert.AreEqual(AnafCode.Taken, await CodeOf(DayText.Day(12)));
    }

    [TestMethod]
    public async Task Refusal_and_http_error_take_nothing_over()
    {
        _rig.Desk.Prepared.Add(new PreparedAnswer { Kind = AnswerKind.Refuse, Cod = 77, Text = "Mâine", MP = new AnafProfile("") { NrM = 5 } });
        _rig.Desk.Prepared.Add(new PreparedAnswer { Kind = AnswerKind.HttpError, Status = 503 });
        using var client = Client();
        var answer = _rig.Answer(Reply(await client.SendAsync(_rig.Signed(DayText.Day(12)))));
        Assert.AreEqual("77", answer.Attribute("cod")!.Value);
        Assert.AreEqual("Mâine", answer.Attribute("text")!.Value);
        Assert.AreEqual(DayText.Series + "20261116080000", answer.Element("mP")!.Attribute("idM")!.Value);
        Assert.AreEqual("5", answer.Element("mP")!.Attribute("nrM")!.Value);
        Assert.AreEqual(503, (await client.SendAsync(_rig.Signed(DayText.Day(12)))).Status);
        Assert.AreEqual(AnafCode.Taken, await CodeOf(DayText.Day(12)));
    }

    [TestMethod]
    public async Task Silence_takes_over_and_the_next_try_learns_it()
    {
        _rig.Desk.Prepared.Add(new PreparedAnswer { Kind = AnswerKind.Silence });
        using var client = Client();
        using var patience = new CancellationTokenSource();
        var sending = client.SendAsync(_rig.Signed(DayText.Day(12)), stop: patience.Token);
        while (_rig.Desk.Messages.Count == 0) await Task.Yield();
        Assert.IsFalse(sending.IsCompleted);
        await patience.CancelAsync();
        await Assert.ThrowsAsync<OperationCanceledException>(() => sending);
        Assert.AreEqual(AnafCode.HadAlready, await CodeOf(DayText.Day(12)));
    }

    [TestMethod]
    public async Task Server_that_keeps_a_register_waiting_can_be_stopped()
    {
        _rig.Desk.Prepared.Add(new PreparedAnswer { Kind = AnswerKind.Silence });
        using var client = Client();
        var sending = client.SendAsync(_rig.Signed(DayText.Day(12)));
        while (_rig.Desk.Messages.Count == 0) await Task.Yield();
        await _server.DisposeAsync();
        await Assert.ThrowsAsync<HttpRequestException>(() => sending);
    }

    [TestMethod]
    public async Task Answer_is_cut_in_the_middle()
    {
        _rig.Desk.Prepared.Add(new PreparedAnswer { Kind = AnswerKind.Cut, AfterBytes = 200 });
        using var client = Client();
        await Assert.ThrowsAsync<HttpRequestException>(() => client.SendAsync(_rig.Signed(DayText.Day(12))));
        Assert.AreEqual(AnafCode.HadAlready, await CodeOf(DayText.Day(12)));
    }

    [TestMethod]
    public async Task Answer_drips_byte_by_byte_and_is_whole()
    {
        _rig.Desk.Prepared.Add(new PreparedAnswer { Kind = AnswerKind.Drip, Milliseconds = 0 });
        Assert.AreEqual(AnafCode.Taken, await CodeOf(DayText.Day(12)));
    }

    [TestMethod]
    public async Task Answers_that_are_none_are_such()
    {
        using var client = Client();
        _rig.Desk.Prepared.Add(new PreparedAnswer { Kind = AnswerKind.OtherId });
        _rig.Desk.Prepared.Add(new PreparedAnswer { Kind = AnswerKind.Unsigned });
        _rig.Desk.Prepared.Add(new PreparedAnswer { Kind = AnswerKind.Garbage });
        _rig.Desk.Prepared.Add(new PreparedAnswer { Kind = AnswerKind.OtherSigner });
        _rig.Desk.Prepared.Add(new PreparedAnswer { Kind = AnswerKind.Content, Content = "<other/>" });
        var other = _rig.Answer(Reply(await client.SendAsync(_rig.Signed(DayText.Day(12)))));
        Assert.AreNotEqual($"{DayText.Series}202611152100050012", other.Attribute("idM")!.Value);
        StringAssert.Contains(Encoding.UTF8.GetString((await client.SendAsync(_rig.Signed(DayText.Day(12)))).Body), "<raspuns ");
        var cms = new SignedCms();
        var garbage = (await client.SendAsync(_rig.Signed(DayText.Day(12)))).Body;
        Assert.ThrowsExactly<CryptographicException>(() => cms.Decode(garbage));
        cms.Decode((await client.SendAsync(_rig.Signed(DayText.Day(12)))).Body);
        Assert.AreEqual(_rig.Desk.Authority.Anaf.Subject, cms.SignerInfos[0].Certificate!.Subject);
        Assert.AreNotEqual(_rig.Desk.Authority.Anaf, cms.SignerInfos[0].Certificate);
        cms.Decode((await client.SendAsync(_rig.Signed(DayText.Day(12)))).Body);
        Assert.AreEqual("<other/>", Encoding.UTF8.GetString(cms.ContentInfo.Content));
        Assert.AreEqual(AnafCode.HadAlready, await CodeOf(DayText.Day(12)));
    }

    [TestMethod]
    public async Task Prepared_answers_wait_for_their_register_and_last_as_long_as_told()
    {
        _rig.Desk.Prepared.Add(new PreparedAnswer { Kind = AnswerKind.Refuse, Series = "8000000001", Cod = 50 });
        Assert.AreEqual(AnafCode.Taken, await CodeOf(DayText.Empty()));
        var always = _rig.Desk.Prepared.Add(new PreparedAnswer { Kind = AnswerKind.Refuse, Series = DayText.Series, Cod = 51, Times = 0 });
        _rig.Desk.Prepared.Add(new PreparedAnswer { Kind = AnswerKind.Refuse, Cod = 52, Times = 2 });
        Assert.AreEqual(51, await CodeOf(DayText.Empty()));
        Assert.AreEqual(51, await CodeOf(DayText.Empty()));
        Assert.IsTrue(_rig.Desk.Prepared.Remove(always.Id));
        Assert.AreEqual(52, await CodeOf(DayText.Empty()));
        Assert.AreEqual(52, await CodeOf(DayText.Empty()));
        Assert.AreEqual(AnafCode.Taken, await CodeOf(DayText.Empty()));
        Assert.HasCount(1, _rig.Desk.Prepared.All);
    }

    [TestMethod]
    public async Task Certificate_is_renewed_and_both_are_good()
    {
        using var key = TestKeys.StoredKey(15);
        using var client = Client();
        var request = new CertificateRequest(_rig.Register.SubjectName, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSigningRequest();
        var (status, body) = await client.SendAsync(request, "/certificat", "application/pkcs10");
        Assert.AreEqual(200, status, Encoding.UTF8.GetString(body));
        var cms = new SignedCms();
        cms.Decode(body);
        using var renewed = cms.Certificates.Single().CopyWithPrivateKey(key);
        Assert.AreEqual(AnafCode.Taken, await CodeOf(DayText.Day(12)));
        _rig.Register = renewed;
        Assert.AreEqual(AnafCode.Taken, await CodeOf(DayText.Day(13)));
    }

    [TestMethod]
    public async Task Renewal_with_the_old_key_or_for_another_register_is_refused()
    {
        using var client = Client();
        using var old = _rig.Register.GetRSAPrivateKey()!;
        using var key = TestKeys.StoredKey(15);
        Assert.AreEqual(400, (await Renew(client, _rig.Register.SubjectName, old)).Status);
        Assert.AreEqual(400, (await Renew(client, new X500DistinguishedName("CN=x"), key)).Status);
        Assert.AreEqual(400, (await client.SendAsync([1, 2, 3], "/certificat", "application/pkcs10")).Status);
        Assert.HasCount(1, _rig.Desk.Registers.Certificates(DayText.Series));
    }

    [TestMethod]
    public async Task Port_of_another_program_is_refused_in_words()
    {
        await Assert.ThrowsExactlyAsync<PortInUseException>(() => AnafServer.StartAsync(_rig.Desk,
            new AnafServerOrder(_server.Port, 0, AnafServerOrder.UsualHost, TimeProvider.System)));
        await Assert.ThrowsExactlyAsync<PortInUseException>(() => AnafServer.StartAsync(_rig.Desk,
            new AnafServerOrder(0, _server.PagePort, AnafServerOrder.UsualHost, TimeProvider.System)));
    }

    private static Task<(int Status, byte[] Body)> Renew(RegisterClient client, X500DistinguishedName name, RSA key) =>
        client.SendAsync(new CertificateRequest(name, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSigningRequest(), "/certificat", "application/pkcs10");

    private RegisterClient Client() => new(_server.Port, _rig.Register, _rig.Desk.Authority, _rig.Now);

    private async Task<int> CodeOf(string text)
    {
        using var client = Client();
        return (int)_rig.Answer(Reply(await client.SendAsync(_rig.Signed(text)))).Attribute("cod")!;
    }

    private async Task Fails(RegisterClient client) => await Assert.ThrowsExactlyAsync<HttpRequestException>(() => client.SendAsync(_rig.Signed(DayText.Day(12))));

    private static AnafReply Reply((int Status, byte[] Body) answer) => new(answer.Status, "", answer.Body);
}
