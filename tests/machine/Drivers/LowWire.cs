using Nf.Hal.Buses;

namespace Nf.Tests.Machine.Drivers;

/// <summary>An SPI bus whose data line is stuck low.</summary>
internal sealed class LowWire : ISpiDevice
{
    public void Write(byte[] buffer, int count)
    {
    }

    public void Transfer(byte[] write, byte[] read, int count) => Array.Clear(read, 0, count);
}
