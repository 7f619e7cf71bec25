using System.Net.Sockets;

namespace Nf.Emulator.Host;

/// <summary>The line to a register over TCP, in real time.</summary>
public sealed class TcpHostChannel : IHostChannel, IDisposable
{
    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };

    /// <summary>Connects.</summary>
    /// <exception cref="SocketException">Nothing listens there.</exception>
    public TcpHostChannel(string host, int port) => _socket.Connect(host, port);

    /// <inheritdoc/>
    /// <exception cref="HostLinkException">The register closed the connection.</exception>
    public void Send(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            var sent = _socket.Send(bytes, SocketFlags.None, out var error);
            if (error != SocketError.Success) throw Closed();
            bytes = bytes[sent..];
        }
    }

    /// <inheritdoc/>
    /// <exception cref="HostLinkException">The register closed the connection.</exception>
    public bool TryReceive(Span<byte> buffer, TimeSpan silence, out int count)
    {
        count = 0;
        if (!_socket.Poll(silence, SelectMode.SelectRead)) return false;
        count = _socket.Receive(buffer, SocketFlags.None, out var error);
        return error == SocketError.Success && count > 0 ? true : throw Closed();
    }

    /// <inheritdoc/>
    public void Dispose() => _socket.Dispose();

    private static HostLinkException Closed() => new("the register closed the connection");
}
