using System;
using System.Device.Spi;
using Nf.Hal.Buses;

namespace Nf.Boards.Buses;

/// <summary>A chip on an SPI bus, mode 0, with its own chip select.</summary>
public sealed class SpiChip : ISpiDevice
{
    /// <summary>All parts take more, hertz; wires on a breadboard do not.</summary>
    private const int Clock = 8000000;

    private readonly SpiDevice _device;

    /// <param name="bus">1 or 2.</param>
    /// <param name="chipSelect">GPIO number.</param>
    public SpiChip(int bus, int chipSelect)
    {
        var settings = new SpiConnectionSettings(bus, chipSelect);
        settings.ClockFrequency = Clock;
        settings.Mode = SpiMode.Mode0;
        _device = SpiDevice.Create(settings);
    }

    /// <inheritdoc/>
    public void Write(byte[] buffer, int count) => _device.Write(new SpanByte(buffer, 0, count));

    /// <inheritdoc/>
    public void Transfer(byte[] write, byte[] read, int count) =>
        _device.TransferFullDuplex(new SpanByte(write, 0, count), new SpanByte(read, 0, count));
}
