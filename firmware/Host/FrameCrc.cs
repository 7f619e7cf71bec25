namespace Nf.Firmware.Host;

/// <summary>CRC-32 (the one of ISO 3309) by which a repeated frame is known after a power cut.</summary>
internal static class FrameCrc
{
    /// <summary>The check value of "123456789" is CBF43926h.</summary>
    public static uint Of(byte[] buffer, int offset, int count)
    {
        uint crc = 0xFFFFFFFF;
        for (int i = 0; i < count; i++)
        {
            crc ^= buffer[offset + i];
            for (int bit = 0; bit < 8; bit++) crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
        }

        return ~crc;
    }
}
