namespace Nf.Board.Ethernet;

/// <summary>
/// GPIO numbers of an Olimex ESP32-POE with WROVER module: beside what the module takes, 0, 12, 18, 19, 21 to 23 and 25 to 27 belong
/// to the Ethernet transceiver, so that printer, display and watchdog hang on a bridge. The board's own card slot
/// shares 2, 14 and 15 and stays empty.
/// </summary>
internal static class Pins
{
    /// <summary>SPI1: memories and card. GPIO 2 must be low when the board is flashed: a clock is.</summary>
    internal const int MemoryClock = 2;

    internal const int MemoryMosi = 14;

    internal const int MemoryMiso = 36;

    internal const int WorkingMemorySelect = 4;

    internal const int ModuleMemorySelect = 5;

    internal const int FiscalMemorySelect = 15;

    internal const int JournalSelect = 32;

    /// <summary>I2C1: clock and bridge.</summary>
    internal const int I2cData = 13;

    internal const int I2cClock = 33;

    /// <summary>Needs a resistor to 3.3 V; the jumper goes to ground.</summary>
    internal const int ServiceSwitch = 39;

    /// <summary>The bridge's channel A.</summary>
    internal const int BridgePrinter = 0;

    /// <summary>The bridge's channel B.</summary>
    internal const int BridgeDisplay = 1;

    /// <summary>The bridge's pin GPIO0.</summary>
    internal const int BridgeWatchdog = 0;
}
