using System.Device.Gpio;
using Nf.Boards;
using Nf.Boards.Buses;
using Nf.Boards.Chip;
using Nf.Boards.Files;
using Nf.Boards.Network;
using Nf.Firmware;
using Nf.Hal.Devices;
using Nf.Hal.Drivers;

namespace Nf.Board.S3;

/// <summary>ESP32-S3 with octal PSRAM: printer, host and modem each have a UART, the display is on a bridge.</summary>
public static class Program
{
    /// <summary>Never returns.</summary>
    public static void Main() => BoardProgram.Run(new Wiring());
}

/// <summary>Which part hangs on which pins.</summary>
internal sealed class Wiring : IBoardWiring
{
    private readonly GpioController _gpio = new GpioController();
    private WorkThread _thread;

    /// <inheritdoc/>
    public IUptime Uptime { get; } = new BoardUptime();

    /// <inheritdoc/>
    public IClock Clock { get; private set; }

    /// <inheritdoc/>
    public IWatchdog Watchdog { get; private set; }

    /// <inheritdoc/>
    public IWorkingMemory WorkingMemory { get; private set; }

    /// <inheritdoc/>
    public ICustomerDisplay Display { get; private set; }

    /// <inheritdoc/>
    public void Open()
    {
        PinFunctions.Spi1(Pins.MemoryClock, Pins.MemoryMosi, Pins.MemoryMiso);
        PinFunctions.Spi2(Pins.CardClock, Pins.CardMosi, Pins.CardMiso);
        PinFunctions.I2c1(Pins.I2cData, Pins.I2cClock);
        PinFunctions.Com1(Pins.ModemTx, Pins.ModemRx);
        PinFunctions.Com2(Pins.PrinterTx, Pins.PrinterRx);
        PinFunctions.Com3(Pins.HostTx, Pins.HostRx);
        WorkingMemory = new Mb85rsFram(new SpiChip(1, Pins.WorkingMemorySelect));
        Clock = BoardParts.Clock();
        Watchdog = new Tps3823Watchdog(new OutputPin(_gpio, Pins.Watchdog));
    }

    /// <inheritdoc/>
    public RegisterDevices Wire()
    {
        Display = new Dm110Display(BoardParts.Bridge().Line(0, BoardParts.DisplayBaud));
        var printer = new EscPosPrinter(new UartLine("COM2", BoardParts.PrinterBaud), Uptime, BoardParts.PaperColumns);
        var moduleMemory = new Mb85rsFram(new SpiChip(1, Pins.ModuleMemorySelect));
        return new RegisterDevices
        {
            Printer = printer,
            Drawer = printer,
            FiscalMemory = new W25qFlash(new SpiChip(1, Pins.FiscalMemorySelect)),
            WorkingMemory = WorkingMemory,
            Journal = new CardJournal(new CardFiles(new FatDrive(2, Pins.JournalSelect, 0, Uptime))),
            External = new DriveMedium(new DriveFiles(new FatDrive(2, Pins.ExternalSelect, 1, Uptime))),
            Clock = Clock,
            Display = Display,
            Host = new SerialHostLine(new UartLine("COM3", BoardParts.HostBaud)),
            Watchdog = Watchdog,
            Uptime = Uptime,
            ServiceSwitch = new JumperSwitch(new InputPin(_gpio, Pins.ServiceSwitch, true)),
            ModuleMemory = moduleMemory,
            Crypto = BoardParts.Crypto(moduleMemory),
            Firmware = new CableOnlySlot("esp32-s3"),
            Primitives = new NativePrimitives(),
            Links = Links(),
        };
    }

    /// <inheritdoc/>
    public void Check() => _thread.Check();

    private INetworkLink[] Links()
    {
        var port = new WifiPort();
        var socket = new TlsWorker(new SslTransport(Clock));
        _thread = new WorkThread(new IWork[] { port, socket });
        return new INetworkLink[]
        {
            new Sim7600Modem(new UartLine("COM1", BoardParts.ModemBaud), Uptime, Clock),
            new SocketLink(LinkKind.Wifi, port, socket, Uptime),
        };
    }
}
