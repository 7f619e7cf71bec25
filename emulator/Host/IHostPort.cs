namespace Nf.Emulator.Host;

/// <summary>The register's host line as the outside sees it. Used on the machine's thread only.</summary>
public interface IHostPort
{
    /// <summary>Nothing that was received is unread, and no command is under way: what is sent from now on answers new bytes.</summary>
    bool Quiet { get; }

    /// <summary>Bytes from the host.</summary>
    void Receive(ReadOnlySpan<byte> bytes);

    /// <summary>Takes bytes that the register sends to the host; 0 when there are none.</summary>
    int Take(Span<byte> buffer);
}
