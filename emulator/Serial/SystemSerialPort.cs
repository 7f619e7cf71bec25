using System.IO.Ports;

namespace Nf.Emulator.Serial;

/// <summary>A serial port by System.IO.Ports, as Windows has it.</summary>
internal sealed class SystemSerialPort : ISerialPort
{
    private const int WriteTimeout = 1000;

    private readonly SerialPort _port;

    private SystemSerialPort(SerialPort port) => _port = port;

    /// <inheritdoc/>
    public string Name => _port.PortName;

    /// <summary>Opens one; what came in before is thrown away.</summary>
    /// <exception cref="PortException">It cannot be opened.</exception>
    public static SystemSerialPort Open(string name, int speed)
    {
        var port = new SerialPort(name, speed, Parity.None, 8, StopBits.One) { WriteTimeout = WriteTimeout };
        try
        {
            port.Open();
            port.DiscardInBuffer();
            return new SystemSerialPort(port);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            port.Dispose();
            throw NotOpened(name, e);
        }
    }

    /// <inheritdoc/>
    public int Read(Span<byte> buffer)
    {
        try
        {
            var count = Math.Min(_port.BytesToRead, buffer.Length);
            return count == 0 ? 0 : _port.BaseStream.Read(buffer[..count]);
        }
        catch (Exception e) when (e is IOException or InvalidOperationException or UnauthorizedAccessException)
        {
            throw Gone();
        }
    }

    /// <inheritdoc/>
    public int Write(ReadOnlySpan<byte> bytes)
    {
        try
        {
            _port.BaseStream.Write(bytes);
            return bytes.Length;
        }
        catch (TimeoutException)
        {
            return bytes.Length;
        }
        catch (Exception e) when (e is IOException or InvalidOperationException or UnauthorizedAccessException)
        {
            throw Gone();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _port.Dispose();

    private static PortException NotOpened(string name, Exception e) => e switch
    {
        FileNotFoundException => new PortException(PortProblem.Missing, name, $"there is no {name}"),
        UnauthorizedAccessException => new PortException(PortProblem.Forbidden, name, $"{name} is there, but another program has it open, or this user may not"),
        _ => new PortException(PortProblem.Unusable, name, $"{name} cannot be opened ({e.Message.TrimEnd('.')})"),
    };

    private PortException Gone() => new(PortProblem.Unplugged, Name, $"{Name} went away");
}
