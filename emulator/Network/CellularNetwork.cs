namespace Nf.Emulator.Network;

/// <summary>The operator as a modem meets it.</summary>
public sealed class CellularNetwork
{
    /// <summary>There is coverage, and an antenna.</summary>
    public bool Coverage { get; set; } = true;

    /// <summary>Strength of the signal as AT+CSQ has it, 0 to 31.</summary>
    public int Rssi { get; set; } = 21;

    public string Operator { get; set; } = "NF Mobil";

    /// <summary>The only access point that it takes; empty takes any.</summary>
    public string AccessPoint { get; set; } = "";

    /// <summary>The only user that it takes; empty takes any.</summary>
    public string User { get; set; } = "";

    public string Password { get; set; } = "";

    /// <summary>The address that it gives.</summary>
    public string Address { get; set; } = "100.72.5.207";

    /// <summary>It carries data for who asks so.</summary>
    public bool Takes(string accessPoint, string user, string password) => (AccessPoint.Length == 0 || AccessPoint == accessPoint)
        && (User.Length == 0 || (User == user && Password == password));
}
