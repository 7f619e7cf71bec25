using System.Net;
using Nf.Emulator.Machine;
using Nf.Hal.Buses;

namespace Nf.Emulator.Network;

/// <summary>Real sockets and real TLS, by .NET.</summary>
/// <remarks>
/// Virtual time would run into every timeout before a real server can answer: while a connection is open, time waits for
/// it. After each thing that happens it goes as fast as the wall, so that what the register measures is what the server
/// took; when nothing has happened for <see cref="Patience"/>, <see cref="Haste"/> times as fast, so that nobody sits
/// through a timeout. A live machine's time follows the wall anyway and never waits here.
/// <code>var internet = new SocketInternet(); internet.Names["anaf.nf.test"] = new IPEndPoint(IPAddress.Loopback, port);</code>
/// </remarks>
public sealed class SocketInternet : IInternet, IPeripheral, IDisposable
{
    /// <summary>Time that is owed is waited for in pieces of this length, microseconds of the wall.</summary>
    private const long WaitPiece = 1000;

    private const long Never = long.MaxValue;

    /// <summary>While a connection is open the machine looks at it this often, microseconds.</summary>
    private const long LookInterval = 2000;

    private readonly object _gate = new();
    private readonly List<SocketSession> _sessions = [];
    private long _now;
    private long _owed;
    private long _heardAt;
    private bool _news;

    /// <summary>Names that lead somewhere else than DNS says, port included.</summary>
    public IDictionary<string, IPEndPoint> Names { get; } = new Dictionary<string, IPEndPoint>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Other names are looked up in DNS; false: they are unknown.</summary>
    public bool AsksDns { get; init; } = true;

    /// <summary>How many times as fast as the wall virtual time goes at most while a connection is open and silent.</summary>
    public long Haste { get; init; } = 20;

    /// <summary>An open connection counts as silent when nothing happened for this long, microseconds.</summary>
    public long Patience { get; init; } = 2_000_000;

    /// <summary>The machine's time follows the wall by itself: nothing waits.</summary>
    public bool Live { get; set; }

    /// <inheritdoc/>
    public long NextEvent => _sessions.Exists(IsAlive) ? _now + LookInterval : Never;

    /// <inheritdoc/>
    public IInternetSession Connect(string host, int port, TlsParameters tls)
    {
        _sessions.RemoveAll(session => !IsAlive(session));
        var session = new SocketSession(EndPointsOf(host, port), new ClientTls(host, tls), Happened);
        _sessions.Add(session);
        _heardAt = _now;
        return session;
    }

    /// <inheritdoc/>
    public void Advance(long nowMicroseconds)
    {
        var passed = nowMicroseconds - _now;
        _now = nowMicroseconds;
        if (Live || !_sessions.Exists(IsAlive)) return;
        _owed += _now - _heardAt < Patience ? passed : passed / Haste;
        if (_owed < WaitPiece) return;
        lock (_gate)
        {
            if (!_news) Monitor.Wait(_gate, TimeSpan.FromMicroseconds(_owed));
            if (_news) _heardAt = _now;
            _news = false;
        }

        _owed = 0;
    }

    public void Dispose()
    {
        foreach (var session in _sessions) session.Dispose();
    }

    private void Happened()
    {
        lock (_gate)
        {
            _news = true;
            Monitor.Pulse(_gate);
        }
    }

    private static bool IsAlive(SocketSession session) =>
        session.Status is TlsSocketStatus.Connecting or TlsSocketStatus.Connected && !session.IsClosed;

    private Func<CancellationToken, Task<IPEndPoint[]>> EndPointsOf(string host, int port)
    {
        if (Names.TryGetValue(host, out var known)) return _ => Task.FromResult<IPEndPoint[]>([known]);
        if (IPAddress.TryParse(host, out var address)) return _ => Task.FromResult<IPEndPoint[]>([new(address, port)]);
        if (!AsksDns) return _ => Task.FromResult<IPEndPoint[]>([]);
        return async cancel => [.. (await Dns.GetHostAddressesAsync(host, cancel)).Select(found => new IPEndPoint(found, port))];
    }
}
