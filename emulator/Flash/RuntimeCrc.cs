namespace Nf.Emulator.Flash;

/// <summary>The check sum of the board's runtime: CRC-32, polynomial 04C11DB7h, highest bit first, from 0, not inverted.</summary>
public static class RuntimeCrc
{
    private const uint Polynomial = 0x04C11DB7;

    /// <summary>Of these bytes.</summary>
    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        uint crc = 0;
        foreach (var b in bytes)
        {
            crc ^= (uint)b << 24;
            for (var bit = 0; bit < 8; bit++) crc = (crc & 0x80000000) != 0 ? crc << 1 ^ Polynomial : crc << 1;
        }

        return crc;
    }
}
