namespace System.Device.I2c;

public enum I2cBusSpeed
{
    FastMode = 1,
}

public enum I2cTransferStatus
{
    FullTransfer = 1,
    SlaveAddressNotAcknowledged = 4,
}

public struct I2cTransferResult
{
    public I2cTransferStatus Status => throw null;
}

public sealed class I2cConnectionSettings
{
    public I2cConnectionSettings(int busId, int deviceAddress, I2cBusSpeed busSpeed) { }
}

public class I2cDevice
{
    internal I2cDevice() { }
    public static I2cDevice Create(I2cConnectionSettings settings) => throw null;
    public I2cTransferResult Write(SpanByte buffer) => throw null;
    public I2cTransferResult WriteRead(SpanByte writeBuffer, SpanByte readBuffer) => throw null;
}
