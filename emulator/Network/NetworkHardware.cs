using Nf.Emulator.Machine;
using Nf.Emulator.Peripherals;
using Nf.Hal.Devices;
using Nf.Hal.Drivers;

namespace Nf.Emulator.Network;

/// <summary>The ways out of a register: modem, Ethernet port, Wi-Fi chip, and the world behind them.</summary>
/// <example><code>new OnlineHardware(power, memory) { Network = new NetworkHardware(time, civil, internet) }</code></example>
public sealed class NetworkHardware
{
    private readonly VirtualTime _time;
    private readonly IInternet _internet;

    /// <param name="time">Time since the machine was built.</param>
    /// <param name="civil">What drives the clock chip: the board's stack compares certificates with it.</param>
    /// <param name="internet">The world behind.</param>
    /// <param name="modemFiles">The modem's flash; null for one in RAM.</param>
    /// <param name="boardFiles">The board's certificate files; null for some in RAM.</param>
    public NetworkHardware(VirtualTime time, ICivilTimeSource civil, IInternet internet,
        IDictionary<string, byte[]>? modemFiles = null, IDictionary<string, byte[]>? boardFiles = null)
    {
        _time = time;
        _internet = internet;
        Modem = new Sim7600Model(ModemWire, time, internet, modemFiles);
        Lan = new LanModel(time);
        Wifi = new WifiModel(time);
        var files = boardFiles ?? new Dictionary<string, byte[]>();
        LanSocket = new TlsSocketModel(internet, civil, files);
        WifiSocket = new TlsSocketModel(internet, civil, files);
    }

    /// <summary>The ways out that this board has, in no order.</summary>
    public IReadOnlyList<LinkKind> Kinds { get; init; } = [LinkKind.Ethernet, LinkKind.Wifi, LinkKind.Cellular];

    public SerialWire ModemWire { get; } = new();

    public Sim7600Model Modem { get; }

    public LanModel Lan { get; }

    public TlsSocketModel LanSocket { get; }

    public WifiModel Wifi { get; }

    public TlsSocketModel WifiSocket { get; }

    /// <summary>The models that do things by themselves.</summary>
    public IEnumerable<IPeripheral> Peripherals => _internet is IPeripheral internet ? [Modem, internet] : [Modem];

    /// <summary>The machine's time follows the wall: nothing may wait for a real server.</summary>
    public void GoLive()
    {
        if (_internet is SocketInternet sockets) sockets.Live = true;
    }

    /// <summary>Gets power: what was on the wires and in the chips is lost.</summary>
    public void PowerUp()
    {
        ModemWire.Clear();
        Modem.PowerUp();
        Lan.PowerUp();
        Wifi.PowerUp();
        LanSocket.PowerUp();
        WifiSocket.PowerUp();
    }

    /// <summary>The drivers that ship on a board, over these models.</summary>
    public INetworkLink[] Links(IClock clock) => [.. Kinds.Select(kind => Link(kind, clock))];

    private INetworkLink Link(LinkKind kind, IClock clock) => kind switch
    {
        LinkKind.Cellular => new Sim7600Modem(ModemWire, _time, clock),
        LinkKind.Ethernet => new SocketLink(kind, Lan, LanSocket, _time),
        _ => new SocketLink(kind, Wifi, WifiSocket, _time),
    };
}
