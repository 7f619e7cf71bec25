namespace Nf.Emulator.Peripherals;

/// <summary>How long an ESC/POS command is, from the bytes of it that have come.</summary>
internal static class EscPosCommandLength
{
    private const byte Esc = 0x1B;
    private const byte Gs = 0x1D;

    /// <summary>The length of the command; one more than there is when its beginning does not tell yet.</summary>
    public static int Of(IReadOnlyList<byte> bytes)
    {
        if (bytes.Count < 2) return 2;
        return (bytes[0], (char)bytes[1]) switch
        {
            (Esc, '&') => OfUserCharacters(bytes),
            (Esc, '$' or '\\') => 4,
            (Esc, '!' or '%' or '-' or '3' or 'E' or 'G' or 'J' or 'M' or 'R' or 'V' or 'a' or 'd' or 't' or '{' or ' ') => 3,
            (Esc, 'p') => 5,
            (Gs, 'k') => OfBarcode(bytes),
            (Gs, '(') => bytes.Count < 5 ? bytes.Count + 1 : 5 + bytes[3] + 256 * bytes[4],
            (Gs, 'V') => bytes.Count < 3 ? 3 : bytes[2] >= 65 ? 4 : 3,
            (Gs, 'L' or 'P' or 'W') => 4,
            (Gs, '!' or 'B' or 'H' or 'I' or 'a' or 'b' or 'f' or 'h' or 'r' or 'w') => 3,
            _ => 2,
        };
    }

    // GS k m d... NUL for m below 65, GS k m n and n bytes from there on.
    private static int OfBarcode(IReadOnlyList<byte> bytes)
    {
        if (bytes.Count < 4) return 4;
        if (bytes[2] >= 65) return 4 + bytes[3];
        return bytes[^1] == 0 ? bytes.Count : bytes.Count + 1;
    }

    // ESC & y c1 c2, then for each character its width x and x * y bytes.
    private static int OfUserCharacters(IReadOnlyList<byte> bytes)
    {
        var length = 5;
        if (bytes.Count < length) return bytes.Count + 1;
        for (int code = bytes[3]; code <= bytes[4]; code++)
        {
            if (bytes.Count <= length) return length + 1;
            length += 1 + bytes[2] * bytes[length];
        }
        return length;
    }
}
