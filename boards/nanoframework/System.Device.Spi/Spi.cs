namespace System.Device.Spi;

public enum SpiMode
{
    Mode0 = 0,
}

public sealed class SpiConnectionSettings
{
    public SpiConnectionSettings(int busId, int chipSelectLine) { }
    public int ClockFrequency { set => throw null; }
    public SpiMode Mode { set => throw null; }
}

public class SpiDevice
{
    internal SpiDevice() { }
    public static SpiDevice Create(SpiConnectionSettings settings) => throw null;
    public void TransferFullDuplex(SpanByte writeBuffer, SpanByte readBuffer) => throw null;
    public void Write(SpanByte buffer) => throw null;
}
