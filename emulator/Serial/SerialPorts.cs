namespace Nf.Emulator.Serial;

/// <summary>Opens serial ports of this computer.</summary>
public static class SerialPorts
{
    /// <summary>Speeds that every system knows, in baud, the usual ones first.</summary>
    public static IReadOnlyList<int> Speeds { get; } = [115200, 9600, 19200, 38400, 57600, 4800, 230400];

    /// <summary>Opens a port, 8N1, without flow control.</summary>
    /// <exception cref="PortException">It cannot be opened.</exception>
    public static ISerialPort Open(string name, int speed) => Posix.IsHere ? PosixSerialPort.Open(name, speed) : SystemSerialPort.Open(name, speed);
}
