namespace Nf.Firmware.Online;

/// <summary>What a shop programs about the ways out; the order is that of their cells.</summary>
public enum NetworkField
{
    /// <summary>Which ways out are tried, in order: digits 1 Ethernet, 2 Wi-Fi, 3 cellular. Empty: all that the board has.</summary>
    Order,

    /// <summary>Access point of the cellular data connection.</summary>
    AccessPoint,

    AccessPointUser,

    AccessPointPassword,

    /// <summary>PIN of the SIM.</summary>
    Pin,

    WifiName,

    WifiPassword,

    /// <summary>Fixed address; empty asks the network (DHCP).</summary>
    Address,

    Mask,

    Gateway,

    NameServer,

    /// <summary>Not empty: the SIM refused the PIN, which is not tried again.</summary>
    RefusedPin,
}
