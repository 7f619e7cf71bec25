using System;
using Nf.Hal.Buses;
using Nf.Hal.Devices;

namespace Nf.Hal.Drivers;

/// <summary>Working memory in serial FRAM: Fujitsu MB85RS4MT, 512 KB.</summary>
/// <remarks>
/// Commands: RDID 9Fh, WREN 06h, RDSR 05h, WRITE 02h, READ 03h. A Write call is one WRITE transaction whatever its
/// length, so that a power cut tears it at one place only.
/// <code>IWorkingMemory memory = new Mb85rsFram(boardSpi);</code>
/// </remarks>
public sealed class Mb85rsFram : IWorkingMemory
{
    /// <summary>Bytes of the longest write.</summary>
    public const int MaxWrite = 2200;

    private const byte WriteCommand = 0x02;
    private const byte WriteEnabled = 0x02;
    private const byte IdleStatus = 0xFF;

    /// <summary>Fujitsu (04h 7Fh), 4 Mbit, product 03h.</summary>
    private const uint Identity = 0x047F4903;

    private const int Size = 512 * 1024;

    private readonly SpiMemory _chip;
    private bool _present;

    /// <summary>Reserves the buffers; the chip is not asked yet.</summary>
    public Mb85rsFram(ISpiDevice spi) => _chip = new SpiMemory(spi, MaxWrite);

    /// <inheritdoc/>
    /// <remarks>Asks for the chip's identity at first use, and after a failure until the chip is there again.</remarks>
    public int Capacity => _present || IsThere() ? Size : 0;

    /// <inheritdoc/>
    public DeviceResult Read(int address, byte[] buffer, int offset, int count)
    {
        SpiMemory.CheckRange(address, count, Size);
        if (Capacity == 0) return DeviceResult.NotConnected;
        _chip.Read(address, buffer, offset, count);
        return _chip.EndedIdle && !IsThere() ? DeviceResult.NotConnected : DeviceResult.Ok;
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentOutOfRangeException">More than <see cref="MaxWrite"/> bytes as well.</exception>
    public DeviceResult Write(int address, byte[] buffer, int offset, int count)
    {
        SpiMemory.CheckRange(address, count, Size);
        if (count > MaxWrite) throw new ArgumentOutOfRangeException("count");
        if (Capacity == 0) return DeviceResult.NotConnected;
        if (count == 0) return DeviceResult.Ok;

        _chip.EnableWrite();
        if (!TakesWrites()) return IsThere() ? DeviceResult.Failed : DeviceResult.NotConnected;
        _chip.Write(WriteCommand, address, buffer, offset, count);
        return DeviceResult.Ok;
    }

    /// <summary>A chip that is gone would swallow a write in silence: only a present one shows its write latch.</summary>
    private bool TakesWrites()
    {
        byte status = _chip.Status();
        return status != IdleStatus && (status & WriteEnabled) != 0;
    }

    private bool IsThere()
    {
        _present = _chip.Identity() == Identity;
        return _present;
    }
}
