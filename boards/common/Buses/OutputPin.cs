using System.Device.Gpio;
using Nf.Hal.Buses;

namespace Nf.Boards.Buses;

/// <summary>A pin that is driven from its first level on; until then it floats.</summary>
/// <remarks>That leaves a TPS3823 off during a start, which may take longer than its time.</remarks>
public sealed class OutputPin : IOutputPin
{
    private readonly GpioController _gpio;
    private readonly int _number;
    private GpioPin _pin;

    /// <param name="gpio">The chip's controller.</param>
    /// <param name="number">GPIO number.</param>
    public OutputPin(GpioController gpio, int number)
    {
        _gpio = gpio;
        _number = number;
    }

    /// <inheritdoc/>
    public void Set(bool high)
    {
        if (_pin == null) _pin = _gpio.OpenPin(_number, PinMode.Output);
        _pin.Write(high ? PinValue.High : PinValue.Low);
    }
}
