using Nf.Hal.Devices;

namespace Nf.Tests.Machine.Rig;

/// <summary>The online module's memory in RAM; it knows every state that a power cut during some work can leave, to the byte.</summary>
/// <remarks><code>foreach (var cells in memory.Torn(() => store.Replace(0, data, count))) Check(new Store(new RamMemory(cells)));</code></remarks>
internal sealed class RamMemory : IWorkingMemory
{
    private const int Size = 0x20000;

    private readonly byte[] _cells = new byte[Size];
    private readonly List<(int Address, byte[] Bytes)> _writes = [];

    public RamMemory()
    {
    }

    /// <param name="cells">What it holds; they are copied.</param>
    public RamMemory(byte[] cells) => cells.CopyTo(_cells, 0);

    /// <inheritdoc/>
    public int Capacity => Size;

    /// <summary>What a part of it holds now.</summary>
    public byte[] Cells(int address = 0, int count = Size) => _cells[address..(address + count)];

    /// <inheritdoc/>
    public DeviceResult Read(int address, byte[] buffer, int offset, int count)
    {
        Array.Copy(_cells, address, buffer, offset, count);
        return DeviceResult.Ok;
    }

    /// <inheritdoc/>
    public DeviceResult Write(int address, byte[] buffer, int offset, int count)
    {
        Array.Copy(buffer, offset, _cells, address, count);
        _writes.Add((address, buffer[offset..(offset + count)]));
        return DeviceResult.Ok;
    }

    /// <summary>Does the work, and gives what a cut before it and after each of its bytes leaves; one array serves all.</summary>
    public IEnumerable<byte[]> Torn(Action work)
    {
        var cells = Cells();
        _writes.Clear();
        work();
        yield return cells;
        foreach (var (address, bytes) in _writes)
            for (var i = 0; i < bytes.Length; i++)
            {
                cells[address + i] = bytes[i];
                yield return cells;
            }
    }
}
