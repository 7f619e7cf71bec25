using System.Runtime.InteropServices;

namespace Nf.Emulator.Serial;

/// <summary>A serial port or pseudo-terminal of Linux or macOS.</summary>
/// <remarks>
/// System.IO.Ports is not used here: on a port that was unplugged with bytes still to send, its Close never returns
/// (version 10.0.15 on Linux).
/// </remarks>
internal sealed class PosixSerialPort : ISerialPort
{
    private readonly int _file;
    private bool _disposed;

    private PosixSerialPort(int file, string name) => (_file, Name) = (file, name);

    /// <inheritdoc/>
    public string Name { get; }

    /// <summary>Opens one; what came in before is thrown away.</summary>
    /// <exception cref="PortException">It cannot be opened.</exception>
    public static PosixSerialPort Open(string name, int speed)
    {
        var file = Posix.Open(name, Posix.ReadWrite | Posix.NotWaiting);
        if (file < 0) throw NotOpened(name, Marshal.GetLastPInvokeError());
        if (Termios.Set(file, speed) && Posix.Flush(file, Posix.BothDirections) == 0) return new PosixSerialPort(file, name);
        Posix.Close(file);
        throw new PortException(PortProblem.Unusable, name, $"{name} is no serial port, or does not take {speed} baud");
    }

    /// <inheritdoc/>
    public int Read(Span<byte> buffer)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        var count = Posix.Read(_file, buffer, buffer.Length);
        if (count > 0) return (int)count;
        // A port that is there answers EAGAIN when nothing has come; one that was unplugged has come to its end.
        return count < 0 && IsPatient(Marshal.GetLastPInvokeError()) ? 0 : throw Gone();
    }

    /// <inheritdoc/>
    public int Write(ReadOnlySpan<byte> bytes)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        var count = Posix.Write(_file, bytes, bytes.Length);
        if (count >= 0) return (int)count;
        return IsPatient(Marshal.GetLastPInvokeError()) ? 0 : throw Gone();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_disposed) return;
        _disposed = true;
        // What is still to be sent would hold the close up, and goes nowhere on a port that was unplugged.
        Posix.Flush(_file, Posix.BothDirections);
        Posix.Close(_file);
    }

    private static bool IsPatient(int error) => error == Posix.Again || error == Posix.Interrupted;

    private static PortException NotOpened(string name, int error) => error switch
    {
        Posix.NoEntry => new PortException(PortProblem.Missing, name, $"there is no {name}"),
        Posix.NotPermitted => new PortException(PortProblem.Forbidden, name, $"{name} is there, but this user may not open it"),
        _ => new PortException(PortProblem.Unusable, name, $"{name} cannot be opened ({Marshal.GetPInvokeErrorMessage(error)})"),
    };

    private PortException Gone() => new(PortProblem.Unplugged, Name, $"{Name} went away");
}
