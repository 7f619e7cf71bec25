using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Nf.Emulator.Anaf.Authority;
using Nf.Emulator.Network;
using Nf.Firmware.Http;
using Nf.Hal.Devices;

namespace Nf.Tests.Machine.Network;

/// <summary>A POST over each way out to a real TLS server.</summary>
[TestClass]
public sealed class WaysOutTests
{
    private static readonly byte[] s_body = [.. Enumerable.Range(0, 5000).Select(i => (byte)(i * 7))];

    private readonly TestAuthority _authority = NetworkRig.Authority();
    private readonly SocketInternet _internet = new() { AsksDns = false };
    private readonly NetworkRig _rig;
    private readonly X509Certificate2 _own;

    public WaysOutTests()
    {
        _rig = new NetworkRig(_internet);
        _own = _authority.Register(NetworkRig.Series, NetworkRig.Now);
    }

    public static IEnumerable<object[]> Kinds => Enum.GetValues<LinkKind>().Select(kind => new object[] { kind });

    [TestCleanup]
    public void End()
    {
        _internet.Dispose();
        _authority.Dispose();
        _own.Dispose();
    }

    [TestMethod]
    [Article("HG 479/2003, norme art. 22 A h)")]
    [Article("HG 479/2003, norme anexa nr. 11 art. 1")]
    [DynamicData(nameof(Kinds))]
    public void Message_reaches_the_server_and_its_answer_comes_back(LinkKind kind)
    {
        var text = string.Concat(Enumerable.Range(0, 2000).Select(i => (char)('a' + i % 26)));
        using var server = Serve(Server(), text);
        var link = _rig.Up(kind);
        _rig.Store(link, _authority.Root, _own);
        Assert.AreEqual(HttpFault.None, _rig.Post(link, s_body));
        Assert.AreEqual(200, _rig.Exchange.Status);
        Assert.AreEqual(text, Encoding.Latin1.GetString(_rig.Answer, 0, _rig.Exchange.Length));
        Assert.IsTrue(_rig.Exchange.HasType("application/pkcs7-mime"));
        HttpText.Body(server.Request, out var received);
        CollectionAssert.AreEqual(s_body, received);
        StringAssert.Contains(server.ClientSubject, NetworkRig.Series);
        StringAssert.StartsWith(_rig.Exchange.Protocol, "TLS 1.");
        Assert.AreEqual(HttpFault.None, _rig.Post(link, s_body), "a second time");
    }

    [TestMethod]
    [DynamicData(nameof(Kinds))]
    public void Server_that_wants_no_certificate_gets_the_message_too(LinkKind kind)
    {
        using var server = new TlsServer(Server(), _ => HttpText.Ok("bine")) { WantsCertificate = false };
        _internet.Names[NetworkRig.Host] = server.EndPoint;
        var link = _rig.Up(kind);
        _rig.Store(link, _authority.Root, null);
        Assert.AreEqual(HttpFault.None, _rig.Post(link, s_body));
    }

    [TestMethod]
    [DynamicData(nameof(Kinds))]
    public void Server_of_another_name_is_not_trusted(LinkKind kind) => IsNotTrusted(kind, _authority.Server(["other.nf.test"], NetworkRig.Now));

    [TestMethod]
    [DynamicData(nameof(Kinds))]
    public void Certificate_that_expired_is_not_trusted(LinkKind kind) =>
        IsNotTrusted(kind, _authority.ExpiredServer([NetworkRig.Host], NetworkRig.Now));

    [TestMethod]
    [DynamicData(nameof(Kinds))]
    public void Certificate_of_another_authority_is_not_trusted(LinkKind kind) =>
        IsNotTrusted(kind, _authority.ForeignServer([NetworkRig.Host], NetworkRig.Now));

    [TestMethod]
    [DynamicData(nameof(Kinds))]
    public void Self_signed_certificate_is_not_trusted(LinkKind kind)
    {
        using var stranger = TestAuthority.Create(NetworkRig.Now, TestKeys.Stored(2));
        IsNotTrusted(kind, stranger.Root);
    }

    [TestMethod]
    [DynamicData(nameof(Kinds))]
    public void Certificate_of_a_register_is_not_taken_for_a_servers(LinkKind kind) =>
        IsNotTrusted(kind, _authority.Register(NetworkRig.Host, NetworkRig.Now));

    [TestMethod]
    [DynamicData(nameof(Kinds))]
    public void Without_authorities_nobody_is_trusted(LinkKind kind)
    {
        using var server = Serve(Server());
        var link = _rig.Up(kind);
        Assert.AreNotEqual(HttpFault.None, _rig.Post(link, s_body));
        Assert.IsEmpty(server.Request);
    }

    [TestMethod]
    [DynamicData(nameof(Kinds))]
    public void Old_version_of_TLS_is_not_agreed(LinkKind kind)
    {
#pragma warning disable SYSLIB0039, CA5397 // A server of yesterday is what the test needs.
        using var server = new TlsServer(Server(), _ => HttpText.Ok("bine")) { Protocols = SslProtocols.Tls11 };
#pragma warning restore SYSLIB0039, CA5397
        _internet.Names[NetworkRig.Host] = server.EndPoint;
        var link = _rig.Up(kind);
        _rig.Store(link, _authority.Root, _own);
        Assert.AreEqual(HttpFault.TlsFailed, _rig.Post(link, s_body));
    }

    [TestMethod]
    [DynamicData(nameof(Kinds))]
    public void Refused_certificate_of_the_register_is_a_failure(LinkKind kind)
    {
        using var server = new TlsServer(Server(), _ => HttpText.Ok("bine")) { Accepts = _ => false };
        _internet.Names[NetworkRig.Host] = server.EndPoint;
        var link = _rig.Up(kind);
        _rig.Store(link, _authority.Root, _own);
        // .NET's server breaks off without an alert here, so that a refusal looks like a lost connection.
        var fault = _rig.Post(link, s_body);
        Assert.IsTrue(fault is HttpFault.Lost or HttpFault.CertificateRefused or HttpFault.TlsFailed, fault.ToString());
        Assert.IsEmpty(server.Request);
    }

    [TestMethod]
    [DynamicData(nameof(Kinds))]
    public void Second_place_is_shown_when_it_is_used(LinkKind kind)
    {
        using var server = Serve(Server());
        using var renewed = _authority.Register("9876543210", NetworkRig.Now);
        var link = _rig.Up(kind);
        _rig.Store(link, _authority.Root, _own);
        Assert.AreEqual(HttpFault.None, _rig.Post(link, s_body));
        _rig.Store(link, _authority.Root, renewed, 1);
        Assert.AreEqual(HttpFault.None, _rig.Post(link, s_body));
        StringAssert.Contains(server.ClientSubject, "9876543210");
    }

    [TestMethod]
    [DynamicData(nameof(Kinds))]
    public void Unknown_name_and_refused_port_are_told_apart(LinkKind kind)
    {
        var link = _rig.Up(kind);
        _rig.Store(link, _authority.Root, _own);
        Assert.AreEqual(HttpFault.NameUnknown, _rig.Post(link, s_body, "https://nobody.nf.test/"));
        var server = Serve(Server());
        var port = server.EndPoint.Port;
        server.Dispose();
        Assert.AreEqual(HttpFault.Refused, _rig.Post(link, s_body, $"https://127.0.0.1:{port}/"));
    }

    private void IsNotTrusted(LinkKind kind, X509Certificate2 certificate)
    {
        using var server = Serve(certificate);
        var link = _rig.Up(kind);
        _rig.Store(link, _authority.Root, _own);
        var fault = _rig.Post(link, s_body);
        // The modem has one number for every handshake that fails.
        Assert.AreEqual(kind == LinkKind.Cellular ? HttpFault.TlsFailed : HttpFault.ServerNotTrusted, fault);
        Assert.IsEmpty(server.Request);
        certificate.Dispose();
    }

    private X509Certificate2 Server() => _authority.Server([NetworkRig.Host], NetworkRig.Now);

    private TlsServer Serve(X509Certificate2 certificate, string text = "bine")
    {
        var server = new TlsServer(certificate, _ => HttpText.Ok(text));
        _internet.Names[NetworkRig.Host] = server.EndPoint;
        return server;
    }
}
