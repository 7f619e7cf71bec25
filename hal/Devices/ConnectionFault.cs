namespace Nf.Hal.Devices;

/// <summary>Why a connection failed; each means something else to do.</summary>
public enum ConnectionFault
{
    None,

    /// <summary>The server's name is not known in the network (DNS).</summary>
    NameUnknown,

    /// <summary>Nobody answered in time.</summary>
    NoAnswer,

    /// <summary>The server's machine refused the connection.</summary>
    Refused,

    /// <summary>TLS was not agreed: no common version or cipher, or rubbish.</summary>
    TlsFailed,

    /// <summary>The server's certificate is not to be trusted: chain, name or validity.</summary>
    ServerNotTrusted,

    /// <summary>The server refused the register's certificate.</summary>
    CertificateRefused,

    /// <summary>The connection broke.</summary>
    Lost,
}
