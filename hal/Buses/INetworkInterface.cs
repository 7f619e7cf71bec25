namespace Nf.Hal.Buses;

/// <summary>A network port of the board, Ethernet or Wi-Fi, down to its own address.</summary>
/// <remarks>
/// A board implements it over its runtime's network interface, which works by itself; nothing here blocks:
/// <code>port.Enable("", "", "", "", "", ""); ... if (port.Status == NetworkPortStatus.Ready) Use(port.Address);</code>
/// </remarks>
public interface INetworkInterface
{
    /// <summary>How far it is. Unknown states of a board's runtime count as the nearest of these.</summary>
    NetworkPortStatus Status { get; }

    /// <summary>Strength of the signal, dBm, below 0; 0 on a cable or when none is known.</summary>
    int Signal { get; }

    /// <summary>Its IPv4 address; empty when it has none.</summary>
    string Address { get; }

    /// <summary>Switches it on.</summary>
    /// <param name="name">The Wi-Fi network's name; empty on a cable.</param>
    /// <param name="password">Its password; empty for an open network.</param>
    /// <param name="address">A fixed address; empty to ask the network (DHCP). The rest counts only with one.</param>
    /// <param name="mask">The network's mask.</param>
    /// <param name="gateway">The way out of it.</param>
    /// <param name="nameServer">Who knows names.</param>
    void Enable(string name, string password, string address, string mask, string gateway, string nameServer);

    /// <summary>Switches it off.</summary>
    void Disable();
}
