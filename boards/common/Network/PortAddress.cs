using System;
using System.Net.NetworkInformation;

namespace Nf.Boards.Network;

/// <summary>The address of one of the runtime's network interfaces.</summary>
internal static class PortAddress
{
    /// <summary>
    /// The first interface of a kind, with a fixed address, or the network's when it is empty; null when the chip has none
    /// or does not take the address: no network must not stop a register that can sell without.
    /// </summary>
    internal static NetworkInterface Open(NetworkInterfaceType kind, string address, string mask, string gateway, string nameServer)
    {
        try
        {
            NetworkInterface port = Find(kind);
            if (port != null) Set(port, address, mask, gateway, nameServer);
            return port;
        }
        catch (Exception)
        {
            return null;
        }
    }

    private static NetworkInterface Find(NetworkInterfaceType kind)
    {
        NetworkInterface[] all = NetworkInterface.GetAllNetworkInterfaces();
        for (int i = 0; i < all.Length; i++)
            if (all[i].NetworkInterfaceType == kind) return all[i];
        return null;
    }

    private static void Set(NetworkInterface port, string address, string mask, string gateway, string nameServer)
    {
        if (address.Length == 0)
        {
            port.EnableDhcp();
            return;
        }

        port.EnableStaticIPv4(address, mask, gateway);
        if (nameServer.Length > 0) port.EnableStaticIPv4Dns(new string[] { nameServer });
    }

    /// <summary>The address that it has now; empty for none, which the runtime writes as 0.0.0.0.</summary>
    internal static string Of(NetworkInterface port)
    {
        try
        {
            string address = port.IPv4Address;
            return address == null || address.Length == 0 || address[0] == '0' ? "" : address;
        }
        catch (Exception)
        {
            return "";
        }
    }
}
