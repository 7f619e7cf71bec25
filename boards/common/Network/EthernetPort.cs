using System.Net.NetworkInformation;
using Nf.Hal.Buses;

namespace Nf.Boards.Network;

/// <summary>The chip's Ethernet, which the runtime's image for the board knows the transceiver of.</summary>
/// <remarks>The runtime tells no state of the cable: a missing one is an address that does not come.</remarks>
public sealed class EthernetPort : INetworkInterface
{
    private NetworkInterface _port;
    private bool _on;

    /// <inheritdoc/>
    public NetworkPortStatus Status
    {
        get
        {
            if (!_on) return NetworkPortStatus.Off;
            if (_port == null) return NetworkPortStatus.Dead;
            return Address.Length > 0 ? NetworkPortStatus.Ready : NetworkPortStatus.NoAddress;
        }
    }

    /// <inheritdoc/>
    public int Signal => 0;

    /// <inheritdoc/>
    public string Address => _on && _port != null ? PortAddress.Of(_port) : "";

    /// <inheritdoc/>
    public void Enable(string name, string password, string address, string mask, string gateway, string nameServer)
    {
        _on = true;
        _port = PortAddress.Open(NetworkInterfaceType.Ethernet, address, mask, gateway, nameServer);
    }

    /// <inheritdoc/>
    /// <remarks>The runtime cannot switch it off: nothing goes over it, since nobody connects.</remarks>
    public void Disable() => _on = false;
}
