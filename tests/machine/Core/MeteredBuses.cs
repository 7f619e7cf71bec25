using Nf.Hal.Buses;

namespace Nf.Tests.Machine.Core;

/// <summary>A chip behind a bus at which the meter pauses; the other buses below are the same.</summary>
internal sealed class MeteredSpi(ISpiDevice inner, AllocationMeter meter) : ISpiDevice
{
    public void Write(byte[] buffer, int count)
    {
        meter.Leave();
        inner.Write(buffer, count);
        meter.Enter();
    }

    public void Transfer(byte[] write, byte[] read, int count)
    {
        meter.Leave();
        inner.Transfer(write, read, count);
        meter.Enter();
    }
}

internal sealed class MeteredI2c(II2cDevice inner, AllocationMeter meter) : II2cDevice
{
    public I2cStatus Write(byte[] buffer, int count)
    {
        meter.Leave();
        var status = inner.Write(buffer, count);
        meter.Enter();
        return status;
    }

    public I2cStatus WriteRead(byte[] write, int writeCount, byte[] read, int readCount)
    {
        meter.Leave();
        var status = inner.WriteRead(write, writeCount, read, readCount);
        meter.Enter();
        return status;
    }
}

internal sealed class MeteredLine(ISerialLine inner, AllocationMeter meter) : ISerialLine
{
    public int Available => inner.Available;

    public int Read(byte[] buffer, int offset, int count)
    {
        meter.Leave();
        var read = inner.Read(buffer, offset, count);
        meter.Enter();
        return read;
    }

    public int Write(byte[] buffer, int offset, int count)
    {
        meter.Leave();
        var written = inner.Write(buffer, offset, count);
        meter.Enter();
        return written;
    }
}

internal sealed class MeteredCard(ICardFiles inner, AllocationMeter meter) : ICardFiles
{
    public bool Present => inner.Present;

    public long CapacityBytes => inner.CapacityBytes;

    public int FileCount => inner.FileCount;

    public long FreeBytes => inner.FreeBytes;

    public int Length(string name)
    {
        meter.Leave();
        var length = inner.Length(name);
        meter.Enter();
        return length;
    }

    public int Read(string name, int position, byte[] buffer, int offset, int count)
    {
        meter.Leave();
        var read = inner.Read(name, position, buffer, offset, count);
        meter.Enter();
        return read;
    }

    public bool Append(string name, byte[] buffer, int offset, int count)
    {
        meter.Leave();
        var appended = inner.Append(name, buffer, offset, count);
        meter.Enter();
        return appended;
    }
}

internal sealed class MeteredPin(IOutputPin inner, AllocationMeter meter) : IOutputPin
{
    public void Set(bool high)
    {
        meter.Leave();
        inner.Set(high);
        meter.Enter();
    }
}
