using Nf.Hal.Buses;
using Nf.Hal.Devices;

namespace Nf.Hal.Drivers;

/// <summary>A service jumper between an input pin and ground; the pin's pull-up holds it high while the jumper is open.</summary>
/// <remarks>
/// A broken wire reads as open, so that a fault never opens the technician's functions.
/// <code>IServiceSwitch serviceSwitch = new JumperSwitch(pinWithPullUp);</code>
/// </remarks>
public sealed class JumperSwitch : IServiceSwitch
{
    private readonly IInputPin _pin;

    /// <summary>Takes the pin that the jumper pulls low.</summary>
    public JumperSwitch(IInputPin pin) => _pin = pin;

    /// <inheritdoc/>
    public bool IsOn => !_pin.Read();
}
