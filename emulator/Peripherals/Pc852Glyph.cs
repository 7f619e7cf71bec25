using Nf.Hal.Drivers;

namespace Nf.Emulator.Peripherals;

/// <summary>What a device draws for a code of page 852.</summary>
internal static class Pc852Glyph
{
    /// <summary>The character as a Romanian reads it: the page calls the letters below "with cedilla", the mark is a comma.</summary>
    public static char Of(byte code) => (char)Pc852.ToUnicode(code) switch
    {
        'Ş' => 'Ș',
        'ş' => 'ș',
        'Ţ' => 'Ț',
        'ţ' => 'ț',
        var other => other,
    };
}
