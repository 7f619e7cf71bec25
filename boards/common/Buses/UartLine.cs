using System.IO.Ports;
using Nf.Hal.Buses;

namespace Nf.Boards.Buses;

/// <summary>A UART of the chip, 8N1, whose pins were chosen before by <see cref="Chip.PinFunctions"/>.</summary>
/// <remarks>
/// The runtime's Write returns when the last byte is out, so that a call takes 10 ms of sending at most and leaves the
/// rest to the next turn. Parity and overrun are not reported; the receive buffer is large enough for a frame.
/// </remarks>
public sealed class UartLine : ISerialLine
{
    private const int ReceiveBuffer = 2048;
    private const int Timeout = 1000;

    /// <summary>A byte is ten bits: in 10 ms the line sends its baud divided by this.</summary>
    private const int BaudPerByte = 1000;

    private readonly SerialPort _port;
    private readonly int _longest;

    /// <param name="name">COM1 to COM3.</param>
    /// <param name="baud">Bits a second, 1,200 to 921,600.</param>
    public UartLine(string name, int baud)
    {
        _longest = baud < BaudPerByte ? 1 : baud / BaudPerByte;
        _port = new SerialPort(name, baud, Parity.None, 8, StopBits.One);
        _port.ReadBufferSize = ReceiveBuffer;
        _port.ReadTimeout = Timeout;
        _port.WriteTimeout = Timeout;
        _port.Open();
    }

    /// <inheritdoc/>
    public int Available => _port.BytesToRead;

    /// <inheritdoc/>
    public int Read(byte[] buffer, int offset, int count)
    {
        int there = _port.BytesToRead;
        if (count > there) count = there;
        return count <= 0 ? 0 : _port.Read(buffer, offset, count);
    }

    /// <inheritdoc/>
    public int Write(byte[] buffer, int offset, int count)
    {
        if (count > _longest) count = _longest;
        if (count > 0) _port.Write(buffer, offset, count);
        return count;
    }
}
