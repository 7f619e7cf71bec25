namespace Nf.Board.Wrover;

/// <summary>
/// GPIO numbers of an ESP32-WROVER-E: 6 to 11, 16 and 17 belong to its memories, 1 and 3 to the debugger, 34 to 39 are inputs
/// without pull-up, and 0, 2 and 12 decide how the chip starts.
/// </summary>
internal static class Pins
{
    /// <summary>COM2.</summary>
    internal const int PrinterTx = 25;

    internal const int PrinterRx = 34;

    /// <summary>COM3.</summary>
    internal const int HostTx = 26;

    internal const int HostRx = 35;

    /// <summary>SPI1: the memories.</summary>
    internal const int MemoryClock = 18;

    internal const int MemoryMosi = 23;

    internal const int MemoryMiso = 19;

    internal const int WorkingMemorySelect = 5;

    internal const int ModuleMemorySelect = 27;

    internal const int FiscalMemorySelect = 33;

    /// <summary>SPI2: the cards.</summary>
    internal const int CardClock = 14;

    internal const int CardMosi = 13;

    internal const int CardMiso = 39;

    internal const int JournalSelect = 4;

    internal const int ExternalSelect = 15;

    /// <summary>I2C1: clock and the display's bridge.</summary>
    internal const int I2cData = 21;

    internal const int I2cClock = 22;

    internal const int Watchdog = 32;

    /// <summary>Needs a resistor to 3.3 V; the jumper goes to ground.</summary>
    internal const int ServiceSwitch = 36;
}
