namespace Nf.Hal.Devices;

/// <summary>The ways out to the network.</summary>
public enum LinkKind
{
    Cellular,
    Ethernet,
    Wifi,
}
