namespace Nf.Hal.Devices;

/// <summary>Time since start, for timeouts and intervals; it never jumps.</summary>
/// <remarks>
/// A board implements it over its tick counter, the emulator over virtual time.
/// Callers subtract: <code>if (uptime.Milliseconds - since >= 500) ...</code>
/// </remarks>
public interface IUptime
{
    /// <summary>Milliseconds since power-on.</summary>
    long Milliseconds { get; }
}
