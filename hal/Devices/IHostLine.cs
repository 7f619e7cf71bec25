namespace Nf.Hal.Devices;

/// <summary>The line to the POS program: bytes in both directions, whatever carries them.</summary>
/// <remarks>
/// A driver over a serial line (or a board's TCP socket) implements it. The host protocol reads what came and writes
/// what it has to say: <code>int count = line.Read(buffer, 0, buffer.Length);</code>
/// </remarks>
public interface IHostLine
{
    /// <summary>Takes up to <paramref name="count"/> received bytes; 0 when there are none.</summary>
    int Read(byte[] buffer, int offset, int count);

    /// <summary>Hands over bytes to send and says how many were taken.</summary>
    int Write(byte[] buffer, int offset, int count);
}
