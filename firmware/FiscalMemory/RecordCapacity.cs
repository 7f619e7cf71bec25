namespace Nf.Firmware.FiscalMemory;

/// <summary>How many records of each kind the fiscal memory has places for, so that no kind takes another's (norms, art. 46 (1), (2)).</summary>
internal static class RecordCapacity
{
    /// <summary>Daily closures that the reference part is made for; the norms ask for 1,830.</summary>
    internal const int Closures = 3650;

    /// <summary>Changes of the VAT groups; the norms ask for 30 at least (art. 46 (1) a)).</summary>
    internal const int GroupChanges = 30;

    /// <summary>Changes of the header that the norms allow (art. 46 (2)).</summary>
    internal const int HeaderChanges = 16;

    /// <summary>Places for records that power cuts tear.</summary>
    internal const int Torn = 16;

    /// <summary>Places kept for a kind: what the norms ask for, and what fiscalisation writes.</summary>
    internal static int Reserved(RecordKind kind)
    {
        switch (kind)
        {
            case RecordKind.Closure: return Closures;
            case RecordKind.RamReset: return 200;
            case RecordKind.VatGroups: return GroupChanges + 1;
            case RecordKind.JournalMedium: return 30;
            case RecordKind.Header: return HeaderChanges + 1;
            case RecordKind.Fiscalisation: return 1;
            default: return 8;
        }
    }

    /// <summary>A record of a kind still fits: there are places kept for the kind, or more than are kept for all others.</summary>
    internal static bool HasRoom(RecordKind kind, RecordChain chain, int freeSlots) =>
        freeSlots > 0 && (chain.Count(kind) < Reserved(kind) || freeSlots > KeptForOthers(kind, chain));

    /// <summary>Daily closures that still fit, with all that is kept for other kinds.</summary>
    internal static int ClosuresLeft(RecordChain chain, int freeSlots)
    {
        int byDesign = Closures - chain.Count(RecordKind.Closure);
        int bySpace = freeSlots - KeptForOthers(RecordKind.Closure, chain);
        int left = byDesign < bySpace ? byDesign : bySpace;
        return left > 0 ? left : 0;
    }

    private static int KeptForOthers(RecordKind kind, RecordChain chain)
    {
        int kept = Torn;
        for (int i = 1; i <= RecordLayout.Kinds; i++)
        {
            int left = Reserved((RecordKind)i) - chain.Count((RecordKind)i);
            if (i != (int)kind && left > 0) kept += left;
        }

        return kept;
    }
}
