using System;
using System.Device.Wifi;
using System.Net.NetworkInformation;
using Nf.Hal.Buses;

namespace Nf.Boards.Network;

/// <summary>The chip's Wi-Fi as a station.</summary>
/// <remarks>
/// Connecting waits for its outcome, up to 20 s, and so is done on a thread. The runtime tells the signal of networks that
/// it scans for and not of the one it is in.
/// </remarks>
public sealed class WifiPort : INetworkInterface, IWork
{
    private readonly object _lock = new object();
    private NetworkInterface _port;
    private NetworkPortStatus _status = NetworkPortStatus.Off;
    private string _name;
    private string _password;
    private bool _asked;
    private int _wanted;

    /// <inheritdoc/>
    public NetworkPortStatus Status
    {
        get
        {
            lock (_lock)
            {
                if (_status != NetworkPortStatus.NoAddress) return _status;
                return PortAddress.Of(_port).Length > 0 ? NetworkPortStatus.Ready : NetworkPortStatus.NoAddress;
            }
        }
    }

    /// <inheritdoc/>
    public int Signal => 0;

    /// <inheritdoc/>
    public string Address => Status == NetworkPortStatus.Ready ? PortAddress.Of(_port) : "";

    /// <inheritdoc/>
    public void Enable(string name, string password, string address, string mask, string gateway, string nameServer)
    {
        lock (_lock)
        {
            _wanted++;
            _port = PortAddress.Open(NetworkInterfaceType.Wireless80211, address, mask, gateway, nameServer);
            _status = _port == null ? NetworkPortStatus.Dead : NetworkPortStatus.NoCarrier;
            if (_port == null) return;
            _name = name;
            _password = password;
            _asked = true;
        }
    }

    /// <inheritdoc/>
    public void Disable()
    {
        lock (_lock)
        {
            _wanted++;
            _asked = _status != NetworkPortStatus.Off;
            _name = null;
            _status = NetworkPortStatus.Off;
        }
    }

    /// <inheritdoc/>
    public bool Work()
    {
        string name;
        int wanted;
        lock (_lock)
        {
            if (!_asked) return false;
            _asked = false;
            name = _name;
            wanted = _wanted;
        }

        NetworkPortStatus status = name == null ? Leave() : Join(name, _password);
        lock (_lock)
        {
            if (_wanted == wanted) _status = status;
        }

        return true;
    }

    private static NetworkPortStatus Join(string name, string password)
    {
        try
        {
            WifiAdapter adapter = WifiAdapter.FindAllAdapters()[0];
            switch (adapter.Connect(name, WifiReconnectionKind.Automatic, password).ConnectionStatus)
            {
                case WifiConnectionStatus.Success: return NetworkPortStatus.NoAddress;
                case WifiConnectionStatus.InvalidCredential: return NetworkPortStatus.Refused;
                default: return NetworkPortStatus.NoCarrier;
            }
        }
        catch (Exception)
        {
            return NetworkPortStatus.Dead;
        }
    }

    private static NetworkPortStatus Leave()
    {
        try
        {
            WifiAdapter.FindAllAdapters()[0].Disconnect();
        }
        catch (Exception)
        {
            // It was not connected.
        }

        return NetworkPortStatus.Off;
    }
}
