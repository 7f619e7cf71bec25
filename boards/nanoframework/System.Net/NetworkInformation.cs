namespace System.Net.NetworkInformation;

public enum NetworkInterfaceType
{
    Ethernet = 6,
    Wireless80211 = 71,
}

public class NetworkInterface
{
    internal NetworkInterface() { }
    public string IPv4Address => throw null;
    public NetworkInterfaceType NetworkInterfaceType => throw null;
    public static NetworkInterface[] GetAllNetworkInterfaces() => throw null;
    public void EnableDhcp() => throw null;
    public void EnableStaticIPv4(string ipv4Address, string ipv4SubnetMask, string ipv4GatewayAddress) => throw null;
    public void EnableStaticIPv4Dns(string[] dnsAddresses) => throw null;
}
