using Nf.Hal.Devices;

namespace Nf.Tests.Machine.Messages;

/// <summary>A module's memory without power cuts.</summary>
internal sealed class RamMemory : IWorkingMemory
{
    private readonly byte[] _bytes = new byte[0x20000];

    /// <inheritdoc/>
    public int Capacity => _bytes.Length;

    /// <inheritdoc/>
    public DeviceResult Read(int address, byte[] buffer, int offset, int count)
    {
        Array.Copy(_bytes, address, buffer, offset, count);
        return DeviceResult.Ok;
    }

    /// <inheritdoc/>
    public DeviceResult Write(int address, byte[] buffer, int offset, int count)
    {
        Array.Copy(buffer, offset, _bytes, address, count);
        return DeviceResult.Ok;
    }
}
