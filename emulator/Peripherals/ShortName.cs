namespace Nf.Emulator.Peripherals;

/// <summary>FAT names in 8.3 form: capital letters, digits, '_' and '-', flat.</summary>
internal static class ShortName
{
    /// <summary>One to eight characters, then perhaps a dot and one to three more.</summary>
    public static bool IsValid(string name)
    {
        var dot = name.IndexOf('.');
        var stem = dot < 0 ? name : name[..dot];
        return IsPart(stem, 8) && (dot < 0 || IsPart(name[(dot + 1)..], 3));
    }

    private static bool IsPart(string part, int longest) =>
        part.Length >= 1 && part.Length <= longest && part.All(IsAllowed);

    private static bool IsAllowed(char c) => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c) || c is '_' or '-';
}
