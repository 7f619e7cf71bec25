namespace Nf.Emulator.Dut;

/// <summary>The relay board of a stand-in: understands the bytes of LCUS type boards and moves what they switch.</summary>
/// <remarks>
/// A command is <c>A0 channel state sum</c>: state 1 pulls the relay, 0 releases it, sum is the low byte of the three before.
/// Channel 1 interrupts the power, 2 is the service switch, 3 the reset button, 4 puts in blank chips when it is pulled.
/// </remarks>
public sealed class DutRelay(DutLine line, DutBoard board)
{
    /// <summary>What such boards speak, in baud.</summary>
    public const int Speed = 9600;

    private const byte Start = 0xA0;
    private const int Length = 4;
    private readonly byte[] _one = new byte[1];
    private readonly Queue<byte> _last = new();
    private bool _powerCut;
    private bool _reset;

    /// <summary>Does what has been ordered.</summary>
    /// <returns>False when nothing was.</returns>
    public bool Poll()
    {
        if (line.Available == 0) return false;
        while (line.Read(_one, 0, 1) == 1) Accept(_one[0]);
        return true;
    }

    private void Accept(byte value)
    {
        _last.Enqueue(value);
        if (_last.Count > Length) _last.Dequeue();
        // Noise may look like a beginning: an order is the last four bytes, whatever was before them.
        if (_last.ToArray() is not [Start, var channel, (0 or 1) and var state, var sum] || sum != (byte)(Start + channel + state)) return;
        _last.Clear();
        Switch(channel, state == 1);
    }

    private void Switch(int channel, bool pulled)
    {
        switch (channel)
        {
            case 1: _powerCut = pulled; break;
            case 2: board.ServiceSwitch = pulled; break;
            case 3: _reset = pulled; break;
            case 4 when pulled: board.Renew(); break;
        }

        board.Power(!_powerCut && !_reset);
    }
}
