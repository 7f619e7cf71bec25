namespace Nf.Emulator.Flash;

/// <summary>A board as its line of boards/boards.tsv has it.</summary>
/// <param name="Name">Its folder under boards.</param>
/// <param name="Target">The runtime's image for it, as the flashing tool knows it.</param>
/// <param name="Chip">esp32 or esp32s3.</param>
/// <param name="Address">Where the application's partition begins in the chip's flash.</param>
/// <param name="Capacity">Bytes of that partition.</param>
/// <param name="RuntimeVersion">Version of the runtime that the application is built for: the first two or more numbers.</param>
/// <param name="Program">Name of the board's program, the last assembly of its image.</param>
public sealed record FlashBoard(string Name, string Target, string Chip, int Address, int Capacity, string RuntimeVersion, string Program)
{
    /// <summary>The chip as its maker and the flashing tools write it: ESP32, ESP32-S3.</summary>
    public string ChipFamily => Chip switch
    {
        "esp32" => "ESP32",
        "esp32s3" => "ESP32-S3",
        _ => throw new InvalidDataException($"boards.tsv: no chip family is known for '{Chip}'"),
    };

    /// <summary>Where the chip's ROM looks for the boot loader.</summary>
    public int BootloaderAddress => Chip == "esp32" ? 0x1000 : 0;
}
