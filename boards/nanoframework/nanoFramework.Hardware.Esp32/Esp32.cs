namespace nanoFramework.Hardware.Esp32;

public enum DeviceFunction
{
    SPI1_MOSI = 65792,
    SPI1_MISO = 65793,
    SPI1_CLOCK = 65794,
    SPI2_MOSI = 66048,
    SPI2_MISO = 66049,
    SPI2_CLOCK = 66050,
    I2C1_DATA = 131328,
    I2C1_CLOCK = 131329,
    COM1_TX = 196864,
    COM1_RX = 196865,
    COM2_TX = 197120,
    COM2_RX = 197121,
    COM3_TX = 197376,
    COM3_RX = 197377,
}

public static class Configuration
{
    public static void SetPinFunction(int pin, DeviceFunction function) => throw null;
}
