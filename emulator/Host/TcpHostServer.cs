using System.Net;
using System.Net.Sockets;

namespace Nf.Emulator.Host;

/// <summary>The register's TCP port: one host at a time, the newest connection replaces the one before.</summary>
/// <remarks>
/// Sockets are served by threads of the pool; the machine's thread moves the bytes:
/// <code>while (running) { if (!server.Exchange(port) &amp;&amp; !machine.Turn()) wakeUp.WaitOne(untilNextEvent); }</code>
/// An answer goes to the connection whose bytes it answers. A command that was under way when its connection ended is
/// finished and its answer dropped; the next connection is told to wait meanwhile.
/// </remarks>
public sealed class TcpHostServer : IDisposable
{
    private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly Queue<(HostConnection From, int Count)> _arrived = new();
    private readonly byte[] _output = new byte[1024];
    private readonly Action _wake;
    private int _outputAt;
    private int _outputCount;
    private HostConnection? _newest;
    private HostConnection? _served;

    /// <summary>Listens on 127.0.0.1.</summary>
    /// <param name="port">1..65535, or 0 for one that the system picks.</param>
    /// <param name="wake">Called when the machine should call <see cref="Exchange"/>, on any thread.</param>
    /// <exception cref="PortInUseException">Another program listens there.</exception>
    public TcpHostServer(int port, Action wake)
    {
        _wake = wake;
        try
        {
            _listener.Bind(new IPEndPoint(IPAddress.Loopback, port));
            _listener.Listen();
        }
        catch (SocketException e) when (e.SocketErrorCode == SocketError.AddressAlreadyInUse)
        {
            _listener.Dispose();
            throw new PortInUseException(port);
        }

        Port = ((IPEndPoint)_listener.LocalEndPoint!).Port;
        _ = AcceptAsync();
    }

    /// <summary>The port it listens on.</summary>
    public int Port { get; }

    /// <summary>Moves bytes both ways, on the machine's thread. It never waits.</summary>
    /// <returns>True when it moved some.</returns>
    public bool Exchange(IHostPort port)
    {
        var sent = SendOutput(port);
        var delivered = _outputAt == _outputCount && port.Quiet && Deliver(port);
        return delivered || sent;
    }

    /// <summary>Stops listening and ends the connection.</summary>
    public void Dispose()
    {
        _listener.Dispose();
        lock (_arrived) _newest?.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true) Replace(new HostConnection(await _listener.AcceptAsync().ConfigureAwait(false)));
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The server was disposed of.
        }
    }

    private void Replace(HostConnection connection)
    {
        lock (_arrived)
        {
            _newest?.Dispose();
            _newest = connection;
        }

        _ = connection.ReadAsync(count =>
        {
            lock (_arrived) _arrived.Enqueue((connection, count));
            _wake();
        });
    }

    private bool Deliver(IHostPort port)
    {
        (HostConnection From, int Count) chunk;
        lock (_arrived)
        {
            if (!_arrived.TryDequeue(out chunk)) return false;
        }

        _served = chunk.From;
        chunk.From.TakeChunk(chunk.Count, port);
        return true;
    }

    private bool SendOutput(IHostPort port)
    {
        var moved = false;
        while (_outputAt < _outputCount || Take(port))
        {
            var taken = SendOne(_output.AsSpan(_outputAt, _outputCount - _outputAt));
            if (taken == 0) break;
            _outputAt += taken;
            moved = true;
        }

        return moved;
    }

    private bool Take(IHostPort port)
    {
        _outputAt = 0;
        _outputCount = port.Take(_output);
        return _outputCount > 0;
    }

    private int SendOne(ReadOnlySpan<byte> bytes)
    {
        if (_served is { Closed: false }) return _served.Send(bytes);
        if (bytes.Contains(DatecsFrame.Syn)) Waiting()?.Send([DatecsFrame.Syn]);
        return bytes.Length;
    }

    private HostConnection? Waiting()
    {
        lock (_arrived) return _arrived.TryPeek(out var chunk) ? chunk.From : null;
    }
}
