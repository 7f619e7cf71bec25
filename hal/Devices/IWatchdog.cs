namespace Nf.Hal.Devices;

/// <summary>Restarts the register when the loop stops turning.</summary>
/// <remarks>
/// A driver over an output pin of an external watchdog implements it; the boards' chip has none that can be reached.
/// The loop feeds it once a turn: <code>watchdog.Feed();</code>
/// </remarks>
public interface IWatchdog
{
    /// <summary>Says that the loop turns. Must come again within the watchdog's time (1.6 s on the reference part).</summary>
    void Feed();
}
