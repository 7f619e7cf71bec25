using Nf.Emulator.Machine;
using Nf.Hal.Buses;

namespace Nf.Emulator.Network;

/// <summary>The Ethernet port and its cable.</summary>
/// <param name="time">Time since power-on.</param>
public sealed class LanModel(VirtualTime time) : PortModel(time)
{
    /// <summary>The cable is in, and leads somewhere.</summary>
    public bool Cable { get; set; } = true;

    /// <inheritdoc/>
    protected override NetworkPortStatus Carrier => Cable ? NetworkPortStatus.Ready : NetworkPortStatus.NoCarrier;
}
