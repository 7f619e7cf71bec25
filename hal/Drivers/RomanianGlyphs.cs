namespace Nf.Hal.Drivers;

/// <summary>
/// The commands that redefine 'S', 'T', 's' and 't' (font A, 12 x 24 dots each) as the letters with a comma below, which
/// code page 852 has only with a cedilla.
/// </summary>
/// <remarks>
/// <code>
///    #####       ##########
///   #######      ##########                    ##
///  ##     ##         ##                        ##
///  ##     ##         ##                        ##
///  ##                ##                        ##
///  ##                ##                        ##
///  ###               ##          #####       #######
///   #####            ##         #######      #######
///    #####           ##        ##     ##       ##
///      ####          ##        ##              ##
///        ###         ##        ###             ##
///         ##         ##         ######         ##
///         ##         ##           #####        ##
///  ##     ##         ##               ##       ##
///  ##     ##         ##        ##     ##       ##   ##
///   #######          ##         #######         ######
///    #####           ##          #####           ####
///
///     ###           ###           ###           ###
///     ###           ###           ###           ###
///      ##            ##            ##            ##
///     ##            ##            ##            ##
/// </code>
/// A row of the drawing is a row of dots, the first one the third of the character. The codes are those of the plain
/// letters: a printer that ignores the definitions prints these. The bytes are as in <see cref="LogotypeGlyphs"/>.
/// </remarks>
internal static class RomanianGlyphs
{
    internal static readonly byte[] DefineCapitals =
    {
        0x1B, 0x26, 3, (byte)'S', (byte)'T', 12,
        0x00, 0x00, 0x00, 0x0F, 0x81, 0x80, 0x1F, 0xC1, 0xC0, 0x30, 0xE0, 0x60, 0x30, 0x60, 0x6D, 0x30, 0x70, 0x6F,
        0x30, 0x70, 0x6E, 0x30, 0x38, 0x60, 0x1C, 0x1F, 0xC0, 0x0C, 0x0F, 0x80, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
        12,
        0x00, 0x00, 0x00, 0x30, 0x00, 0x00, 0x30, 0x00, 0x00, 0x30, 0x00, 0x00, 0x30, 0x00, 0x0D, 0x3F, 0xFF, 0xEF,
        0x3F, 0xFF, 0xEE, 0x30, 0x00, 0x00, 0x30, 0x00, 0x00, 0x30, 0x00, 0x00, 0x30, 0x00, 0x00, 0x00, 0x00, 0x00,
    };

    internal static readonly byte[] DefineSmall =
    {
        0x1B, 0x26, 3, (byte)'s', (byte)'t', 12,
        0x00, 0x00, 0x00, 0x00, 0x38, 0x80, 0x00, 0x7C, 0xC0, 0x00, 0xCC, 0x60, 0x00, 0xC6, 0x6D, 0x00, 0xC6, 0x6F,
        0x00, 0xC6, 0x6E, 0x00, 0xC6, 0x60, 0x00, 0x63, 0xC0, 0x00, 0x21, 0x80, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
        12,
        0x00, 0x00, 0x00, 0x00, 0xC0, 0x00, 0x00, 0xC0, 0x00, 0x1F, 0xFF, 0x80, 0x1F, 0xFF, 0xCD, 0x00, 0xC0, 0x6F,
        0x00, 0xC0, 0x6E, 0x00, 0xC0, 0x60, 0x00, 0x00, 0xE0, 0x00, 0x00, 0xC0, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
    };

    /// <summary>Whether the character is one of these letters; the spelling with cedilla is the same letter.</summary>
    internal static bool Has(int codePoint)
    {
        if (codePoint < 0x015E || codePoint > 0x021B) return false;
        return codePoint >= 0x0218 || codePoint == 0x015E || codePoint == 0x015F || codePoint == 0x0162 || codePoint == 0x0163;
    }
}
