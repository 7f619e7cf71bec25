using System.Text;
using CsCheck;
using Nf.Emulator.Network;
using Nf.Firmware.Http;
using Nf.Hal.Devices;

namespace Nf.Tests.Machine.Network;

/// <summary>The modem's driver against the modem's model: SIM, PIN, operator, resets, noise.</summary>
[TestClass]
public sealed class Sim7600Tests
{
    private readonly InMemoryInternet _internet = new(call => HttpText.Body(call.Received, out _) ? HttpText.Ok("bine") : null);
    private readonly NetworkRig _rig;

    public Sim7600Tests() => _rig = new NetworkRig(_internet);

    private Sim7600Model Modem => _rig.Hardware.Modem;

    private INetworkLink Link => _rig.Link(LinkKind.Cellular);

    [TestMethod]
    public void Link_that_is_up_tells_operator_signal_and_address()
    {
        _rig.Up(LinkKind.Cellular);
        Assert.AreEqual("NF Mobil", Link.Network);
        Assert.AreEqual(-113 + 2 * 21, Link.Signal);
        Assert.AreEqual("100.72.5.207", Link.Address);
        Modem.Network.Rssi = 5;
        _rig.Idle(25_000);
        Assert.AreEqual(-103, Link.Signal);
    }

    [TestMethod]
    public void Modem_that_is_not_fitted_is_told()
    {
        Modem.Fitted = false;
        Assert.AreEqual(LinkFault.NotConnected, _rig.Fails(LinkKind.Cellular));
        Modem.Fitted = true;
        _rig.Up(LinkKind.Cellular);
    }

    [TestMethod]
    public void Missing_SIM_is_told()
    {
        Modem.Sim.Present = false;
        Assert.AreEqual(LinkFault.SimMissing, _rig.Fails(LinkKind.Cellular));
        Modem.Sim.Present = true;
        Modem.PowerUp();
        _rig.Up(LinkKind.Cellular);
    }

    [TestMethod]
    public void SIM_that_is_put_in_later_is_read_and_takes_its_time_to_find_the_operator()
    {
        Modem.Sim.Present = false;
        Assert.AreEqual(LinkFault.SimMissing, _rig.Fails(LinkKind.Cellular));
        Modem.Sim.Present = true;
        var put = _rig.Time.NowMicroseconds;
        _rig.Up(LinkKind.Cellular);
        Assert.IsGreaterThan(3_000_000, _rig.Time.NowMicroseconds - put);
    }

    [TestMethod]
    public void Right_PIN_opens_the_SIM()
    {
        Modem.Sim.Pin = _rig.Settings.Pin = "2468";
        _rig.Up(LinkKind.Cellular);
        Modem.PowerUp();
        _rig.Run(() => Link.State == LinkState.Failed);
        _rig.Up(LinkKind.Cellular);
    }

    [TestMethod]
    public void PIN_that_nobody_programmed_is_asked_for()
    {
        Modem.Sim.Pin = "2468";
        Assert.AreEqual(LinkFault.PinNeeded, _rig.Fails(LinkKind.Cellular));
        Assert.AreEqual(3, Modem.Sim.TriesLeft);
    }

    [TestMethod]
    public void Wrong_PIN_is_tried_once_until_it_changes()
    {
        Modem.Sim.Pin = "2468";
        _rig.Settings.Pin = "1111";
        for (var i = 0; i < 5; i++) Assert.AreEqual(LinkFault.PinRefused, _rig.Fails(LinkKind.Cellular));
        Modem.PowerUp();
        Assert.AreEqual(LinkFault.PinRefused, _rig.Fails(LinkKind.Cellular));
        Assert.AreEqual(2, Modem.Sim.TriesLeft);
        _rig.Settings.Pin = "2468";
        _rig.Up(LinkKind.Cellular);
    }

    [TestMethod]
    public void Blocked_SIM_is_told()
    {
        Modem.Sim.Pin = "2468";
        foreach (var pin in new[] { "1", "2", "3" }) Modem.Sim.Enter(pin);
        _rig.Settings.Pin = "2468";
        Assert.AreEqual(LinkFault.SimBlocked, _rig.Fails(LinkKind.Cellular));
    }

    [TestMethod]
    public void Missing_coverage_is_told_and_ends_when_there_is_some()
    {
        Modem.Network.Coverage = false;
        Assert.AreEqual(LinkFault.NotRegistered, _rig.Fails(LinkKind.Cellular));
        Modem.Network.Coverage = true;
        _rig.Up(LinkKind.Cellular);
    }

    [TestMethod]
    public void Coverage_that_ends_takes_the_link_down()
    {
        _rig.Up(LinkKind.Cellular);
        Modem.Network.Coverage = false;
        Assert.IsTrue(_rig.Run(() => Link.State == LinkState.Failed));
        Assert.AreEqual(LinkFault.NotRegistered, Link.Fault);
    }

    [TestMethod]
    [DataRow("internet", "", "", "internet", "", "", true)]
    [DataRow("internet", "", "", "wrong", "", "", false)]
    [DataRow("internet", "", "", "", "", "", false)]
    [DataRow("", "user", "secret", "", "user", "secret", true)]
    [DataRow("", "user", "secret", "", "secret", "user", false)]
    [DataRow("", "user", "secret", "", "", "", false)]
    public void Operator_takes_only_its_own_access_point_and_account(string point, string user, string password,
        string ours, string ourUser, string ourPassword, bool works)
    {
        (Modem.Network.AccessPoint, Modem.Network.User, Modem.Network.Password) = (point, user, password);
        (_rig.Settings.AccessPoint, _rig.Settings.AccessPointUser, _rig.Settings.AccessPointPassword) = (ours, ourUser, ourPassword);
        if (works) _rig.Up(LinkKind.Cellular);
        else Assert.AreEqual(LinkFault.AccessPointRefused, _rig.Fails(LinkKind.Cellular));
    }

    [TestMethod]
    public void Modem_that_restarts_breaks_the_connection_and_comes_up_again()
    {
        var link = Ready();
        link.Connection.Open(NetworkRig.Host, 443);
        Assert.IsTrue(_rig.Run(() => link.Connection.State == ConnectionState.Open));
        Modem.Restart();
        Assert.IsTrue(_rig.Run(() => link.State == LinkState.Failed));
        Assert.AreEqual(ConnectionFault.Lost, link.Connection.Fault);
        _rig.Up(LinkKind.Cellular);
        Assert.AreEqual(HttpFault.None, _rig.Post(link, [1, 2, 3]), "the files are still there");
    }

    [TestMethod]
    public void Modem_that_hangs_is_found_out_while_it_sends()
    {
        var link = Ready();
        link.Connection.Open(NetworkRig.Host, 443);
        Assert.IsTrue(_rig.Run(() => link.Connection.State == ConnectionState.Open));
        Modem.Hung = true;
        link.Connection.Write(new byte[100], 0, 100);
        Assert.IsTrue(_rig.Run(() => link.Connection.State == ConnectionState.Failed));
        Assert.AreEqual(ConnectionFault.Lost, link.Connection.Fault);
        Assert.IsTrue(_rig.Run(() => link.State == LinkState.Failed));
        Assert.AreEqual(LinkFault.NotConnected, link.Fault);
    }

    [TestMethod]
    public void Modem_that_waits_for_the_rest_of_a_file_is_roused()
    {
        // The register lost its power in the middle of a file; the modem did not.
        _rig.Idle(10_000);
        _rig.Hardware.ModemWire.Write(Encoding.ASCII.GetBytes("AT+CCERTDOWN=\"x\",2000\r"), 0, 22);
        _rig.Idle(100);
        _rig.Up(LinkKind.Cellular);
    }

    [TestMethod]
    public void Session_that_was_left_open_is_closed_first()
    {
        var link = Ready();
        link.Connection.Open(NetworkRig.Host, 443);
        Assert.IsTrue(_rig.Run(() => link.Connection.State == ConnectionState.Open));
        link.Start(_rig.Settings);
        Assert.IsTrue(_rig.Run(() => link.State == LinkState.Up));
        Assert.AreEqual(HttpFault.None, _rig.Post(link, [1]));
    }

    [TestMethod]
    public void Connection_is_verified_whatever_is_asked_for()
    {
        var link = Ready();
        Assert.AreEqual(HttpFault.None, _rig.Post(link, [1]));
        string[] needed = ["AT+CSSLCFG=\"sslversion\",0,3", "AT+CSSLCFG=\"authmode\",0,1", "AT+CSSLCFG=\"ignorelocaltime\",0,0", "AT+CSSLCFG=\"cacert\",0,\"nfca.pem\""];
        foreach (var command in needed) CollectionAssert.Contains(Modem.Commands, command);
        CollectionAssert.DoesNotContain(Modem.Commands, "AT+CSSLCFG=\"authmode\",0,0");
        CollectionAssert.Contains(Modem.Commands.Select(command => command.Split('=')[0]).ToList(), "AT+CCLK");
    }

    [TestMethod]
    public void Storing_without_a_modem_fails()
    {
        Modem.Fitted = false;
        Assert.AreEqual(DeviceResult.Ok, Link.Tls.StoreAuthorities([1, 2, 3], 3));
        Assert.IsTrue(_rig.Run(() => !Link.Tls.IsBusy));
        Assert.AreEqual(DeviceResult.NotConnected, Link.Tls.Outcome);
    }

    [TestMethod]
    public void Files_may_be_stored_while_the_link_is_down()
    {
        Assert.AreEqual(DeviceResult.Ok, Link.Tls.StoreIdentity(1, [1, 2, 3], 3, [4, 5], 2));
        Assert.IsTrue(_rig.Run(() => !Link.Tls.IsBusy));
        Assert.AreEqual(DeviceResult.NotConnected, Link.Tls.Outcome, "it is not awake yet");
        _rig.Idle(5_000);
        Assert.AreEqual(DeviceResult.Ok, Link.Tls.StoreIdentity(1, [1, 2, 3], 3, [4, 5], 2));
        Assert.IsTrue(_rig.Run(() => !Link.Tls.IsBusy));
        Assert.AreEqual(DeviceResult.Ok, Link.Tls.Outcome);
        CollectionAssert.AreEqual(new byte[] { 4, 5 }, Modem.Files["nfkey1.pem"]);
    }

    [TestMethod]
    public void Noise_on_the_line_ends_in_a_decision() =>
        Gen.Select(Gen.Int[1, 200], Gen.Byte.Array[1, 6], Gen.Int[0, 2]).Sample((every, noise, kind) =>
        {
            var rig = new NetworkRig(_internet);
            var count = 0;
            rig.Hardware.Modem.Spoil = bytes => ++count % every != 0 ? bytes : kind switch
            {
                0 => [.. noise, .. bytes],
                1 => bytes[..(bytes.Length / 2)],
                _ => [.. bytes[..(bytes.Length / 2)], .. noise, .. bytes[(bytes.Length / 2)..]],
            };
            var link = rig.Link(LinkKind.Cellular);
            link.Start(rig.Settings);
            var decided = rig.Run(() => link.State != LinkState.Starting);
            if (link.State != LinkState.Up) return decided;
            var url = new HttpUrl();
            url.Parse("https://anaf.nf.test/");
            rig.Exchange.Begin(link.Connection, url, "a/b", new ArraySource([1, 2, 3]), rig.Answer);
            return rig.Run(() => rig.Exchange.IsDone);
        }, seed: "0000KdvkLmU3", iter: 60);

    private INetworkLink Ready()
    {
        var link = _rig.Up(LinkKind.Cellular);
        Assert.AreEqual(DeviceResult.Ok, link.Tls.StoreAuthorities([1, 2, 3], 3));
        Assert.IsTrue(_rig.Run(() => !link.Tls.IsBusy));
        return link;
    }
}
