namespace Nf.Emulator.Host;

/// <summary>The POS program's end of the line to a register, in this process or over a socket.</summary>
public interface IHostChannel
{
    /// <summary>Sends bytes to the register.</summary>
    void Send(ReadOnlySpan<byte> bytes);

    /// <summary>Takes bytes from the register, as soon as there are any.</summary>
    /// <param name="buffer">Where they go.</param>
    /// <param name="silence">How long to wait for the first one, in the register's time.</param>
    /// <param name="count">How many came.</param>
    /// <returns>False: none came in that time.</returns>
    bool TryReceive(Span<byte> buffer, TimeSpan silence, out int count);
}
