namespace Nf.Hal.Buses;

/// <summary>A byte stream in both directions that never blocks: a UART, or what stands in for one.</summary>
/// <remarks>
/// A board implements it over its serial port, opened at the speed that the device on it wants, 8N1:
/// <code>public int Write(byte[] buffer, int offset, int count) { port.Write(buffer, offset, count); return count; }</code>
/// A driver writes what it has, keeps what was not taken, and looks again on its next turn:
/// <code>sent += line.Write(buffer, sent, length - sent);</code>
/// Nothing is reported of lost bytes or a broken wire: a driver finds out by the answers that do not come.
/// </remarks>
public interface ISerialLine
{
    /// <summary>Bytes received and not yet read.</summary>
    int Available { get; }

    /// <summary>Takes up to <paramref name="count"/> received bytes; 0 when there are none.</summary>
    int Read(byte[] buffer, int offset, int count);

    /// <summary>Hands over bytes to send and says how many were taken; 0 when the line cannot take any now.</summary>
    int Write(byte[] buffer, int offset, int count);
}
