using Nf.Hal.Devices;

namespace Nf.Boards.Virtual;

/// <summary>A working memory in RAM, lost when the program ends.</summary>
public sealed class RamMemory : IWorkingMemory
{
    /// <summary>The cells, 0 when blank: 512 KB as the reference part has them.</summary>
    public PagedCells Cells { get; } = new PagedCells(512 * 1024, 0);

    /// <inheritdoc/>
    public int Capacity => Cells.Capacity;

    /// <inheritdoc/>
    public DeviceResult Read(int address, byte[] buffer, int offset, int count)
    {
        Cells.Read(address, buffer, offset, count);
        return DeviceResult.Ok;
    }

    /// <inheritdoc/>
    public DeviceResult Write(int address, byte[] buffer, int offset, int count)
    {
        Cells.Write(address, buffer, offset, count);
        return DeviceResult.Ok;
    }
}
