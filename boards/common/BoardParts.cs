using Nf.Boards.Buses;
using Nf.Boards.Chip;
using Nf.Firmware.Online;
using Nf.Hal.Devices;
using Nf.Hal.Drivers;

namespace Nf.Boards;

/// <summary>Parts that every board has alike, whatever pins they hang on.</summary>
public static class BoardParts
{
    /// <summary>Speed of the receipt printer's line, baud; printers are set to it by their switches.</summary>
    public const int PrinterBaud = 115200;

    /// <summary>Speed of the host's line, baud.</summary>
    public const int HostBaud = 115200;

    /// <summary>Speed of a SIM7600's line as it leaves the factory, baud.</summary>
    public const int ModemBaud = 115200;

    /// <summary>Speed of the customer's display's line, baud.</summary>
    public const int DisplayBaud = 9600;

    /// <summary>Characters of font A on 80 mm paper.</summary>
    public const int PaperColumns = 42;

    /// <summary>Where a host finds a register that has no UART for it.</summary>
    public const int HostPort = 9100;

    private const int ClockAddress = 0x68;

    /// <summary>Both address pins of the bridge at 3.3 V.</summary>
    private const int BridgeAddress = 0x48;

    /// <summary>The register's clock on the I2C bus.</summary>
    public static IClock Clock() => new Ds3231Clock(new I2cChip(ClockAddress));

    /// <summary>The bridge on the I2C bus.</summary>
    public static Sc16is752Bridge Bridge() => new Sc16is752Bridge(new I2cChip(BridgeAddress));

    /// <summary>The crypto module in software, with the chip's random bits, secret and native ciphers.</summary>
    public static ICryptoModule Crypto(IWorkingMemory moduleMemory)
    {
        var random = new ChipRandom();
        return new SoftwareCryptoModule(moduleMemory, ModuleLayout.Keys, random, new FlashSecret(random), new NativePrimitives());
    }
}
