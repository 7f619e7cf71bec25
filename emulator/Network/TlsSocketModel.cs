using System.Security.Authentication;
using System.Text;
using Nf.Emulator.Peripherals;
using Nf.Hal.Buses;

namespace Nf.Emulator.Network;

/// <summary>The board's TLS socket over <see cref="IInternet"/>; its certificates survive a loss of power.</summary>
/// <param name="internet">The world behind the port.</param>
/// <param name="civil">The register's clock, which certificates must be valid at.</param>
/// <param name="files">The board's certificate files.</param>
public sealed class TlsSocketModel(IInternet internet, ICivilTimeSource civil, IDictionary<string, byte[]> files) : ITlsSocket
{
    private const string Authorities = "authorities.pem";

    private IInternetSession? _session;
    private int _place = -1;

    /// <inheritdoc/>
    public TlsSocketStatus Status => _session?.Status ?? TlsSocketStatus.Closed;

    /// <inheritdoc/>
    public string Protocol => _session?.Protocol ?? "";

    /// <inheritdoc/>
    public void Connect(string host, int port)
    {
        Close();
        var shows = _place >= 0;
        _session = internet.Connect(host, port, new TlsParameters(Text(Authorities), shows ? Text(Certificate(_place)) : "",
            shows ? Text(Key(_place)) : "", SslProtocols.Tls12 | SslProtocols.Tls13, Utc));
    }

    /// <inheritdoc/>
    public int Read(byte[] buffer, int offset, int count) => _session?.Read(buffer.AsSpan(offset, count)) ?? 0;

    /// <inheritdoc/>
    public int Write(byte[] buffer, int offset, int count) => _session?.Write(buffer.AsSpan(offset, count)) ?? 0;

    /// <inheritdoc/>
    public void Close()
    {
        _session?.Dispose();
        _session = null;
    }

    /// <inheritdoc/>
    public bool StoreAuthorities(byte[] pem, int count)
    {
        files[Authorities] = pem[..count];
        return true;
    }

    /// <inheritdoc/>
    public bool StoreIdentity(int place, byte[] certificatePem, int certificateCount, byte[] keyPem, int keyCount)
    {
        files[Certificate(place)] = certificatePem[..certificateCount];
        files[Key(place)] = keyPem[..keyCount];
        return true;
    }

    /// <inheritdoc/>
    public void Use(int place) => _place = place;

    /// <summary>Gets power again: only the files are left.</summary>
    public void PowerUp()
    {
        Close();
        _place = -1;
    }

    // Romania's winter time; in summer the board is an hour ahead of the world, as the modem is.
    private DateTime Utc => DateTime.SpecifyKind(civil.Now.AddHours(-2), DateTimeKind.Utc);

    private string Text(string name) => files.TryGetValue(name, out var bytes) ? Encoding.Latin1.GetString(bytes) : "";

    private static string Certificate(int place) => $"certificate{place}.pem";

    private static string Key(int place) => $"key{place}.pem";
}
