namespace Nf.Firmware.Identity;

/// <summary>The register's unique number (NUI) in the national registry, which is also its fiscal series (norms, art. 59 (4)).</summary>
public static class RegistryNumber
{
    private const int Length = 10;

    /// <summary>Ten digits.</summary>
    public static bool IsWellFormed(string nui) => Digits.Are(nui, 0, Length, Length);

    /// <summary>The leading digit agrees with the nine others.</summary>
    /// <remarks>The rule is not published, only seen in use: warn with it, never refuse.</remarks>
    public static bool HasValidCheckDigit(string nui)
    {
        if (!IsWellFormed(nui)) return false;
        long value = Digits.Value(nui);
        int sum = 0;
        int rest = 0;
        for (int i = 0; i < Weights.Length; i++)
        {
            rest = (int)(value % 10);
            value /= 10;
            if (rest >= 5) value++;
            sum += rest * Weights[i];
        }

        // Each digit of five or more rounds its neighbour up, but the check digit itself is left as it is.
        if (rest >= 5) value--;
        return value == 1 + sum % 9;
    }

    private static readonly int[] Weights = { 7, 8, 6, 2, 1, 3, 4, 5, 9 };
}
