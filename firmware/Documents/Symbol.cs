using Nf.Firmware.Text;
using Nf.Hal.Devices;

namespace Nf.Firmware.Documents;

/// <summary>A code that a host wants printed, checked before a printer sees it: a printer prints a wrong one not at all.</summary>
internal sealed class Symbol
{
    /// <summary>Characters at most, of a QR code; in UTF-8 it may take 160 bytes, as a line of the printer does.</summary>
    internal const int MaxLength = 160;

    private const int MinCode128 = 3;

    // A column is 12 dots wide, a module of a bar code 2; start, check and stop take 35 modules, a character 11.
    private const int ModulesPerColumn = 6;
    private const int FrameModules = 35;
    private const int ModulesPerCharacter = 11;

    internal byte[] Text { get; } = new byte[MaxLength];

    internal int Length { get; private set; }

    internal LineStyle Style { get; private set; }

    /// <summary>Empties it; the text is then written to <see cref="Text"/> by whoever calls <see cref="Set"/>.</summary>
    internal void Begin(LineStyle style)
    {
        Style = style;
        Length = 0;
    }

    /// <summary>Takes the length of the text.</summary>
    /// <returns>False when no printer would print it, or the paper is too narrow for it.</returns>
    internal bool Set(int length, int columns)
    {
        Length = length;
        switch (Style)
        {
            case LineStyle.Ean8: return length == 8 && IsEan();
            case LineStyle.Ean13: return length == 13 && IsEan();
            case LineStyle.Code128: return length >= MinCode128 && length <= LongestCode128(columns) && IsAscii();
            default: return length > 0 && Utf8Length() <= MaxLength;
        }
    }

    /// <summary>Characters of a Code 128 that fit across the paper.</summary>
    internal static int LongestCode128(int columns) => (columns * ModulesPerColumn - FrameModules) / ModulesPerCharacter;

    // Weights 1 and 3 by turns from the right, the check digit included, add up to tens.
    private bool IsEan()
    {
        int sum = 0;
        for (int i = 0; i < Length; i++)
        {
            int digit = Text[Length - 1 - i] - '0';
            if (digit < 0 || digit > 9) return false;
            sum += i % 2 == 0 ? digit : 3 * digit;
        }

        return sum % 10 == 0;
    }

    private bool IsAscii()
    {
        for (int i = 0; i < Length; i++)
            if (Text[i] < 0x20 || Text[i] > 0x7E) return false;
        return true;
    }

    private int Utf8Length()
    {
        int bytes = 0;
        for (int i = 0; i < Length; i++)
        {
            char c = Latin16.ToUnicode(Text[i]);
            bytes += c < 0x80 ? 1 : c < 0x800 ? 2 : 3;
        }

        return bytes;
    }
}
