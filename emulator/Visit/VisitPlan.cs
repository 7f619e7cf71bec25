namespace Nf.Emulator.Visit;

/// <summary>How a visit is done.</summary>
/// <param name="Order">People and papers.</param>
/// <param name="Password">The technician's password.</param>
/// <param name="Way">Name of the way out that the register shall use.</param>
/// <param name="Settings">Variables of host command 255 with their values, in this order.</param>
public sealed record VisitPlan(VisitOrder Order, string Password, string Way, IReadOnlyList<(string Name, string Value)> Settings)
{
    /// <summary>The password that a register leaves the factory with.</summary>
    public const string FirstPassword = "1234";

    private const string Order255 = "NetInterfaceToUse";

    /// <summary>A visit that makes the register use one way out.</summary>
    /// <param name="way">ethernet, wifi or cellular.</param>
    /// <param name="accessPoint">Of the operator; empty for its own.</param>
    /// <param name="pin">Of the SIM; empty for none.</param>
    /// <param name="network">Name of the Wi-Fi network.</param>
    /// <param name="networkPassword">Its password; empty for an open one.</param>
    public static VisitPlan Over(string way, VisitOrder order, string password = FirstPassword, string accessPoint = "", string pin = "",
        string network = "", string networkPassword = "") =>
        new(order, password, way, way switch
        {
            "wifi" => [(Order255, "2"), ("WiFi_SSID", network), ("WiFi_Pass", Or(networkPassword))],
            "cellular" => [(Order255, "3"), ("APN", Or(accessPoint)), ("SimPin", Or(pin))],
            _ => [(Order255, "1"), ("DHCPenable", "1")],
        });

    // Spaces take a setting away.
    private static string Or(string value) => value.Length == 0 ? " " : value;
}
