using System.Net;
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
    [DynamicData(nameof(Kinds))]
    [Article("HG 479/2003, norme art. 22 A h)")]
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

    private X509Certificate2 Server() => _authority.Server([NetworkRig.Host], NetworkRig.Now);

    private TlsServer Serve(X509Certificate2 certificate, string text = "bine")
    {
        var server = new TlsServer(certificate, _ => HttpText.Ok(text));
        _internet.Names[NetworkRig.Host] = server.EndPoint;
        return server;
    }
}
