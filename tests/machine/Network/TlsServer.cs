using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace Nf.Tests.Machine.Network;

/// <summary>A TLS server on 127.0.0.1 that reads one HTTP request and sends what it was told.</summary>
internal sealed class TlsServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly X509Certificate2 _certificate;
    private readonly Func<byte[], byte[]> _answer;
    private readonly Task _serving;

    /// <param name="certificate">What it shows.</param>
    /// <param name="answer">From the whole request to what it sends.</param>
    public TlsServer(X509Certificate2 certificate, Func<byte[], byte[]> answer)
    {
        _certificate = certificate;
        _answer = answer;
        _listener.Start();
        _serving = ServeAsync();
    }

    public IPEndPoint EndPoint => (IPEndPoint)_listener.LocalEndpoint;

    /// <summary>It wants a certificate of the client.</summary>
    public bool WantsCertificate { get; init; } = true;

    /// <summary>It takes the client's certificate.</summary>
    public Func<X509Certificate2, bool> Accepts { get; init; } = _ => true;

    public SslProtocols Protocols { get; init; } = SslProtocols.Tls12 | SslProtocols.Tls13;

    /// <summary>It reads the request and never answers.</summary>
    public bool Silent { get; init; }

    /// <summary>The last request.</summary>
    public byte[] Request { get; private set; } = [];

    /// <summary>What the client showed last.</summary>
    public string? ClientSubject { get; private set; }

    public void Dispose()
    {
        _end.Cancel();
        _listener.Stop();
        _serving.Wait(TimeSpan.FromSeconds(10));
        _end.Dispose();
    }

    private async Task ServeAsync()
    {
        while (!_end.IsCancellationRequested)
        {
            try
            {
                using var client = await _listener.AcceptTcpClientAsync(_end.Token);
                await using var stream = new SslStream(client.GetStream());
                await stream.AuthenticateAsServerAsync(Options(), _end.Token);
                Request = await ReadRequestAsync(stream);
                if (Silent) await Task.Delay(Timeout.Infinite, _end.Token);
                await stream.WriteAsync(_answer(Request), _end.Token);
                await stream.ShutdownAsync();
            }
            catch (Exception e) when (e is IOException or AuthenticationException or OperationCanceledException or SocketException)
            {
                // A client that breaks off is what some tests are about; it shows on the client's side.
            }
        }
    }

    private SslServerAuthenticationOptions Options() => new()
    {
        ServerCertificateContext = SslStreamCertificateContext.Create(_certificate, null, offline: true),
        ClientCertificateRequired = WantsCertificate,
        EnabledSslProtocols = Protocols,
        RemoteCertificateValidationCallback = (_, shown, _, _) =>
        {
            ClientSubject = shown?.Subject;
            return !WantsCertificate || (shown is X509Certificate2 certificate && Accepts(certificate));
        },
    };

    private async Task<byte[]> ReadRequestAsync(SslStream stream)
    {
        var request = new List<byte>();
        var buffer = new byte[1024];
        while (!IsWhole(request))
        {
            var count = await stream.ReadAsync(buffer, _end.Token);
            if (count == 0) break;
            request.AddRange(buffer.AsSpan(0, count));
        }

        return [.. request];
    }

    private static bool IsWhole(List<byte> request) => HttpText.Body(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(request), out _);
}
