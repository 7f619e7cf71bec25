namespace Nf.Hal.Buses;

/// <summary>One digital output.</summary>
/// <remarks>
/// A board implements it over a GPIO pin opened as an output: <code>pin.Write(high ? PinValue.High : PinValue.Low);</code>
/// A driver sets levels, for example the watchdog's input: <code>pin.Set(level = !level);</code>
/// </remarks>
public interface IOutputPin
{
    /// <summary>Drives the pin high or low.</summary>
    void Set(bool high);
}
