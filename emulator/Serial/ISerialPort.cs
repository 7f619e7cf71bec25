namespace Nf.Emulator.Serial;

/// <summary>An open serial port of this computer. It never waits.</summary>
public interface ISerialPort : IDisposable
{
    /// <summary>What it was opened by, as <c>/dev/ttyUSB0</c>.</summary>
    string Name { get; }

    /// <summary>Takes bytes that have come in; 0 when there are none.</summary>
    /// <exception cref="PortException">It is no longer there.</exception>
    int Read(Span<byte> buffer);

    /// <summary>Hands over bytes to send, and says how many were taken.</summary>
    /// <exception cref="PortException">It is no longer there.</exception>
    int Write(ReadOnlySpan<byte> bytes);
}
