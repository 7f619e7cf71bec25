using nanoFramework.Hardware.Esp32;

namespace Nf.Boards.Chip;

/// <summary>Gives buses their pins; before the first device of a bus is opened.</summary>
public static class PinFunctions
{
    /// <summary>The first SPI bus.</summary>
    public static void Spi1(int clock, int mosi, int miso)
    {
        Configuration.SetPinFunction(clock, DeviceFunction.SPI1_CLOCK);
        Configuration.SetPinFunction(mosi, DeviceFunction.SPI1_MOSI);
        Configuration.SetPinFunction(miso, DeviceFunction.SPI1_MISO);
    }

    /// <summary>The second SPI bus.</summary>
    public static void Spi2(int clock, int mosi, int miso)
    {
        Configuration.SetPinFunction(clock, DeviceFunction.SPI2_CLOCK);
        Configuration.SetPinFunction(mosi, DeviceFunction.SPI2_MOSI);
        Configuration.SetPinFunction(miso, DeviceFunction.SPI2_MISO);
    }

    /// <summary>The first I2C bus.</summary>
    public static void I2c1(int data, int clock)
    {
        Configuration.SetPinFunction(data, DeviceFunction.I2C1_DATA);
        Configuration.SetPinFunction(clock, DeviceFunction.I2C1_CLOCK);
    }

    /// <summary>The first UART, where it is not the debugger's.</summary>
    public static void Com1(int tx, int rx)
    {
        Configuration.SetPinFunction(tx, DeviceFunction.COM1_TX);
        Configuration.SetPinFunction(rx, DeviceFunction.COM1_RX);
    }

    /// <summary>The second UART.</summary>
    public static void Com2(int tx, int rx)
    {
        Configuration.SetPinFunction(tx, DeviceFunction.COM2_TX);
        Configuration.SetPinFunction(rx, DeviceFunction.COM2_RX);
    }

    /// <summary>The third UART.</summary>
    public static void Com3(int tx, int rx)
    {
        Configuration.SetPinFunction(tx, DeviceFunction.COM3_TX);
        Configuration.SetPinFunction(rx, DeviceFunction.COM3_RX);
    }
}
