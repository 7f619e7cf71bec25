namespace Nf.Hal.Devices;

/// <summary>How far a connection is.</summary>
public enum ConnectionState
{
    Closed,

    /// <summary>Name, TCP and TLS are under way.</summary>
    Opening,

    Open,

    /// <summary>The server ended it in good order; what came can still be read.</summary>
    Ended,

    Failed,
}
