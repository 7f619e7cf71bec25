namespace Nf.Firmware.Update;

/// <summary>Versions as "major.minor.patch", each 0 to 999 without zeros before it, and their order.</summary>
public static class VersionText
{
    /// <summary>Characters of the longest one.</summary>
    public const int MaxLength = 11;

    /// <summary>It is no version.</summary>
    public const int None = -1;

    private const int Parts = 3;
    private const int PartBase = 1000;

    /// <summary>A number that is greater for a later version; <see cref="None"/> for what is no version.</summary>
    public static int Order(string text)
    {
        int order = 0;
        int at = 0;
        for (int part = 0; part < Parts; part++)
        {
            if (part > 0 && (at >= text.Length || text[at++] != '.')) return None;
            int value = Part(text, ref at);
            if (value < 0) return None;
            order = order * PartBase + value;
        }

        return at == text.Length ? order : None;
    }

    private static int Part(string text, ref int at)
    {
        int start = at;
        int value = 0;
        for (; at < text.Length && text[at] >= '0' && text[at] <= '9' && at - start < 3; at++) value = value * 10 + (text[at] - '0');
        if (at == start || text[start] == '0' && at - start > 1) return None;
        return value;
    }
}
