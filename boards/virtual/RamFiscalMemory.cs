using Nf.Hal.Devices;

namespace Nf.Boards.Virtual;

/// <summary>A fiscal memory in RAM, lost when the program ends; programming clears bits, as on the chip.</summary>
public sealed class RamFiscalMemory : IFiscalMemory
{
    private readonly byte[] _cell = new byte[1];

    /// <summary>The cells, FFh when blank.</summary>
    public PagedCells Cells { get; } = new PagedCells(1024 * 1024, 0xFF);

    /// <inheritdoc/>
    public int Capacity => Cells.Capacity;

    /// <inheritdoc/>
    public int PageSize => 256;

    /// <inheritdoc/>
    public DeviceResult Read(int address, byte[] buffer, int offset, int count)
    {
        Cells.Read(address, buffer, offset, count);
        return DeviceResult.Ok;
    }

    /// <inheritdoc/>
    /// <remarks>Failed when a bit would have to be set again.</remarks>
    public DeviceResult Program(int address, byte[] buffer, int offset, int count)
    {
        for (int i = 0; i < count; i++)
        {
            _cell[0] = (byte)(Cells[address + i] & buffer[offset + i]);
            Cells.Write(address + i, _cell, 0, 1);
            if (_cell[0] != buffer[offset + i]) return DeviceResult.Failed;
        }

        return DeviceResult.Ok;
    }
}
