using System.Device.Gpio;
using Nf.Hal.Buses;

namespace Nf.Boards.Buses;

/// <summary>A pin that is read.</summary>
public sealed class InputPin : IInputPin
{
    private readonly GpioPin _pin;

    /// <param name="gpio">The chip's controller.</param>
    /// <param name="number">GPIO number.</param>
    /// <param name="pullUp">Switches the chip's pull-up on; pins that are inputs only have none.</param>
    public InputPin(GpioController gpio, int number, bool pullUp) =>
        _pin = gpio.OpenPin(number, pullUp ? PinMode.InputPullUp : PinMode.Input);

    /// <inheritdoc/>
    public bool Read() => (bool)_pin.Read();
}
