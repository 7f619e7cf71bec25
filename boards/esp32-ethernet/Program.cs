using System.Device.Gpio;
using Nf.Boards;
using Nf.Boards.Buses;
using Nf.Boards.Chip;
using Nf.Boards.Files;
using Nf.Boards.Network;
using Nf.Firmware;
using Nf.Hal.Devices;
using Nf.Hal.Drivers;

namespace Nf.Board.Ethernet;

/// <summary>Olimex ESP32-POE: Ethernet takes most pins, so that printer, display and watchdog are on a bridge and the host comes over the network.</summary>
public static class Program
{
    /// <summary>Never returns.</summary>
    public static void Main() => BoardProgram.Run(new Wiring());
}

/// <summary>Which part hangs on which pins.</summary>
internal sealed class Wiring : IBoardWiring
{
    private readonly GpioController _gpio = new GpioController();
    private Sc16is752Bridge _bridge;
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
        PinFunctions.I2c1(Pins.I2cData, Pins.I2cClock);
        WorkingMemory = new Mb85rsFram(new SpiChip(1, Pins.WorkingMemorySelect));
        Clock = BoardParts.Clock();
        _bridge = BoardParts.Bridge();
        Watchdog = new Tps3823Watchdog(_bridge.Pin(Pins.BridgeWatchdog));
    }

    /// <inheritdoc/>
    public RegisterDevices Wire()
    {
        Display = new Dm110Display(_bridge.Line(Pins.BridgeDisplay, BoardParts.DisplayBaud));
        var printer = new EscPosPrinter(_bridge.Line(Pins.BridgePrinter, BoardParts.PrinterBaud), Uptime, BoardParts.PaperColumns);
        var host = new TcpHostLine(BoardParts.HostPort);
        var moduleMemory = new Mb85rsFram(new SpiChip(1, Pins.ModuleMemorySelect));
        return new RegisterDevices
        {
            Printer = printer,
            Drawer = printer,
            FiscalMemory = new W25qFlash(new SpiChip(1, Pins.FiscalMemorySelect)),
            WorkingMemory = WorkingMemory,
            Journal = new CardJournal(new CardFiles(new FatDrive(1, Pins.JournalSelect, 0, Uptime))),
            Clock = Clock,
            Display = Display,
            Host = host,
            Watchdog = Watchdog,
            Uptime = Uptime,
            ServiceSwitch = new JumperSwitch(new InputPin(_gpio, Pins.ServiceSwitch, false)),
            ModuleMemory = moduleMemory,
            Crypto = BoardParts.Crypto(moduleMemory),
            Firmware = new CableOnlySlot("esp32-ethernet"),
            Primitives = new NativePrimitives(),
            Links = Links(host),
        };
    }

    /// <inheritdoc/>
    public void Check() => _thread.Check();

    private INetworkLink[] Links(TcpHostLine host)
    {
        var wifi = new WifiPort();
        var cableSocket = new TlsWorker(new SslTransport(Clock));
        var wifiSocket = new TlsWorker(new SslTransport(Clock));
        _thread = new WorkThread(new IWork[] { host, wifi, cableSocket, wifiSocket });
        return new INetworkLink[]
        {
            new SocketLink(LinkKind.Ethernet, new EthernetPort(), cableSocket, Uptime),
            new SocketLink(LinkKind.Wifi, wifi, wifiSocket, Uptime),
        };
    }
}
