namespace Nf.Emulator.State;

/// <summary>The border of a store's cells.</summary>
internal static class CellRange
{
    /// <summary>Refuses cells that do not exist.</summary>
    public static void Check(int address, int count, int length)
    {
        if (address < 0 || address > length - count)
            throw new ArgumentOutOfRangeException(nameof(address), $"{count} cells from {address} leave the {length} there are");
    }
}
