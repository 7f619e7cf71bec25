using Nf.Hal.Devices;

namespace Nf.Boards.Virtual;

/// <summary>Uptime that counts turns of the loop, so that nothing depends on the processor's speed.</summary>
public sealed class TurnTime : IUptime, IWatchdog
{
    /// <inheritdoc/>
    public long Milliseconds { get; private set; }

    /// <summary>How often the loop said that it turns.</summary>
    public int Fed { get; private set; }

    /// <inheritdoc/>
    public void Feed() => Fed++;

    /// <summary>Time passes.</summary>
    public void Pass(int milliseconds) => Milliseconds += milliseconds;
}
