using Nf.Emulator.Peripherals;

namespace Nf.Emulator.Machine;

/// <summary>Everything of the register that is there without power: chips with their cells, card, printer, wires.</summary>
public sealed class Hardware
{
    /// <summary>Characters on a line unless told otherwise: 80 mm, font A of the reference printer.</summary>
    public const int PaperColumns = 42;

    /// <summary>Bytes of the fiscal memory: the reference part, W25Q32JV.</summary>
    public const int FiscalMemorySize = 4 * 1024 * 1024;

    /// <summary>Wires the parts together.</summary>
    /// <param name="power">The mains that every durable write passes.</param>
    /// <param name="flash">Cells of the fiscal memory; blank is FFh.</param>
    /// <param name="fram">Cells of the working memory.</param>
    /// <param name="card">The journal's card.</param>
    /// <param name="roll">Where the paper goes.</param>
    /// <param name="time">Time since the machine was built.</param>
    /// <param name="civil">What drives the clock chip.</param>
    /// <param name="columns">Characters on a line of the paper, 18 to 64 (norms, art. 22 A c)).</param>
    public Hardware(PowerSupply power, IByteStore flash, IByteStore fram, CardModel card, IPaperRoll roll, VirtualTime time, ICivilTimeSource civil,
        int columns = PaperColumns)
    {
        Power = power;
        Time = time;
        FiscalMemory = new W25qModel(flash, power);
        WorkingMemory = new Mb85rsModel(fram, power);
        Card = card;
        Drive = new MemoryDrive(power);
        Columns = columns;
        Printer = new EscPosPrinterModel(PrinterWire, time, roll, columns);
        Display = new CustomerDisplayModel(DisplayWire);
        Clock = new Ds3231Model(civil);
        Watchdog = new WatchdogModel(time);
    }

    /// <summary>Characters on a line of this printer's paper.</summary>
    public int Columns { get; }

    public PowerSupply Power { get; }

    public VirtualTime Time { get; }

    public W25qModel FiscalMemory { get; }

    public Mb85rsModel WorkingMemory { get; }

    public CardModel Card { get; }

    /// <summary>The removable drive for exports.</summary>
    public DriveModel Drive { get; init; }

    /// <summary>Null on a register without the online module.</summary>
    public OnlineHardware? Online { get; init; }

    /// <summary>The board's places for programs; null on a board whose program changes by cable alone.</summary>
    public FirmwareSlotModel? Firmware { get; init; }

    public EscPosPrinterModel Printer { get; }

    public CustomerDisplayModel Display { get; }

    public Ds3231Model Clock { get; }

    public WatchdogModel Watchdog { get; }

    public ServiceJumperModel ServiceJumper { get; } = new();

    /// <summary>The line to the POS program.</summary>
    public SerialWire HostWire { get; } = new();

    public SerialWire PrinterWire { get; } = new();

    public SerialWire DisplayWire { get; } = new();
}
