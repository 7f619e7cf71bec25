using System.Security.Cryptography.X509Certificates;
using System.Text;
using Nf.Emulator.Anaf.Authority;
using Nf.Emulator.Machine;
using Nf.Emulator.Network;
using Nf.Emulator.Peripherals;
using Nf.Firmware.Http;
using Nf.Hal.Devices;
using Nf.Hal.Drivers;

namespace Nf.Tests.Machine.Network;

/// <summary>The ways out with their drivers, without a register around them.</summary>
internal sealed class NetworkRig : IDisposable
{
    public const string Host = "anaf.nf.test";
    public const string Series = "1234567890";
    public static readonly DateTimeOffset Now = new(2026, 11, 16, 8, 0, 0, TimeSpan.Zero);

    private readonly INetworkLink[] _links;

    public NetworkRig(IInternet internet)
    {
        Time = new VirtualTime();
        // Local time in Romania, winter.
        var civil = new VirtualCivilTime(Time, Now.DateTime.AddHours(2));
        Hardware = new NetworkHardware(Time, civil, internet);
        Hardware.PowerUp();
        _links = Hardware.Links(new Ds3231Clock(new Ds3231Model(civil)));
        Exchange = new HttpExchange(Time);
    }

    public VirtualTime Time { get; }

    public NetworkHardware Hardware { get; }

    public HttpExchange Exchange { get; }

    public byte[] Answer { get; } = new byte[HttpExchange.MaxAnswer];

    public LinkSettings Settings { get; } = new() { WifiName = "Magazin", WifiPassword = "parola-wifi" };

    /// <summary>An authority for these tests; its keys are stored, so that they cost nothing.</summary>
    public static TestAuthority Authority() => TestAuthority.Create(Now, TestKeys.Stored(1));

    public INetworkLink Link(LinkKind kind) => _links.Single(link => link.Kind == kind);

    /// <summary>Brings a link up; it must come up.</summary>
    public INetworkLink Up(LinkKind kind)
    {
        var link = Link(kind);
        link.Start(Settings);
        Assert.IsTrue(Run(() => link.State != LinkState.Starting), "it does not come up");
        Assert.AreEqual(LinkState.Up, link.State, link.Fault.ToString());
        return link;
    }

    /// <summary>Brings a link up in vain and tells why.</summary>
    public LinkFault Fails(LinkKind kind)
    {
        var link = Link(kind);
        link.Start(Settings);
        Assert.IsTrue(Run(() => link.State != LinkState.Starting), "it goes on for ever");
        Assert.AreEqual(LinkState.Failed, link.State);
        return link.Fault;
    }

    /// <summary>Gives a link what it trusts and shows.</summary>
    public void Store(INetworkLink link, X509Certificate2 authority, X509Certificate2? own, int place = 0)
    {
        var pem = Encoding.ASCII.GetBytes(authority.ExportCertificatePem());
        Assert.AreEqual(DeviceResult.Ok, link.Tls.StoreAuthorities(pem, pem.Length));
        Stored(link);
        if (own is null) return;
        var certificate = Encoding.ASCII.GetBytes(own.ExportCertificatePem());
        var key = Encoding.ASCII.GetBytes(own.GetRSAPrivateKey()!.ExportPkcs8PrivateKeyPem());
        Assert.AreEqual(DeviceResult.Ok, link.Tls.StoreIdentity(place, certificate, certificate.Length, key, key.Length));
        Stored(link);
        Assert.AreEqual(DeviceResult.Ok, link.Tls.Use(place));
    }

    /// <summary>Posts over a link that is up, to the end.</summary>
    public HttpFault Post(INetworkLink link, byte[] body, string url = "https://" + Host + "/bon")
    {
        var parsed = new HttpUrl();
        Assert.IsTrue(parsed.Parse(url), url);
        Exchange.Begin(link.Connection, parsed, "application/pkcs7-mime; smime-type=signed-data", new ArraySource(body), Answer);
        Assert.IsTrue(Run(() => Exchange.IsDone), "the exchange goes on for ever");
        return Exchange.Fault;
    }

    /// <summary>Turns until a condition holds; false when it does not within ten minutes of virtual time.</summary>
    public bool Run(Func<bool> condition)
    {
        var end = Time.NowMicroseconds + 600_000_000;
        while (!condition())
        {
            if (Time.NowMicroseconds > end) return false;
            Turn();
        }

        return true;
    }

    /// <summary>Lets so many milliseconds pass.</summary>
    public void Idle(int milliseconds)
    {
        var end = Time.NowMicroseconds + milliseconds * 1000L;
        while (Time.NowMicroseconds < end) Turn();
    }

    public void Dispose()
    {
    }

    private void Stored(INetworkLink link)
    {
        Assert.IsTrue(Run(() => !link.Tls.IsBusy), "storing goes on for ever");
        Assert.AreEqual(DeviceResult.Ok, link.Tls.Outcome);
    }

    private void Turn()
    {
        var worked = Exchange.Poll();
        foreach (var link in _links) worked |= link.Poll();
        var now = Time.NowMicroseconds;
        var next = Hardware.Peripherals.Min(peripheral => peripheral.NextEvent);
        Time.AdvanceTo(worked ? now + 50 : Math.Max(Math.Min(next, now + 10_000), now + 50));
        foreach (var peripheral in Hardware.Peripherals) peripheral.Advance(Time.NowMicroseconds);
    }
}
