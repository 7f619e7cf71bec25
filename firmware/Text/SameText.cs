namespace Nf.Firmware.Text;

/// <summary>Whether two texts are the same, character by character; the board's own == compares no more than its first zero.</summary>
internal static class SameText
{
    /// <summary>They are.</summary>
    internal static bool Are(string one, string other)
    {
        if (one.Length != other.Length) return false;
        for (int i = 0; i < one.Length; i++)
            if (one[i] != other[i]) return false;
        return true;
    }
}
