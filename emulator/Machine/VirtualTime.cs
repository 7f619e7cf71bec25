using Nf.Hal.Devices;

namespace Nf.Emulator.Machine;

/// <summary>The machine's time since power-on. It moves only when the machine says so.</summary>
public sealed class VirtualTime : IUptime
{
    /// <summary>Microseconds since power-on.</summary>
    public long NowMicroseconds { get; private set; }

    /// <inheritdoc/>
    public long Milliseconds => NowMicroseconds / 1000;

    /// <summary>Moves forward to a moment; a moment that has passed changes nothing.</summary>
    public void AdvanceTo(long microseconds) => NowMicroseconds = Math.Max(NowMicroseconds, microseconds);
}
