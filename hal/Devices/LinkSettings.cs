namespace Nf.Hal.Devices;

/// <summary>What a way out needs to know; each reads what is its own.</summary>
public sealed class LinkSettings
{
    /// <summary>PIN of the SIM, 4 to 8 digits; empty for none.</summary>
    public string Pin { get; set; } = "";

    /// <summary>Access point of the cellular data connection; empty for the operator's default.</summary>
    public string AccessPoint { get; set; } = "";

    public string AccessPointUser { get; set; } = "";

    public string AccessPointPassword { get; set; } = "";

    /// <summary>Name of the Wi-Fi network, 1 to 32 bytes.</summary>
    public string WifiName { get; set; } = "";

    /// <summary>Its password, 8 to 63 characters; empty for an open network.</summary>
    public string WifiPassword { get; set; } = "";

    /// <summary>Fixed address, "192.168.1.20"; empty to ask the network (DHCP).</summary>
    public string Address { get; set; } = "";

    public string Mask { get; set; } = "";

    public string Gateway { get; set; } = "";

    public string NameServer { get; set; } = "";
}
