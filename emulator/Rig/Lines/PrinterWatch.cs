using Nf.Emulator.Peripherals;

namespace Nf.Emulator.Rig.Lines;

/// <summary>Listens on the printer's or the display's line: what is more than asking how the printer is, and what begins anew.</summary>
internal sealed class PrinterWatch
{
    private const byte Esc = 0x1B;
    private const byte LineFeed = 0x0A;
    private const byte Initialise = (byte)'@';

    private readonly RealTimeFilter _filter;
    private byte _last;

    public PrinterWatch() => _filter = new RealTimeFilter(_ => Polls++, _ => Polls++, Hear);

    /// <summary>Questions in real time; they make sense and print nothing.</summary>
    public long Polls { get; private set; }

    /// <summary>Bytes that are none.</summary>
    public long Data { get; private set; }

    /// <summary>Bytes that neither begin a command of such devices nor are text in code page 852 as the register writes it.</summary>
    public long Odd { get; private set; }

    /// <summary>How often ESC @ came: the driver has begun.</summary>
    public int Starts { get; private set; }

    /// <summary>Begins anew.</summary>
    public void Clear()
    {
        _filter.Reset();
        (Polls, Data, Odd, Starts, _last) = (0, 0, 0, 0, 0);
    }

    /// <summary>Takes what came.</summary>
    public void Hear(ReadOnlySpan<byte> bytes)
    {
        foreach (var b in bytes) _filter.Accept(b);
    }

    private void Hear(byte b)
    {
        Data++;
        if (b is >= 0x80 or (< 0x20 and not (Esc or LineFeed))) Odd++;
        if (_last == Esc && b == Initialise) Starts++;
        _last = b;
    }
}
