using Nf.Emulator.Machine;
using Nf.Hal.Buses;

namespace Nf.Emulator.Peripherals;

/// <summary>The WDI input of a TI TPS3823: the time runs out when no edge came for 1.6 s (typical; 0.9 to 2.5 s).</summary>
/// <remarks>The input starts low and is driven from the start, so that the watchdog is on.</remarks>
public sealed class WatchdogModel(VirtualTime time) : IOutputPin
{
    /// <summary>The watchdog's time in microseconds.</summary>
    public const long TimeoutMicroseconds = 1_600_000;

    private bool _level;

    /// <summary>Virtual time of the last edge, or of power-on.</summary>
    public long LastToggleMicroseconds { get; private set; } = time.NowMicroseconds;

    /// <summary>The part would have reset the board by now.</summary>
    public bool Expired => time.NowMicroseconds - LastToggleMicroseconds > TimeoutMicroseconds;

    /// <inheritdoc/>
    public void Set(bool high)
    {
        if (high == _level) return;
        _level = high;
        LastToggleMicroseconds = time.NowMicroseconds;
    }
}
