namespace Nf.Tests.Machine.Core;

/// <summary>What is measured of the register's allocations; the recorded figures stand in tests/benchmarks/allocations.tsv.</summary>
internal static class AllocationFigures
{
    /// <summary>Items of the receipts, at most as many as a receipt may have.</summary>
    private static readonly int[] Items = [1, 5, 50, 200];

    /// <summary>Bytes by name, always the same for one build of the source and one runtime.</summary>
    public static IEnumerable<(string Name, long Bytes)> Measure()
    {
        var register = new MeteredRegister();
        register.Receipt(1);
        register.CloseDay();
        yield return ("start-up", register.Start());
        yield return ("first receipt of a day", register.Receipt(1));
        foreach (var items in Items) yield return ($"receipt, {items} items", register.Receipt(items));
        yield return ("line of a receipt, most of 200", register.Lines(200).Max());
        for (var i = 0; i < 100; i++) register.Receipt(5);
        yield return ("receipt, 5 items, 100 later", register.Receipt(5));
        yield return ("Z report", register.CloseDay());
        yield return ("start-up with the online module", new MeteredRegister(withModule: true).Start());
    }
}
