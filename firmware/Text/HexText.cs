namespace Nf.Firmware.Text;

/// <summary>Bytes as two capital hexadecimal digits.</summary>
internal static class HexText
{
    /// <summary>The first digit.</summary>
    internal static byte High(byte value) => Digit(value >> 4);

    /// <summary>The second digit.</summary>
    internal static byte Low(byte value) => Digit(value & 15);

    /// <summary>The value of a digit, either case; -1 for anything else.</summary>
    internal static int Value(byte digit)
    {
        if (digit >= '0' && digit <= '9') return digit - '0';
        if (digit >= 'A' && digit <= 'F') return digit - 'A' + 10;
        return digit >= 'a' && digit <= 'f' ? digit - 'a' + 10 : -1;
    }

    private static byte Digit(int value) => (byte)(value < 10 ? '0' + value : 'A' + value - 10);
}
