using Nf.Firmware.Errors;
using Nf.Hal.Devices;

namespace Nf.Firmware.Online;

/// <summary>What a connection test found out about one way out.</summary>
public sealed class ConnectionAttempt
{
    public LinkKind Kind { get; set; }

    /// <summary>The operator or the Wi-Fi network; empty on a cable.</summary>
    public string Network { get; set; } = "";

    /// <summary>Strength of the signal, dBm; 0 when none is known.</summary>
    public int Signal { get; set; }

    /// <summary>The register's own address; empty when it got none.</summary>
    public string Address { get; set; } = "";

    /// <summary>The TLS version that was agreed; empty when it did not come to that.</summary>
    public string Protocol { get; set; } = "";

    /// <summary>The server's HTTP status; 0 when it gave none.</summary>
    public int Status { get; set; }

    /// <summary>From connecting to the answer's end, milliseconds.</summary>
    public int Duration { get; set; }

    /// <summary>Why this way failed; None when the server answered as it should.</summary>
    public FiscalError Error { get; set; }
}
