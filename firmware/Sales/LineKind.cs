using Nf.Firmware.Text;

namespace Nf.Firmware.Sales;

/// <summary>Lines that the law has rules for, told by their name.</summary>
public enum LineKind : byte
{
    /// <summary>Any other line.</summary>
    Plain = 0,

    /// <summary>«bacșiș»: no supply for VAT, shown on the receipt of the meal (OUG 28/1999, art. 2^3).</summary>
    Tip = 1,

    /// <summary>«garanție SGR»: the deposit of a package, shown apart from the price (HG 1074/2021).</summary>
    Deposit = 2,

    /// <summary>«ambalaj refolosibil»: packaging whose value the price holds; only it may be taken back (norms, art. 37 (2)).</summary>
    Packaging = 3,
}

/// <summary>Tells what a name stands for: in any case, with or without diacritics.</summary>
public static class LineKinds
{
    private const string Tip = "BACSIS";
    private const string Deposit = "GARANTIE SGR";
    private const string Packaging = "AMBALAJ REFOLOSIBIL";

    /// <summary>What a name in ISO-8859-16 stands for; a deposit's and packaging's may go on after a blank.</summary>
    public static LineKind Of(byte[] name, int length)
    {
        int start = 0;
        while (start < length && name[start] == ' ') start++;
        if (start == length) return LineKind.Plain;
        // One letter tells nearly all names apart, and this runs for every line.
        switch (Plain(name[start]))
        {
            case 'B': return End(name, start, length, Tip) == Trimmed(name, length) ? LineKind.Tip : LineKind.Plain;
            case 'G': return IsWord(name, length, End(name, start, length, Deposit)) || IsPackageDeposit(name, start, length) ? LineKind.Deposit : LineKind.Plain;
            case 'A': return IsWord(name, length, End(name, start, length, Packaging)) ? LineKind.Packaging : LineKind.Plain;
            default: return LineKind.Plain;
        }
    }

    /// <summary>A tip or a deposit: nothing changes its value (OUG 28/1999, art. 2^3; HG 1074/2021).</summary>
    public static bool KeepsValue(LineKind kind) => kind == LineKind.Tip || kind == LineKind.Deposit;

    // Shops write both "GARANȚIE SGR PET" and "GARANȚIE PET SGR".
    private static bool IsPackageDeposit(byte[] name, int start, int length)
    {
        int end = Trimmed(name, length);
        return IsWord(name, length, End(name, start, length, "GARANTIE")) && end - 4 > start && End(name, end - 4, length, " SGR") == end;
    }

    // Where the text ends in the name; -1 when the name does not have it at that place.
    private static int End(byte[] name, int start, int length, string text)
    {
        if (length - start < text.Length) return -1;
        for (int i = 0; i < text.Length; i++)
            if (Plain(name[start + i]) != text[i]) return -1;
        return start + text.Length;
    }

    private static bool IsWord(byte[] name, int length, int end) => end == length || end > 0 && name[end] == ' ';

    private static int Trimmed(byte[] name, int length)
    {
        while (length > 0 && name[length - 1] == ' ') length--;
        return length;
    }

    private static char Plain(byte letter)
    {
        byte upper = Latin16.ToUpper(letter);
        switch (upper)
        {
            case 0xC2:
            case 0xC3: return 'A';
            case 0xCE: return 'I';
            case 0xAA: return 'S';
            case 0xDE: return 'T';
            default: return (char)upper;
        }
    }
}
