namespace Nf.Hal.Devices;

/// <summary>Memory that keeps what it holds without power and takes any number of writes (battery-backed RAM, FRAM).</summary>
/// <remarks>
/// A driver over SPI FRAM implements it. The fiscal core writes a whole slot in one call:
/// <code>memory.Write(SlotAddress(1), slot, 0, slot.Length);</code>
/// A power cut during a write leaves its first bytes written and the rest as they were.
/// </remarks>
public interface IWorkingMemory
{
    /// <summary>Size in bytes; 0 while the memory is not connected.</summary>
    int Capacity { get; }

    /// <summary>Reads bytes.</summary>
    /// <exception cref="System.ArgumentOutOfRangeException">Address and count leave the memory.</exception>
    DeviceResult Read(int address, byte[] buffer, int offset, int count);

    /// <summary>Writes bytes, in order, durable when the call returns.</summary>
    /// <exception cref="System.ArgumentOutOfRangeException">Address and count leave the memory.</exception>
    DeviceResult Write(int address, byte[] buffer, int offset, int count);
}
