using Nf.Hal.Buses;
using Nf.Hal.Devices;

namespace Nf.Hal.Drivers;

/// <summary>The external watchdog TI TPS3823: resets the board when its WDI input shows no edge for 1.6 s.</summary>
/// <remarks>
/// Both edges count, so each feeding is one change of level. The part leaves the watchdog off while WDI floats: the pin
/// must be an output from the start.
/// <code>IWatchdog watchdog = new Tps3823Watchdog(wdiPin);</code>
/// </remarks>
public sealed class Tps3823Watchdog : IWatchdog
{
    private readonly IOutputPin _wdi;
    private bool _level;

    /// <summary>Takes the pin that is wired to WDI.</summary>
    public Tps3823Watchdog(IOutputPin wdi) => _wdi = wdi;

    /// <inheritdoc/>
    public void Feed()
    {
        _level = !_level;
        _wdi.Set(_level);
    }
}
