namespace Nf.Emulator.Dut;

/// <summary>The serial ports of a stand-in, each a link in its folder.</summary>
public sealed class DutLines : IDisposable
{
    /// <summary>Makes the ports; the folder is created when it does not exist.</summary>
    public DutLines(DutOrder order)
    {
        Directory.CreateDirectory(order.Folder);
        Host = Line(order, "host");
        Printer = Line(order, "printer");
        Display = Line(order, "display");
        Modem = order.Modem ? Line(order, "modem") : null;
        Relay = new DutLine(Path.Combine(order.Folder, "relay"), DutRelay.Speed);
    }

    /// <summary>The POS program's.</summary>
    public DutLine Host { get; }

    public DutLine Printer { get; }

    public DutLine Display { get; }

    /// <summary>Null on a register without the online module.</summary>
    public DutLine? Modem { get; }

    /// <summary>The relay board that switches the stand-in's power and signals.</summary>
    public DutLine Relay { get; }

    /// <summary>What the board's own lines have received is lost.</summary>
    public void Clear()
    {
        foreach (var line in new[] { Host, Printer, Display, Modem }) line?.Clear();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var line in new[] { Host, Printer, Display, Modem, Relay }) line?.Dispose();
    }

    private static DutLine Line(DutOrder order, string name) => new(Path.Combine(order.Folder, name), order.SpeedOf(name));
}
