using Nf.Hal.Buses;

namespace Nf.Emulator.Network;

/// <summary>One TLS connection to a server; nothing of it blocks. Disposing closes it.</summary>
public interface IInternetSession : IDisposable
{
    TlsSocketStatus Status { get; }

    /// <summary>"TLS 1.2" or "TLS 1.3"; empty before the handshake.</summary>
    string Protocol { get; }

    /// <summary>Received bytes that wait; they can be read after the end too.</summary>
    int Available { get; }

    int Read(Span<byte> buffer);

    /// <summary>Takes bytes to send; says how many.</summary>
    int Write(ReadOnlySpan<byte> bytes);
}
