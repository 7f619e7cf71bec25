namespace Nf.Hal.Buses;

/// <summary>One digital input.</summary>
/// <remarks>
/// A board implements it over a GPIO pin opened as an input, with its pull-up where the driver asks for one:
/// <code>public bool Read() => pin.Read() == PinValue.High;</code>
/// A driver asks for the level whenever it needs it: <code>bool closed = !pin.Read();</code>
/// </remarks>
public interface IInputPin
{
    /// <summary>True while the pin is high.</summary>
    bool Read();
}
