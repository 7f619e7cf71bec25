namespace System.Device.Wifi;

public enum WifiReconnectionKind
{
    Automatic = 0,
}

public enum WifiConnectionStatus
{
    InvalidCredential = 1,
    NetworkNotAvailable = 2,
    Success = 3,
}

public class WifiConnectionResult
{
    internal WifiConnectionResult() { }
    public WifiConnectionStatus ConnectionStatus => throw null;
}

public sealed class WifiAdapter
{
    internal WifiAdapter() { }
    public static WifiAdapter[] FindAllAdapters() => throw null;
    public WifiConnectionResult Connect(string ssid, WifiReconnectionKind reconnectionKind, string passwordCredential) => throw null;
    public void Disconnect() => throw null;
}
