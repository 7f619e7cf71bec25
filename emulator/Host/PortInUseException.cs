namespace Nf.Emulator.Host;

/// <summary>Another program listens on the port.</summary>
public sealed class PortInUseException(int port) : IOException(
    $"port {port} on 127.0.0.1 is in use: stop the program that listens there (another register?), or choose another port")
{
    /// <summary>The port.</summary>
    public int Port { get; } = port;
}
