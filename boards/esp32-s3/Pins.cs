namespace Nf.Board.S3;

/// <summary>GPIO numbers of an ESP32-S3 with octal PSRAM (N8R8), which keeps 26 to 37 for its memories and 19, 20 for USB.</summary>
internal static class Pins
{
    /// <summary>COM1, the modem: free, since the debugger is on USB.</summary>
    internal const int ModemTx = 1;

    internal const int ModemRx = 42;

    /// <summary>COM2.</summary>
    internal const int PrinterTx = 17;

    internal const int PrinterRx = 18;

    /// <summary>COM3.</summary>
    internal const int HostTx = 21;

    internal const int HostRx = 47;

    /// <summary>SPI1: the memories.</summary>
    internal const int MemoryClock = 12;

    internal const int MemoryMosi = 11;

    internal const int MemoryMiso = 13;

    internal const int WorkingMemorySelect = 10;

    internal const int ModuleMemorySelect = 9;

    internal const int FiscalMemorySelect = 14;

    /// <summary>SPI2: the cards.</summary>
    internal const int CardClock = 6;

    internal const int CardMosi = 7;

    internal const int CardMiso = 15;

    internal const int JournalSelect = 16;

    internal const int ExternalSelect = 4;

    /// <summary>I2C1: clock and the display's bridge.</summary>
    internal const int I2cData = 8;

    internal const int I2cClock = 5;

    internal const int Watchdog = 2;

    /// <summary>With the chip's pull-up; the jumper goes to ground.</summary>
    internal const int ServiceSwitch = 41;
}
