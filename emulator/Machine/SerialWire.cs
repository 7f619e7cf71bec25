using Nf.Hal.Buses;

namespace Nf.Emulator.Machine;

/// <summary>A serial line with the register's driver on one end and a model (or a socket) on the other.</summary>
/// <remarks>Bytes cross at once: what takes time is the device, not the wire.</remarks>
public sealed class SerialWire : ISerialLine
{
    private readonly Queue<byte> _toRegister = new();
    private readonly Queue<byte> _toDevice = new();

    /// <summary>False cuts the wire: bytes in both directions are lost.</summary>
    public bool Connected { get; set; } = true;

    /// <inheritdoc/>
    public int Available => _toRegister.Count;

    /// <summary>Bytes that the register sent and the device has not taken.</summary>
    public int DeviceAvailable => _toDevice.Count;

    /// <summary>Loses what is under way in both directions, as a loss of power does.</summary>
    public void Clear()
    {
        _toRegister.Clear();
        _toDevice.Clear();
    }

    /// <summary>The device's side: loses what the register sent and it has not taken.</summary>
    public void DropUnread() => _toDevice.Clear();

    /// <inheritdoc/>
    public int Read(byte[] buffer, int offset, int count) => Take(_toRegister, buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public int Write(byte[] buffer, int offset, int count)
    {
        if (Connected) Put(_toDevice, buffer.AsSpan(offset, count));
        return count;
    }

    /// <summary>The device's side: takes what the register sent.</summary>
    public int DeviceRead(Span<byte> buffer) => Take(_toDevice, buffer);

    /// <summary>The device's side: sends to the register.</summary>
    public void DeviceWrite(ReadOnlySpan<byte> bytes)
    {
        if (Connected) Put(_toRegister, bytes);
    }

    private static int Take(Queue<byte> queue, Span<byte> buffer)
    {
        var count = Math.Min(queue.Count, buffer.Length);
        for (var i = 0; i < count; i++) buffer[i] = queue.Dequeue();
        return count;
    }

    private static void Put(Queue<byte> queue, ReadOnlySpan<byte> bytes)
    {
        foreach (var b in bytes) queue.Enqueue(b);
    }
}
