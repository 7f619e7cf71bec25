using System.Text;
using Nf.Emulator.Machine;
using Nf.Emulator.Network;
using Nf.Emulator.Peripherals;
using Nf.Emulator.State;
using Nf.Firmware.Errors;
using Nf.Hal.Devices;
using Nf.Tests.Machine.Rig;

namespace Nf.Tests.Machine.Network;

/// <summary>A fiscalised register with ways out to a server in memory.</summary>
internal static class NetworkRegister
{
    public const string Url = "https://anaf.nf.test/bon";

    public static TestRegister New(IInternet internet, LinkKind[]? kinds = null, int columns = Nf.Emulator.Machine.Hardware.PaperColumns)
    {
        var register = new TestRegister(columns: columns, online: (power, time, civil) => new OnlineHardware(power, new RamStore(Mb85rsModel.Size))
        {
            Network = new NetworkHardware(time, civil, internet) { Kinds = kinds ?? [LinkKind.Ethernet, LinkKind.Wifi, LinkKind.Cellular] },
        });
        Assert.AreEqual(FiscalError.None, register.Machine.PowerOn());
        Assert.AreEqual(FiscalError.None, register.Register.Fiscalise(DemoShop.Order()));
        return register;
    }

    /// <summary>A server that answers every whole request with this status.</summary>
    public static InMemoryInternet Server(int status = 200) => new(call => HttpText.Body(call.Received, out _)
        ? Encoding.Latin1.GetBytes($"HTTP/1.1 {status} X\r\nContent-Length: 0\r\n\r\n") : null);

    public static NetworkHardware Network(this TestRegister register) => register.Hardware.Online!.Network!;

    /// <summary>Runs a connection test to its printed end.</summary>
    public static void Test(this TestRegister register, string url = Url)
    {
        Assert.AreEqual(FiscalError.None, register.Register.Connection.Begin(url, "application/pkcs7-mime", new ArraySource([1, 2, 3]), new byte[1024]));
        Assert.IsTrue(register.Machine.RunUntil(() => !register.Register.Connection.IsBusy, 900_000_000), "the test goes on for ever");
        register.Machine.RunToRest();
    }
}
