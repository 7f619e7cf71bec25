namespace Nf.Emulator.Dut;

/// <summary>What a stand-in is to be like, and how it is to misbehave.</summary>
/// <param name="Folder">Where the links to its serial ports are.</param>
public sealed record DutOrder(string Folder)
{
    /// <summary>Characters on a line of the paper that it lays out for.</summary>
    public int Columns { get; init; } = Machine.Hardware.PaperColumns;

    /// <summary>What its clock shows at first; null for now in Romania.</summary>
    public DateTime? Clock { get; init; }

    /// <summary>It has an online module, whose way out is a modem on a serial line.</summary>
    public bool Modem { get; init; }

    /// <summary>Speeds of single lines, by <c>host</c>, <c>printer</c>, <c>display</c>, <c>modem</c>.</summary>
    public IReadOnlyDictionary<string, int> Speeds { get; init; } = new Dictionary<string, int>();

    /// <summary>It has power and does nothing, as a board without firmware.</summary>
    public bool Silent { get; init; }

    /// <summary>Its host line's wire is broken: it hears nothing there and says nothing.</summary>
    public bool Deaf { get; init; }

    /// <summary>It stands still for ever when it has got so many bytes from the host; null for never.</summary>
    public long? StopAfter { get; init; }

    /// <summary>It loses power for a moment when it has got so many bytes from the host, once; null for never.</summary>
    public long? RebootAfter { get; init; }

    /// <summary>Its host line is unplugged when it has got so many bytes from the host; null for never.</summary>
    public long? UnplugAfter { get; init; }

    /// <summary>Speed of a line.</summary>
    internal int SpeedOf(string line) => Speeds.GetValueOrDefault(line, Serial.UsualSpeed.Line);
}
