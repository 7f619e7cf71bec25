using Nf.Emulator.Machine;
using Nf.Emulator.Peripherals;
using Nf.Hal.Devices;

namespace Nf.Tests.Machine.Crypto;

/// <summary>The modelled secure element keeps the contract.</summary>
[TestClass]
public class SecureElementTests : CryptoModuleContract
{
    [TestMethod]
    public void A_chip_off_its_bus_does_nothing()
    {
        using SecureElementModel module = new(new PowerSupply()) { Connected = false };
        Assert.IsFalse(module.Present);
        Assert.AreEqual(DeviceResult.NotConnected, module.BeginGenerate(0));
        Assert.AreEqual(DeviceResult.NotConnected, module.Random(new byte[4], 0, 4));
    }

    protected override ICryptoModule NewModule() => new SecureElementModel(new PowerSupply());
}
