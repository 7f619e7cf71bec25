using Nf.Hal.Buses;

namespace Nf.Emulator.Peripherals;

/// <summary>The service jumper with its pull-up: the pin is low while the jumper is closed.</summary>
public sealed class ServiceJumperModel : IInputPin
{
    /// <summary>A technician has put the jumper in.</summary>
    public bool Closed { get; set; }

    /// <inheritdoc/>
    public bool Read() => !Closed;
}
