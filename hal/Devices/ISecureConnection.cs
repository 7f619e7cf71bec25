namespace Nf.Hal.Devices;

/// <summary>A TLS connection with certificates on both sides: bytes in both directions, never blocking.</summary>
/// <remarks>
/// A way out carries it. The server's chain, validity and name are always verified. Work goes on by the link's Poll:
/// <code>
/// connection.Open("server.example", 443); ... sent += connection.Write(request, sent, length - sent);
/// int count = connection.Read(buffer, 0, buffer.Length); ... connection.Close();
/// </code>
/// </remarks>
public interface ISecureConnection
{
    ConnectionState State { get; }

    /// <summary>Why <see cref="State"/> is Failed; None otherwise.</summary>
    ConnectionFault Fault { get; }

    /// <summary>The protocol that was agreed, as "TLS 1.2"; empty while there is none.</summary>
    string Protocol { get; }

    /// <summary>Begins to connect; a connection that was open is closed first.</summary>
    /// <param name="host">The server's name, which its certificate must bear.</param>
    /// <param name="port">1 to 65535.</param>
    void Open(string host, int port);

    /// <summary>Takes up to <paramref name="count"/> received bytes; 0 when there are none. What came before the end can be read after it.</summary>
    int Read(byte[] buffer, int offset, int count);

    /// <summary>Hands over bytes to send and says how many were taken; 0 when none can be taken now.</summary>
    int Write(byte[] buffer, int offset, int count);

    /// <summary>Closes it, whatever state it is in.</summary>
    void Close();
}
