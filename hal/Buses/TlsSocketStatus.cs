namespace Nf.Hal.Buses;

/// <summary>How a TLS connection of the board's network stack stands; what failed says why, as far as the stack does.</summary>
public enum TlsSocketStatus
{
    Closed,
    Connecting,
    Connected,

    /// <summary>The server ended it in good order.</summary>
    Ended,

    /// <summary>The server's name is not known.</summary>
    NameUnknown,

    /// <summary>Nobody answered in time.</summary>
    NoAnswer,

    /// <summary>The server's machine refused.</summary>
    Refused,

    /// <summary>TLS was not agreed, and the stack does not say why.</summary>
    TlsFailed,

    /// <summary>The server's certificate is not to be trusted.</summary>
    ServerNotTrusted,

    /// <summary>The server refused the register's certificate.</summary>
    CertificateRefused,

    /// <summary>It broke.</summary>
    Lost,
}
