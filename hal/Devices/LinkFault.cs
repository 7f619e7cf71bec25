namespace Nf.Hal.Devices;

/// <summary>Why a way out does not come up; each means something else to do.</summary>
public enum LinkFault
{
    None,

    /// <summary>The modem or network chip does not answer: not fitted, not powered, or its wire is cut.</summary>
    NotConnected,

    /// <summary>There is no SIM in the modem, or it cannot be read.</summary>
    SimMissing,

    /// <summary>The SIM asks for a PIN and none is programmed.</summary>
    PinNeeded,

    /// <summary>The SIM refused the PIN; it is not tried again until another one is programmed.</summary>
    PinRefused,

    /// <summary>The SIM is blocked and asks for its PUK.</summary>
    SimBlocked,

    /// <summary>No operator took the modem: no coverage, no antenna, or a subscription that ended.</summary>
    NotRegistered,

    /// <summary>The operator refused the data connection: APN, its user or its password.</summary>
    AccessPointRefused,

    /// <summary>There is no cable, or nothing at its other end.</summary>
    CableMissing,

    /// <summary>There is no Wi-Fi network of this name.</summary>
    NetworkMissing,

    /// <summary>The Wi-Fi network refused the password.</summary>
    NetworkRefused,

    /// <summary>The network gave no address.</summary>
    NoAddress,
}
