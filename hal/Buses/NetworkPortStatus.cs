namespace Nf.Hal.Buses;

/// <summary>How far a network port of the board is.</summary>
public enum NetworkPortStatus
{
    /// <summary>Switched off.</summary>
    Off,

    /// <summary>The chip does not answer.</summary>
    Dead,

    /// <summary>No cable, or no Wi-Fi network of the name.</summary>
    NoCarrier,

    /// <summary>The Wi-Fi network refused the password.</summary>
    Refused,

    /// <summary>It is in the network and has no address.</summary>
    NoAddress,

    /// <summary>It has an address.</summary>
    Ready,
}
