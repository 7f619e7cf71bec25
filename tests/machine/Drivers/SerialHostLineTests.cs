using Nf.Emulator.Machine;
using Nf.Hal.Drivers;

namespace Nf.Tests.Machine.Drivers;

[TestClass]
public sealed class SerialHostLineTests
{
    [TestMethod]
    public void Bytes_pass_in_both_directions()
    {
        var wire = new SerialWire();
        var line = new SerialHostLine(wire);
        var buffer = new byte[8];
        wire.DeviceWrite([1, 2, 3]);

        Assert.AreEqual(2, line.Read(buffer, 1, 2));
        CollectionAssert.AreEqual(new byte[] { 0, 1, 2, 0, 0, 0, 0, 0 }, buffer);
        Assert.AreEqual(3, line.Write([7, 8, 9, 10], 1, 3));
        Assert.AreEqual(3, wire.DeviceRead(buffer));
        CollectionAssert.AreEqual(new byte[] { 8, 9, 10 }, buffer[..3]);
    }
}
