namespace Nf.Emulator.Network;

/// <summary>A server in the same thread, without sockets and without TLS: every run is the same.</summary>
/// <param name="serve">
/// Asked after every piece that came, with everything that came so far: null while more must come, then what the server
/// sends before it ends the connection.
/// </param>
/// <example><code>new InMemoryInternet(call => IsWhole(call.Received) ? Answer(call) : null)</code></example>
public sealed class InMemoryInternet(Func<InternetCall, byte[]?> serve) : IInternet
{
    /// <summary>The world cannot be reached: nobody answers.</summary>
    public bool Down { get; set; }

    /// <summary>Most bytes that one look at the connection finds: 1 is an answer that drips.</summary>
    public int PieceLength { get; set; } = int.MaxValue;

    /// <summary>Connections so far.</summary>
    public int Connections { get; private set; }

    /// <inheritdoc/>
    public IInternetSession Connect(string host, int port, TlsParameters tls)
    {
        Connections++;
        return new InMemorySession(host, port, tls, Down ? null : serve, PieceLength);
    }
}

/// <summary>What a server in memory knows of a connection.</summary>
/// <param name="Host">Whom the client asked for.</param>
/// <param name="Port">At which port.</param>
/// <param name="Tls">What it trusts and shows.</param>
/// <param name="Received">All bytes that it sent so far.</param>
public sealed record InternetCall(string Host, int Port, TlsParameters Tls, byte[] Received);
