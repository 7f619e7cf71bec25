using Nf.Emulator.Serial;
using Nf.Hal.Buses;

namespace Nf.Emulator.Dut;

/// <summary>A UART of the stand-in: the register's driver on one side, a pseudo-terminal on the other.</summary>
/// <remarks>A pseudo-terminal has no speed of its own: where the port is set to another one, <see cref="SpeedMismatch"/> tells what is heard.</remarks>
public sealed class DutLine : ISerialLine, IDisposable
{
    private readonly Queue<byte> _received = new();
    private readonly string _link;
    private readonly int _speed;
    private PseudoTerminal? _terminal;

    /// <param name="link">The file by which others find the port: a link to it.</param>
    /// <param name="speed">The board's own speed, in baud.</param>
    public DutLine(string link, int speed)
    {
        (_link, _speed) = (link, speed);
        PlugIn();
    }

    /// <summary>Bytes that came in since the line was made.</summary>
    public long BytesIn { get; private set; }

    /// <inheritdoc/>
    public int Available
    {
        get
        {
            Listen();
            return _received.Count;
        }
    }

    /// <summary>A port of this name appears.</summary>
    public void PlugIn()
    {
        if (_terminal is not null) return;
        _terminal = PseudoTerminal.Open(_speed);
        File.Delete(_link);
        File.CreateSymbolicLink(_link, _terminal.Name);
    }

    /// <summary>The port goes away, from under who has it open.</summary>
    public void Unplug()
    {
        File.Delete(_link);
        _terminal?.Dispose();
        _terminal = null;
        Clear();
    }

    /// <summary>What has come in and was not read is lost, as without power.</summary>
    public void Clear()
    {
        Listen();
        _received.Clear();
    }

    /// <inheritdoc/>
    public int Read(byte[] buffer, int offset, int count)
    {
        Listen();
        var taken = Math.Min(count, _received.Count);
        for (var i = 0; i < taken; i++) buffer[offset + i] = _received.Dequeue();
        return taken;
    }

    /// <inheritdoc/>
    public int Write(byte[] buffer, int offset, int count)
    {
        if (_terminal is null) return count;
        var bytes = buffer.AsSpan(offset, count);
        if (_terminal.Speed is var speed && speed == _speed) return _terminal.Write(bytes);
        // What the port does not take of this noise is lost, as with a real one.
        if (speed != 0) _terminal.Write(SpeedMismatch.Hear(bytes, _speed, speed));
        return count;
    }

    /// <inheritdoc/>
    public void Dispose() => Unplug();

    private void Listen()
    {
        Span<byte> bytes = stackalloc byte[256];
        while (_terminal is not null && _terminal.Read(bytes) is var count and > 0)
        {
            BytesIn += count;
            var speed = _terminal.Speed;
            ReadOnlySpan<byte> heard = speed == _speed || speed == 0 ? bytes[..count] : SpeedMismatch.Hear(bytes[..count], speed, _speed);
            foreach (var b in heard) _received.Enqueue(b);
        }
    }
}
