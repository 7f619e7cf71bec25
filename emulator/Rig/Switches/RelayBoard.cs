using System.Diagnostics;
using Nf.Emulator.Rig.Settings;
using Nf.Emulator.Serial;

namespace Nf.Emulator.Rig.Switches;

/// <summary>A relay board on a serial port that understands the bytes of the LCUS type, with 1 to 32 channels.</summary>
/// <remarks>
/// <c>A0 channel state sum</c>: state 1 pulls, 0 releases; sum is the low byte of the three. The board answers nothing.
/// The port stays open: opening and closing it loses what is still on its way. One that went away is opened once more, so that
/// a board that was plugged in again is found.
/// </remarks>
internal sealed class RelayBoard(LineSettings settings) : IDisposable
{
    private const byte Start = 0xA0;
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(5);
    private ISerialPort? _port;

    /// <summary>The bytes of an order.</summary>
    public static byte[] Order(int channel, bool pulled)
    {
        var state = (byte)(pulled ? 1 : 0);
        return [Start, (byte)channel, state, (byte)(Start + channel + state)];
    }

    /// <summary>Pulls or releases a relay.</summary>
    /// <exception cref="PortException">The board is not there.</exception>
    /// <exception cref="SwitchException">Its port takes no bytes.</exception>
    public void Set(int channel, bool pulled)
    {
        var order = Order(channel, pulled);
        try
        {
            Send(order);
        }
        catch (PortException) when (_port is not null)
        {
            Dispose();
            Send(order);
        }

        // Four bytes at 9600 baud are on their way for 4 ms.
        Thread.Sleep(TimeSpan.FromMilliseconds(20 + (order.Length * 10_000.0 / settings.Speed)));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _port?.Dispose();
        _port = null;
    }

    private void Send(byte[] order)
    {
        _port ??= SerialPorts.Open(settings.Port, settings.Speed);
        var waited = Stopwatch.StartNew();
        for (var sent = 0; sent < order.Length; sent += _port.Write(order.AsSpan(sent)))
        {
            if (waited.Elapsed > s_patience) throw new SwitchException($"the relay board at {settings.Port} takes no bytes");
        }
    }
}
