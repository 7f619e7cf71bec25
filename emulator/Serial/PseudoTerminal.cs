using System.Runtime.InteropServices;

namespace Nf.Emulator.Serial;

/// <summary>A serial port without hardware: this program is the device behind it, another one opens it by its name.</summary>
internal sealed class PseudoTerminal : IDisposable
{
    private static readonly Lock s_naming = new();

    private readonly int _device;
    private readonly int _port;
    private bool _disposed;

    private PseudoTerminal(int device, int port, string name) => (_device, _port, Name) = (device, port, name);

    /// <summary>What the other program opens, as <c>/dev/pts/3</c>.</summary>
    public string Name { get; }

    /// <summary>The speed that the other program has set, in baud.</summary>
    public int Speed => Termios.SpeedOf(_port);

    /// <summary>Makes one.</summary>
    /// <param name="speed">What the port is set to until somebody sets it otherwise, in baud.</param>
    /// <exception cref="IOException">The system has no more.</exception>
    /// <exception cref="PlatformNotSupportedException">The system has none.</exception>
    public static PseudoTerminal Open(int speed)
    {
        if (!Posix.IsHere) throw new PlatformNotSupportedException("only Linux and macOS have pseudo-terminals");
        var device = Posix.Open("/dev/ptmx", Posix.ReadWrite | Posix.NotWaiting);
        if (device < 0 || Posix.Grant(device) != 0 || Posix.Unlock(device) != 0) throw Failed();
        var name = NameOf(device);
        // Held open here too: otherwise reading fails while nobody else has it open.
        var port = Posix.Open(name, Posix.ReadWrite | Posix.NotWaiting);
        if (port < 0 || !Termios.Set(port, speed)) throw Failed();
        return new PseudoTerminal(device, port, name);
    }

    /// <summary>Takes bytes that the other program has sent; 0 when there are none.</summary>
    public int Read(Span<byte> buffer)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        return Math.Max(0, (int)Posix.Read(_device, buffer, buffer.Length));
    }

    /// <summary>Sends to the other program; how many bytes were taken.</summary>
    public int Write(ReadOnlySpan<byte> bytes)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        return Math.Max(0, (int)Posix.Write(_device, bytes, bytes.Length));
    }

    /// <summary>The port goes away from under who has it open, as one that is unplugged.</summary>
    public void Dispose()
    {
        if (_disposed) return;
        _disposed = true;
        Posix.Close(_device);
        Posix.Close(_port);
    }

    private static string NameOf(int device)
    {
        lock (s_naming) return Marshal.PtrToStringUTF8(Posix.NameOf(device)) ?? throw Failed();
    }

    private static IOException Failed() => new($"the system gives no pseudo-terminal ({Marshal.GetLastPInvokeErrorMessage()})");
}
