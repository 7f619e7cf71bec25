using System;
using System.Device.I2c;
using Nf.Hal.Buses;

namespace Nf.Boards.Buses;

/// <summary>A chip on the first I2C bus, 400 kHz.</summary>
public sealed class I2cChip : II2cDevice
{
    private const int Bus = 1;

    private readonly I2cDevice _device;

    /// <param name="address">7 bits.</param>
    public I2cChip(int address) => _device = I2cDevice.Create(new I2cConnectionSettings(Bus, address, I2cBusSpeed.FastMode));

    /// <inheritdoc/>
    public I2cStatus Write(byte[] buffer, int count) => StatusOf(_device.Write(new SpanByte(buffer, 0, count)));

    /// <inheritdoc/>
    public I2cStatus WriteRead(byte[] write, int writeCount, byte[] read, int readCount) =>
        StatusOf(_device.WriteRead(new SpanByte(write, 0, writeCount), new SpanByte(read, 0, readCount)));

    private static I2cStatus StatusOf(I2cTransferResult result)
    {
        if (result.Status == I2cTransferStatus.FullTransfer) return I2cStatus.Done;
        return result.Status == I2cTransferStatus.SlaveAddressNotAcknowledged ? I2cStatus.AddressNotAcknowledged : I2cStatus.Incomplete;
    }
}
