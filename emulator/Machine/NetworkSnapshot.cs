using Nf.Emulator.Network;
using Nf.Hal.Devices;

namespace Nf.Emulator.Machine;

/// <summary>How a SIM takes its PIN.</summary>
public enum SimPinState
{
    /// <summary>It asks for none.</summary>
    None,

    /// <summary>It waits for it.</summary>
    Needed,

    /// <summary>It was given.</summary>
    Given,

    /// <summary>Too many wrong ones: it asks for its PUK.</summary>
    Blocked,
}

/// <summary>The parts of the ways out that a hand can move; null for what the register has not.</summary>
/// <param name="Cable">The network cable is in.</param>
/// <param name="Wifi">The Wi-Fi network is in reach.</param>
/// <param name="Sim">The SIM is in the modem.</param>
/// <param name="Antenna">The modem's antenna is on.</param>
/// <param name="SimPin">How the SIM takes its PIN.</param>
public sealed record NetworkSnapshot(bool? Cable, bool? Wifi, bool? Sim, bool? Antenna, SimPinState? SimPin)
{
    /// <summary>Looks at the ways out.</summary>
    internal static NetworkSnapshot Of(NetworkHardware? network)
    {
        var modem = Has(network, LinkKind.Cellular) ? network!.Modem : null;
        return new NetworkSnapshot(Has(network, LinkKind.Ethernet) ? network!.Lan.Cable : null, Has(network, LinkKind.Wifi) ? network!.Wifi.InReach : null,
            modem?.Sim.Present, modem?.Network.Coverage, modem is null ? null : PinOf(modem.Sim));
    }

    private static bool Has(NetworkHardware? network, LinkKind kind) => network?.Kinds.Contains(kind) == true;

    private static SimPinState PinOf(SimCard sim) => sim.Blocked ? SimPinState.Blocked
        : sim.Pin.Length == 0 ? SimPinState.None
        : sim.Unlocked ? SimPinState.Given : SimPinState.Needed;
}
