namespace Nf.Firmware.Identity;

/// <summary>A fiscal code (CUI) of a seller or a buyer: 2 to 10 digits, after <c>RO</c> when registered for VAT.</summary>
public static class FiscalCode
{
    private const int PersonDigits = 13;
    private const string Key = "753217532";

    /// <summary>Two to ten digits, with or without <c>RO</c> before them.</summary>
    public static bool IsWellFormed(string code) => Digits.Are(code, Start(code), 2, 10);

    /// <summary>Both are the same code; <c>RO</c> may stand before one of them.</summary>
    public static bool IsSame(string code, string other)
    {
        int start = Start(code);
        int otherStart = Start(other);
        if (code.Length - start != other.Length - otherStart) return false;
        for (int i = 0; i < code.Length - start; i++)
            if (code[start + i] != other[otherStart + i]) return false;
        return true;
    }

    /// <summary>A buyer's code: a fiscal code, or the 13 digits of a person's.</summary>
    public static bool IsBuyer(string code) => IsWellFormed(code) || Digits.Are(code, 0, PersonDigits, PersonDigits);

    /// <summary>The last digit agrees with the others.</summary>
    public static bool HasValidCheckDigit(string code)
    {
        if (!IsWellFormed(code)) return false;
        int sum = 0;
        int last = code.Length - 1;
        int shift = Key.Length - last;
        for (int i = Start(code); i < last; i++) sum += (code[i] - '0') * (Key[i + shift] - '0');
        return sum * 10 % 11 % 10 == code[last] - '0';
    }

    /// <summary>Where the digits begin, behind <c>RO</c> if it is there.</summary>
    internal static int Start(string code) => code.Length > 2 && code[0] == 'R' && code[1] == 'O' ? 2 : 0;
}
