using Nf.Firmware;
using Nf.Firmware.Online;
using Nf.Hal.Drivers;

namespace Nf.Boards.Virtual;

/// <summary>A register whose hardware is RAM, for one run of the program.</summary>
/// <remarks><code>var board = new VirtualBoard(output, clock); board.PowerOn(); board.Turn();</code></remarks>
public sealed class VirtualBoard
{
    /// <summary>Characters on a line of the paper.</summary>
    public const int Columns = 42;

    private readonly ShownLines _display = new ShownLines();
    private readonly RamMemory _module = new RamMemory();
    private readonly TestChip _chip = new TestChip();

    /// <param name="paper">Where the paper goes.</param>
    /// <param name="clock">The clock.</param>
    public VirtualBoard(ITextOutput paper, ScriptClock clock)
    {
        Printer = new PaperPrinter(paper, Columns);
        Clock = clock;
    }

    public PaperPrinter Printer { get; }

    public ScriptClock Clock { get; }

    public ScriptHost Host { get; } = new ScriptHost();

    public RamFiscalMemory FiscalMemory { get; } = new RamFiscalMemory();

    public RamMemory WorkingMemory { get; } = new RamMemory();

    public RamJournal Journal { get; } = new RamJournal();

    public TurnTime Time { get; } = new TurnTime();

    /// <summary>The firmware that runs; a new one after each <see cref="PowerOn"/>.</summary>
    public Register Register { get; private set; }

    /// <summary>Bytes of RAM that the stores take, which on a board with chips is no heap.</summary>
    public int StoredBytes => FiscalMemory.Cells.UsedBytes + WorkingMemory.Cells.UsedBytes + _module.Cells.UsedBytes + Journal.UsedBytes;

    /// <summary>Switches on, or off and on again: the firmware starts anew on what the stores hold.</summary>
    public Nf.Firmware.Errors.FiscalError PowerOn()
    {
        // The old one is garbage before the new one is made.
        Register = null;
        Register = new Register(Devices());
        return Register.Start();
    }

    /// <summary>One turn of the loop; false when the firmware had nothing to do.</summary>
    public bool Turn()
    {
        bool worked = Register.Turn();
        Time.Pass(worked ? 1 : 10);
        return worked;
    }

    private RegisterDevices Devices() => new RegisterDevices
    {
        Printer = Printer,
        Drawer = Printer,
        FiscalMemory = FiscalMemory,
        WorkingMemory = WorkingMemory,
        Journal = Journal,
        Clock = Clock,
        Display = _display,
        Host = Host,
        Watchdog = Time,
        Uptime = Time,
        ServiceSwitch = _display,
        ModuleMemory = _module,
        Crypto = new SoftwareCryptoModule(_module, ModuleLayout.Keys, _chip, _chip),
    };
}
