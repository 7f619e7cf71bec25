using Nf.Emulator.Machine;
using Nf.Hal.Buses;

namespace Nf.Emulator.Network;

/// <summary>A network port of the board: what Ethernet and Wi-Fi have in common.</summary>
/// <param name="time">Time since power-on.</param>
public abstract class PortModel(VirtualTime time) : INetworkInterface
{
    private long _enabledAt = long.MaxValue;
    private string _fixed = "";

    /// <summary>The chip is there and has power.</summary>
    public bool Fitted { get; set; } = true;

    /// <summary>There is a DHCP server in the network.</summary>
    public bool HasDhcp { get; set; } = true;

    /// <summary>The address that the network gives.</summary>
    public string GivenAddress { get; set; } = "192.168.1.34";

    /// <inheritdoc/>
    public NetworkPortStatus Status
    {
        get
        {
            if (!Fitted) return NetworkPortStatus.Dead;
            if (_enabledAt == long.MaxValue) return NetworkPortStatus.Off;
            if (time.NowMicroseconds - _enabledAt < CarrierTime) return NetworkPortStatus.NoCarrier;
            if (Carrier != NetworkPortStatus.Ready) return Carrier;
            if (_fixed.Length > 0) return NetworkPortStatus.Ready;
            return HasDhcp && time.NowMicroseconds - _enabledAt >= CarrierTime + DhcpTime ? NetworkPortStatus.Ready : NetworkPortStatus.NoAddress;
        }
    }

    /// <inheritdoc/>
    public virtual int Signal => 0;

    /// <inheritdoc/>
    public string Address => Status != NetworkPortStatus.Ready ? "" : _fixed.Length > 0 ? _fixed : GivenAddress;

    /// <summary>From switching on to a carrier, microseconds.</summary>
    protected virtual long CarrierTime => 2_000_000;

    /// <summary>Ready when there is a carrier; else why there is none.</summary>
    protected abstract NetworkPortStatus Carrier { get; }

    private static long DhcpTime => 1_000_000;

    /// <inheritdoc/>
    public virtual void Enable(string name, string password, string address, string mask, string gateway, string nameServer)
    {
        _enabledAt = time.NowMicroseconds;
        _fixed = address;
    }

    /// <inheritdoc/>
    public void Disable() => _enabledAt = long.MaxValue;

    /// <summary>Gets power again: it is off until it is enabled.</summary>
    public void PowerUp() => Disable();
}
