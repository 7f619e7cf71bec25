namespace Nf.Firmware.Online;

/// <summary>Which text each network setting may be. An empty one is always right: there is none.</summary>
public static class NetworkRules
{
    private const int MaxName = 32;
    private const int MinWifiPassword = 8;
    private const int MinPin = 4;
    private const int MaxPin = 8;

    /// <summary>The text may be this setting.</summary>
    public static bool Accepts(NetworkField field, byte[] text, int offset, int count)
    {
        if (count == 0) return true;
        if (count > NetworkSettings.MaxLength || !IsPlain(text, offset, count)) return false;
        switch (field)
        {
            case NetworkField.Order: return IsOrder(text, offset, count);
            case NetworkField.Pin: return count >= MinPin && count <= MaxPin && IsDigits(text, offset, count);
            case NetworkField.AccessPointUser:
            case NetworkField.AccessPointPassword:
            case NetworkField.WifiName: return count <= MaxName;
            case NetworkField.WifiPassword: return count >= MinWifiPassword;
            case NetworkField.AccessPoint: return true;
            default: return IsAddress(text, offset, count);
        }
    }

    // Printable ASCII. A quotation mark would end a modem's string and begin a command of somebody's own.
    private static bool IsPlain(byte[] text, int offset, int count)
    {
        for (int i = offset; i < offset + count; i++)
            if (text[i] < ' ' || text[i] >= 0x7F || text[i] == '"') return false;
        return true;
    }

    private static bool IsDigits(byte[] text, int offset, int count)
    {
        for (int i = offset; i < offset + count; i++)
            if (text[i] < '0' || text[i] > '9') return false;
        return true;
    }

    // Digits 1 to 3, none twice.
    private static bool IsOrder(byte[] text, int offset, int count)
    {
        int seen = 0;
        for (int i = offset; i < offset + count; i++)
        {
            if (text[i] < '1' || text[i] > '3') return false;
            int bit = 1 << text[i] - '0';
            if ((seen & bit) != 0) return false;
            seen |= bit;
        }

        return true;
    }

    // Four numbers from 0 to 255 with points between.
    private static bool IsAddress(byte[] text, int offset, int count)
    {
        int numbers = 0;
        int end = offset + count;
        while (offset <= end)
        {
            int value = 0;
            int start = offset;
            while (offset < end && text[offset] >= '0' && text[offset] <= '9' && value <= 255) value = value * 10 + text[offset++] - '0';
            if (offset == start || offset - start > 3 || value > 255) return false;
            numbers++;
            if (offset < end && text[offset] != '.') return false;
            offset++;
        }

        return numbers == 4;
    }
}
