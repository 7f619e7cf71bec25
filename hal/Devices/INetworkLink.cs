namespace Nf.Hal.Devices;

/// <summary>A way out to the network: a cellular modem, Ethernet or Wi-Fi (norms, art. 22 A h)).</summary>
/// <remarks>
/// A driver implements it. Everything that takes time goes on by <see cref="Poll"/>; nothing waits:
/// <code>link.Start(settings); ... link.Poll(); if (link.State == LinkState.Up) link.Connection.Open(host, 443);</code>
/// It carries one TLS connection at a time, which always verifies the server's certificate and name; there is no way to
/// switch that off.
/// </remarks>
public interface INetworkLink
{
    LinkKind Kind { get; }

    LinkState State { get; }

    /// <summary>Why <see cref="State"/> is Failed; None otherwise.</summary>
    LinkFault Fault { get; }

    /// <summary>Strength of the signal, dBm, below 0; 0 when there is none or none is known.</summary>
    int Signal { get; }

    /// <summary>The register's own address in the network; empty when it has none.</summary>
    string Address { get; }

    /// <summary>The operator's or the Wi-Fi network's name; empty when there is none.</summary>
    string Network { get; }

    /// <summary>The connection that the link carries.</summary>
    ISecureConnection Connection { get; }

    /// <summary>What its TLS trusts and shows.</summary>
    ITlsStore Tls { get; }

    /// <summary>Begins to bring the link up; after a failure: again.</summary>
    void Start(LinkSettings settings);

    /// <summary>Takes the link down, the connection with it.</summary>
    void Stop();

    /// <summary>One bounded step; false when there was nothing to do.</summary>
    bool Poll();
}
