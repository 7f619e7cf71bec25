using System;
using Nf.Hal.Buses;
using Nf.Hal.Devices;

namespace Nf.Hal.Drivers;

/// <summary>Fiscal memory in NOR flash of Winbond's W25Q family, 1 to 8 MB; reference part W25Q32JV (4 MB).</summary>
/// <remarks>
/// Commands: JEDEC ID 9Fh, READ DATA 03h, WRITE ENABLE 06h, PAGE PROGRAM 02h, READ STATUS REGISTER-1 05h. There is no
/// erase command in this file, and none may ever come (norms, art. 39 to 46).
/// <code>IFiscalMemory memory = new W25qFlash(boardSpi);</code>
/// </remarks>
public sealed class W25qFlash : IFiscalMemory
{
    private const byte PageProgram = 0x02;
    private const byte Busy = 0x01;
    private const byte Winbond = 0xEF;
    private const int SmallestLog2 = 0x14;
    private const int LargestLog2 = 0x17;

    /// <summary>A page program takes 3 ms at most, and no board polls faster than every 10 microseconds.</summary>
    private const int MaxBusyPolls = 1000;

    private readonly SpiMemory _chip;
    private int _capacity;

    /// <summary>Reserves the buffers; the chip is not asked yet.</summary>
    public W25qFlash(ISpiDevice spi) => _chip = new SpiMemory(spi, 256);

    /// <inheritdoc/>
    /// <remarks>Asks for the chip's identity once, and again each time while it is missing.</remarks>
    public int Capacity
    {
        get
        {
            if (_capacity == 0) _capacity = CapacityByIdentity();
            return _capacity;
        }
    }

    /// <inheritdoc/>
    public int PageSize => 256;

    /// <inheritdoc/>
    public DeviceResult Read(int address, byte[] buffer, int offset, int count)
    {
        int capacity = Capacity;
        if (capacity == 0) return DeviceResult.NotConnected;
        SpiMemory.CheckRange(address, count, capacity);
        _chip.Read(address, buffer, offset, count);
        return _chip.EndedIdle && !StillThere() ? DeviceResult.NotConnected : DeviceResult.Ok;
    }

    /// <inheritdoc/>
    public DeviceResult Program(int address, byte[] buffer, int offset, int count)
    {
        int capacity = Capacity;
        if (capacity == 0) return DeviceResult.NotConnected;
        SpiMemory.CheckRange(address, count, capacity);
        if ((address & 0xFF) + count > PageSize) throw new ArgumentOutOfRangeException("count");
        if (count == 0) return DeviceResult.Ok;

        _chip.EnableWrite();
        _chip.Write(PageProgram, address, buffer, offset, count);
        bool done = BecomesReady() && _chip.Holds(address, buffer, offset, count);
        if (done && !_chip.EndedIdle) return DeviceResult.Ok;
        if (!StillThere()) return DeviceResult.NotConnected;
        return done ? DeviceResult.Ok : DeviceResult.Failed;
    }

    private bool BecomesReady()
    {
        for (int polls = 0; polls < MaxBusyPolls; polls++)
        {
            if ((_chip.Status() & Busy) == 0) return true;
        }

        return false;
    }

    private bool StillThere()
    {
        _capacity = CapacityByIdentity();
        return _capacity != 0;
    }

    /// <summary>Manufacturer, memory type, and the size as a power of two.</summary>
    private int CapacityByIdentity()
    {
        uint identity = _chip.Identity();
        int log2 = (int)((identity >> 8) & 0xFF);
        bool known = identity >> 24 == Winbond && log2 >= SmallestLog2 && log2 <= LargestLog2;
        return known ? 1 << log2 : 0;
    }
}
