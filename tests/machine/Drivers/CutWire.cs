using Nf.Hal.Buses;

namespace Nf.Tests.Machine.Drivers;

/// <summary>An SPI bus whose wires can be cut, with the data line then stuck low.</summary>
internal sealed class CutWire(ISpiDevice chip) : ISpiDevice
{
    public bool Cut { get; set; }

    public void Write(byte[] buffer, int count)
    {
        if (!Cut) chip.Write(buffer, count);
    }

    public void Transfer(byte[] write, byte[] read, int count)
    {
        if (Cut) Array.Clear(read, 0, count);
        else chip.Transfer(write, read, count);
    }
}
