using Nf.Hal.Buses;

namespace Nf.Hal.Drivers;

/// <summary>One pin of a <see cref="Sc16is752Bridge"/>, an output from its first level on; it floats until then.</summary>
internal sealed class Sc16is752Pin : IOutputPin
{
    private readonly Sc16is752Bridge _bridge;
    private readonly int _number;

    internal Sc16is752Pin(Sc16is752Bridge bridge, int number)
    {
        _bridge = bridge;
        _number = number;
    }

    /// <inheritdoc/>
    public void Set(bool high) => _bridge.Drive(_number, high);
}
