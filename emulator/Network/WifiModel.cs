using Nf.Emulator.Machine;
using Nf.Hal.Buses;

namespace Nf.Emulator.Network;

/// <summary>The Wi-Fi chip, and the one network that is in reach.</summary>
/// <param name="time">Time since power-on.</param>
public sealed class WifiModel(VirtualTime time) : PortModel(time)
{
    /// <summary>The name of its network unless told otherwise.</summary>
    public const string UsualNetwork = "Magazin";

    /// <summary>Its password unless told otherwise.</summary>
    public const string UsualPassword = "parola-wifi";

    private string _name = "";
    private string _password = "";

    /// <summary>Its network can be received.</summary>
    public bool InReach { get; set; } = true;

    public string Network { get; set; } = UsualNetwork;

    /// <summary>Empty: the network is open.</summary>
    public string Password { get; set; } = UsualPassword;

    /// <inheritdoc/>
    public override int Signal => Status is NetworkPortStatus.Ready or NetworkPortStatus.NoAddress ? -58 : 0;

    /// <inheritdoc/>
    protected override long CarrierTime => 3_500_000;

    /// <inheritdoc/>
    protected override NetworkPortStatus Carrier => !InReach || _name != Network ? NetworkPortStatus.NoCarrier
        : _password == Password ? NetworkPortStatus.Ready : NetworkPortStatus.Refused;

    /// <inheritdoc/>
    public override void Enable(string name, string password, string address, string mask, string gateway, string nameServer)
    {
        base.Enable(name, password, address, mask, gateway, nameServer);
        _name = name;
        _password = password;
    }
}
