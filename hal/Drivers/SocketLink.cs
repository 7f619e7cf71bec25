using Nf.Hal.Buses;
using Nf.Hal.Devices;

namespace Nf.Hal.Drivers;

/// <summary>Ethernet or Wi-Fi over a network port of the board and its own TLS.</summary>
/// <example><code>var lan = new SocketLink(LinkKind.Ethernet, port, socket, uptime); lan.Start(settings); ... lan.Poll();</code></example>
public sealed class SocketLink : INetworkLink
{
    /// <summary>From switching on to an address, milliseconds: a switch port takes up to 30 s to forward, DHCP asks again after.</summary>
    private const int UpWithin = 60000;

    private readonly INetworkInterface _port;
    private readonly IUptime _uptime;
    private readonly SocketConnection _connection;
    private readonly SocketStore _store;
    private string _name = "";
    private long _since;

    /// <param name="kind">Ethernet or Wi-Fi.</param>
    /// <param name="port">The board's port of this kind.</param>
    /// <param name="socket">The TLS connection that goes over it.</param>
    /// <param name="uptime">For time limits.</param>
    public SocketLink(LinkKind kind, INetworkInterface port, ITlsSocket socket, IUptime uptime)
    {
        Kind = kind;
        _port = port;
        _uptime = uptime;
        _connection = new SocketConnection(socket, this);
        _store = new SocketStore(socket);
    }

    /// <inheritdoc/>
    public LinkKind Kind { get; }

    /// <inheritdoc/>
    public LinkState State { get; private set; }

    /// <inheritdoc/>
    public LinkFault Fault { get; private set; }

    /// <inheritdoc/>
    public int Signal => State == LinkState.Up ? _port.Signal : 0;

    /// <inheritdoc/>
    public string Address => State == LinkState.Up ? _port.Address : "";

    /// <inheritdoc/>
    public string Network => State == LinkState.Up ? _name : "";

    /// <inheritdoc/>
    public ISecureConnection Connection => _connection;

    /// <inheritdoc/>
    public ITlsStore Tls => _store;

    /// <inheritdoc/>
    public void Start(LinkSettings settings)
    {
        _connection.Drop();
        bool wireless = Kind == LinkKind.Wifi;
        _name = wireless ? settings.WifiName : "";
        _since = _uptime.Milliseconds;
        State = LinkState.Starting;
        Fault = LinkFault.None;
        _port.Enable(_name, wireless ? settings.WifiPassword : "", settings.Address, settings.Mask, settings.Gateway, settings.NameServer);
    }

    /// <inheritdoc/>
    public void Stop()
    {
        _connection.Drop();
        _port.Disable();
        State = LinkState.Down;
        Fault = LinkFault.None;
    }

    /// <inheritdoc/>
    public bool Poll()
    {
        if (State == LinkState.Down || State == LinkState.Failed) return false;
        NetworkPortStatus status = _port.Status;
        if (status == NetworkPortStatus.Ready) return Rise();
        if (State == LinkState.Up) return Fail(status);
        // A wrong password is not tried for a minute; anything else may still come.
        bool late = _uptime.Milliseconds - _since >= UpWithin;
        return (late || status == NetworkPortStatus.Refused || status == NetworkPortStatus.Dead) && Fail(status);
    }

    private bool Rise()
    {
        bool rises = State == LinkState.Starting;
        State = LinkState.Up;
        return rises;
    }

    private bool Fail(NetworkPortStatus status)
    {
        State = LinkState.Failed;
        Fault = FaultOf(status);
        _connection.Drop();
        return true;
    }

    private LinkFault FaultOf(NetworkPortStatus status)
    {
        switch (status)
        {
            case NetworkPortStatus.NoCarrier: return Kind == LinkKind.Wifi ? LinkFault.NetworkMissing : LinkFault.CableMissing;
            case NetworkPortStatus.Refused: return LinkFault.NetworkRefused;
            case NetworkPortStatus.NoAddress: return LinkFault.NoAddress;
            default: return LinkFault.NotConnected;
        }
    }
}
