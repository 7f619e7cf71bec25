using Nf.Hal.Buses;

namespace Nf.Emulator.Peripherals;

/// <summary>The service jumper with its pull-up: the pin is low while the jumper is closed.</summary>
/// <remarks>May be moved from any thread: it is a piece of metal.</remarks>
public sealed class ServiceJumperModel : IInputPin
{
    private volatile bool _closed;

    /// <summary>A technician has put the jumper in.</summary>
    public bool Closed
    {
        get => _closed;
        set => _closed = value;
    }

    /// <inheritdoc/>
    public bool Read() => !_closed;
}
