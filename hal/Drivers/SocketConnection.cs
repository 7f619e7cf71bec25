using Nf.Hal.Buses;
using Nf.Hal.Devices;

namespace Nf.Hal.Drivers;

/// <summary>The connection of a <see cref="SocketLink"/>: the board's socket, as long as the link is up.</summary>
internal sealed class SocketConnection : ISecureConnection
{
    private readonly ITlsSocket _socket;
    private readonly SocketLink _link;
    private bool _dropped;

    internal SocketConnection(ITlsSocket socket, SocketLink link)
    {
        _socket = socket;
        _link = link;
    }

    /// <inheritdoc/>
    public ConnectionState State
    {
        get
        {
            if (_dropped) return ConnectionState.Failed;
            switch (_socket.Status)
            {
                case TlsSocketStatus.Closed: return ConnectionState.Closed;
                case TlsSocketStatus.Connecting: return ConnectionState.Opening;
                case TlsSocketStatus.Connected: return ConnectionState.Open;
                case TlsSocketStatus.Ended: return ConnectionState.Ended;
                default: return ConnectionState.Failed;
            }
        }
    }

    /// <inheritdoc/>
    public ConnectionFault Fault
    {
        get
        {
            if (State != ConnectionState.Failed) return ConnectionFault.None;
            if (_dropped) return ConnectionFault.Lost;
            switch (_socket.Status)
            {
                case TlsSocketStatus.NameUnknown: return ConnectionFault.NameUnknown;
                case TlsSocketStatus.NoAnswer: return ConnectionFault.NoAnswer;
                case TlsSocketStatus.Refused: return ConnectionFault.Refused;
                case TlsSocketStatus.TlsFailed: return ConnectionFault.TlsFailed;
                case TlsSocketStatus.ServerNotTrusted: return ConnectionFault.ServerNotTrusted;
                case TlsSocketStatus.CertificateRefused: return ConnectionFault.CertificateRefused;
                default: return ConnectionFault.Lost;
            }
        }
    }

    /// <inheritdoc/>
    public string Protocol => _dropped ? "" : _socket.Protocol;

    /// <inheritdoc/>
    public void Open(string host, int port)
    {
        _socket.Close();
        _dropped = _link.State != LinkState.Up;
        if (!_dropped) _socket.Connect(host, port);
    }

    /// <inheritdoc/>
    public int Read(byte[] buffer, int offset, int count) => _dropped ? 0 : _socket.Read(buffer, offset, count);

    /// <inheritdoc/>
    public int Write(byte[] buffer, int offset, int count) =>
        State == ConnectionState.Open ? _socket.Write(buffer, offset, count) : 0;

    /// <inheritdoc/>
    public void Close()
    {
        _dropped = false;
        _socket.Close();
    }

    /// <summary>The link went down.</summary>
    internal void Drop()
    {
        ConnectionState state = State;
        _dropped = state == ConnectionState.Opening || state == ConnectionState.Open || state == ConnectionState.Failed && _dropped;
        _socket.Close();
    }
}
