using Nf.Firmware.Errors;
using Nf.Hal.Devices;
using Nf.Tests.Machine.Paper;
using Nf.Tests.Machine.Rig;

namespace Nf.Tests.Machine.Network;

/// <summary>The connection test on the whole register: which way it takes, and what it prints.</summary>
[TestClass]
public sealed class ConnectionTestTests
{
    [TestMethod]
    [EachWidth]
    [Article("HG 479/2003, norme art. 33 A i)")]
    public void Over_the_modem(int columns)
    {
        var register = NetworkRegister.New(NetworkRegister.Server(), [LinkKind.Cellular], columns);
        Trust(register);
        register.At(9, 30).Test();
        GoldenPaper.Check("connection-test", register);
        Assert.AreEqual(FiscalError.None, register.Register.Connection.Test.Error);
    }

    [TestMethod]
    [EachWidth]
    public void No_way_leads_to_the_server(int columns)
    {
        var internet = NetworkRegister.Server();
        internet.Down = true;
        var register = NetworkRegister.New(internet, columns: columns);
        register.Network().Wifi.InReach = false;
        register.Network().Modem.Sim.Present = false;
        register.At(9, 30).Test();
        GoldenPaper.Check("connection-test-failed", register);
        Assert.AreEqual(FiscalError.ServerUnreachable, register.Register.Connection.Test.Error);
        Assert.AreEqual(FiscalError.SimMissing, register.Register.Connection.Test.Attempt(2).Error);
    }

    [TestMethod]
    public void First_way_that_leads_there_is_taken()
    {
        var register = NetworkRegister.New(NetworkRegister.Server());
        register.Network().Lan.Cable = false;
        register.Do(255, "WiFi_SSID\t\tMagazin\t");
        register.Do(255, "WiFi_Pass\t\tparola-wifi\t");
        register.Test();
        var test = register.Register.Connection.Test;
        Assert.AreEqual(2, test.Count);
        Assert.AreEqual(FiscalError.CableMissing, test.Attempt(0).Error);
        Assert.AreEqual(LinkKind.Wifi, test.Attempt(1).Kind);
        Assert.AreEqual(FiscalError.None, test.Error);
        register.Do(255, "NetInterfaceToUse\t\t32\t");
        Trust(register);
        register.Test();
        Assert.AreEqual(1, test.Count);
        Assert.AreEqual(LinkKind.Cellular, test.Attempt(0).Kind);
    }

    [TestMethod]
    public void Server_that_refuses_ends_the_test()
    {
        var register = NetworkRegister.New(NetworkRegister.Server(503));
        register.Test();
        var test = register.Register.Connection.Test;
        Assert.AreEqual(1, test.Count);
        Assert.AreEqual(503, test.Attempt(0).Status);
        Assert.AreEqual(FiscalError.ServerStatus, test.Error);
    }

    [TestMethod]
    public void Wrong_address_and_no_way_are_told()
    {
        var register = NetworkRegister.New(NetworkRegister.Server(), []);
        register.Test("http://anaf.nf.test/");
        Assert.AreEqual(FiscalError.ServerAddressWrong, register.Register.Connection.Test.Error);
        register.Test();
        Assert.AreEqual(FiscalError.NoWayOut, register.Register.Connection.Test.Error);
    }

    [TestMethod]
    public void Refused_PIN_is_not_tried_again_after_a_restart()
    {
        var register = NetworkRegister.New(NetworkRegister.Server(), [LinkKind.Cellular]);
        var sim = register.Network().Modem.Sim;
        sim.Pin = "2468";
        register.Do(255, "SimPin\t\t1111\t");
        for (var i = 0; i < 3; i++)
        {
            register.Machine.PowerOn();
            register.Test();
            Assert.AreEqual(FiscalError.SimPinRefused, register.Register.Connection.Test.Error);
            Assert.AreEqual(2, sim.TriesLeft);
        }

        register.Do(255, "SimPin\t\t2468\t");
        Trust(register);
        register.Test();
        Assert.AreEqual(FiscalError.None, register.Register.Connection.Test.Error);
    }

    [TestMethod]
    public void Settings_are_kept_and_secrets_are_never_told()
    {
        var register = NetworkRegister.New(NetworkRegister.Server());
        (string Name, string Value, string Told)[] settings =
        [
            ("NetInterfaceToUse", "312", "312"), ("APN", "internet", "internet"), ("APN_User", "user", "user"), ("APN_Pass", "secret", "*"),
            ("SimPin", "12345678", "*"), ("WiFi_SSID", "Magazin 1", "Magazin 1"), ("WiFi_Pass", "parola-wifi", "*"),
            ("LAN_IP", "192.168.0.20", "192.168.0.20"), ("LAN_NetMask", "255.255.255.0", "255.255.255.0"), ("LAN_Gateway", "192.168.0.1", "192.168.0.1"),
            ("LAN_PriDNS", "1.1.1.1", "1.1.1.1"),
        ];
        foreach (var (name, value, _) in settings) register.Do(255, $"{name}\t\t{value}\t");
        register.Machine.PowerOn();
        foreach (var (name, _, told) in settings) Assert.AreEqual(told, register.Do(255, $"{name}\t\t\t").Fields[0], name);
        Assert.AreEqual("0", register.Do(255, "DHCPenable\t\t\t").Fields[0]);
        register.Do(255, "DHCPenable\t\t1\t");
        Assert.AreEqual("", register.Do(255, "LAN_IP\t\t\t").Fields[0]);
        register.Do(255, "SimPin\t\t \t");
        Assert.AreEqual("", register.Do(255, "SimPin\t\t\t").Fields[0]);
    }

    [TestMethod]
    [DataRow("NetInterfaceToUse", "4")]
    [DataRow("NetInterfaceToUse", "11")]
    [DataRow("APN", "a\"b")]
    [DataRow("APN_User", "012345678901234567890123456789012")]
    [DataRow("APN_Pass", "*")]
    [DataRow("SimPin", "123")]
    [DataRow("SimPin", "123456789")]
    [DataRow("SimPin", "12a4")]
    [DataRow("WiFi_Pass", "short")]
    [DataRow("LAN_IP", "192.168.0")]
    [DataRow("LAN_IP", "192.168.0.256")]
    [DataRow("LAN_IP", "192.168.0.1.2")]
    [DataRow("LAN_IP", "192..0.1")]
    [DataRow("LAN_IP", "1921.1.1.1")]
    [DataRow("DHCPenable", "0")]
    public void Settings_that_cannot_be_are_refused(string name, string value) =>
        NetworkRegister.New(NetworkRegister.Server()).Refused(FiscalErrors.Value(3), 255, $"{name}\t\t{value}\t");

    [TestMethod]
    public void Settings_belong_to_the_manager()
    {
        var register = NetworkRegister.New(NetworkRegister.Server());
        register.Do(255, "APN\t\tinternet\t");
        register.Do(101, "31\t\tManager1\t");
        register.Refused(FiscalError.ManagerNeeded, 255, "APN\t\tother\t");
        Assert.AreEqual("internet", register.Do(255, "APN\t\t\t").Fields[0]);
    }

    [TestMethod]
    public void Register_without_the_module_has_none()
    {
        var register = TestRegister.Fiscalised();
        register.Refused(FiscalError.VariableAbsent, 255, "APN\t\t\t");
        Assert.IsNull(register.Register.Connection);
    }

    // The modem opens no connection before it was given authorities.
    private static void Trust(TestRegister register)
    {
        var files = register.Network().Modem.Files;
        files["nfca.pem"] = [1];
    }
}
