using Nf.Hal.Buses;

namespace Nf.Emulator.Network;

/// <summary>A connection to a server in memory.</summary>
internal sealed class InMemorySession(string host, int port, TlsParameters tls, Func<InternetCall, byte[]?>? serve, int pieceLength) : IInternetSession
{
    private readonly List<byte> _request = [];
    private byte[] _answer = [];
    private int _read;
    private bool _answered;

    /// <inheritdoc/>
    public TlsSocketStatus Status => serve is null ? TlsSocketStatus.NoAnswer : _answered ? TlsSocketStatus.Ended : TlsSocketStatus.Connected;

    /// <inheritdoc/>
    public string Protocol => serve is null ? "" : "TLS 1.2";

    /// <inheritdoc/>
    public int Available => Math.Min(_answer.Length - _read, pieceLength);

    /// <inheritdoc/>
    public int Read(Span<byte> buffer)
    {
        var count = Math.Min(buffer.Length, Available);
        _answer.AsSpan(_read, count).CopyTo(buffer);
        _read += count;
        return count;
    }

    /// <inheritdoc/>
    public int Write(ReadOnlySpan<byte> bytes)
    {
        if (_answered || serve is null) return 0;
        _request.AddRange(bytes);
        if (serve(new InternetCall(host, port, tls, [.. _request])) is not { } answer) return bytes.Length;
        _answer = answer;
        _answered = true;
        return bytes.Length;
    }

    public void Dispose()
    {
    }
}
