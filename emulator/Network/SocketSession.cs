using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Threading.Channels;
using Nf.Hal.Buses;

namespace Nf.Emulator.Network;

/// <summary>A TLS connection over a real socket; tasks move the bytes, the machine's thread looks at them.</summary>
internal sealed class SocketSession : IInternetSession
{
    /// <summary>Bytes that may wait to be sent, as in the buffers of a TCP stack.</summary>
    private const int SendWindow = 16384;

    private readonly Lock _lock = new();
    private readonly Queue<byte> _received = new();
    private readonly Channel<byte[]> _toSend = Channel.CreateUnbounded<byte[]>();
    private readonly CancellationTokenSource _closed = new();
    private readonly ClientTls _tls;
    private readonly Action _happened;
    private TlsSocketStatus _status = TlsSocketStatus.Connecting;
    private string _protocol = "";
    private int _unsent;

    /// <param name="endPoints">Where the server is; none: its name is unknown.</param>
    /// <param name="tls">The handshake.</param>
    /// <param name="happened">Called from any thread when something changed.</param>
    public SocketSession(Func<CancellationToken, Task<IPEndPoint[]>> endPoints, ClientTls tls, Action happened)
    {
        _tls = tls;
        _happened = happened;
        _ = Task.Run(() => RunAsync(endPoints));
    }

    public bool IsClosed => _closed.IsCancellationRequested;

    /// <inheritdoc/>
    public TlsSocketStatus Status
    {
        get { lock (_lock) return _status; }
    }

    /// <inheritdoc/>
    public string Protocol
    {
        get { lock (_lock) return _protocol; }
    }

    /// <inheritdoc/>
    public int Available
    {
        get { lock (_lock) return _received.Count; }
    }

    /// <inheritdoc/>
    public int Read(Span<byte> buffer)
    {
        lock (_lock)
        {
            var count = Math.Min(buffer.Length, _received.Count);
            for (var i = 0; i < count; i++) buffer[i] = _received.Dequeue();
            return count;
        }
    }

    /// <inheritdoc/>
    public int Write(ReadOnlySpan<byte> bytes)
    {
        lock (_lock)
        {
            var count = Math.Min(bytes.Length, SendWindow - _unsent);
            if (_status != TlsSocketStatus.Connected || count <= 0) return 0;
            _unsent += count;
            _toSend.Writer.TryWrite(bytes[..count].ToArray());
            return count;
        }
    }

    public void Dispose() => _closed.Cancel();

    private async Task RunAsync(Func<CancellationToken, Task<IPEndPoint[]>> endPoints)
    {
        try
        {
            var found = await endPoints(_closed.Token);
            if (found.Length == 0) throw new SocketException((int)SocketError.HostNotFound);
            using var client = new TcpClient { NoDelay = true };
            await client.ConnectAsync(found[0], _closed.Token);
            await using var stream = new SslStream(client.GetStream());
            await stream.AuthenticateAsClientAsync(_tls.Options(), _closed.Token);
            Become(TlsSocketStatus.Connected, ClientTls.NameOf(stream.SslProtocol));
            var sending = SendAsync(stream);
            await ReceiveAsync(stream);
            _toSend.Writer.Complete();
            await sending;
        }
        catch (Exception e) when (e is SocketException or IOException or AuthenticationException or CryptographicException or OperationCanceledException)
        {
            Become(StatusOf(e), "");
        }
    }

    private async Task ReceiveAsync(SslStream stream)
    {
        var buffer = new byte[4096];
        while (await stream.ReadAsync(buffer, _closed.Token) is var count and > 0)
        {
            lock (_lock)
                foreach (var value in buffer.AsSpan(0, count)) _received.Enqueue(value);
            _happened();
        }

        Become(TlsSocketStatus.Ended, null);
    }

    private async Task SendAsync(SslStream stream)
    {
        try
        {
            await foreach (var bytes in _toSend.Reader.ReadAllAsync(_closed.Token))
            {
                await stream.WriteAsync(bytes, _closed.Token);
                lock (_lock) _unsent -= bytes.Length;
                _happened();
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or OperationCanceledException)
        {
            // What breaks the sending breaks the receiving too, which tells of it; an answer that came before is read first.
        }
    }

    private void Become(TlsSocketStatus status, string? protocol)
    {
        lock (_lock)
        {
            _status = status;
            if (protocol is not null) _protocol = protocol;
        }

        _happened();
    }

    private TlsSocketStatus StatusOf(Exception exception) => exception switch
    {
        SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain } => TlsSocketStatus.NameUnknown,
        SocketException { SocketErrorCode: SocketError.ConnectionRefused } => TlsSocketStatus.Refused,
        SocketException => TlsSocketStatus.NoAnswer,
        OperationCanceledException => TlsSocketStatus.Closed,
        _ when _tls.ServerRefused => TlsSocketStatus.ServerNotTrusted,
        _ when IsAboutCertificate(exception) => TlsSocketStatus.CertificateRefused,
        AuthenticationException or CryptographicException => TlsSocketStatus.TlsFailed,
        _ => Status == TlsSocketStatus.Connecting ? TlsSocketStatus.TlsFailed : TlsSocketStatus.Lost,
    };

    // OpenSSL names the alert that the server sent: "alert bad certificate", "alert unknown ca", "alert certificate required".
    private static bool IsAboutCertificate(Exception exception)
    {
        for (var e = exception; e is not null; e = e.InnerException)
            if (e.Message.Contains("alert", StringComparison.Ordinal)
                && (e.Message.Contains("certificate", StringComparison.Ordinal) || e.Message.Contains("unknown ca", StringComparison.Ordinal))) return true;
        return false;
    }
}
