namespace Nf.Firmware.FiscalMemory;

/// <summary>How many records of each kind the fiscal memory has places for, so that no kind takes another's (norms, art. 46 (1), (2)).</summary>
internal static class RecordCapacity
{
    /// <summary>Daily closures that the reference part is made for; the norms ask for 1,830.</summary>
    internal const int Closures = 3650;

    /// <summary>Places for records that power cuts tear.</summary>
    internal const int Torn = 16;

    /// <summary>Places kept for a kind: what the norms ask for, and what fiscalisation writes.</summary>
    internal static int Reserved(RecordKind kind)
    {
        switch (kind)
        {
            case RecordKind.Closure: return Closures;
            case RecordKind.RamReset: return 200;
            case RecordKind.VatGroups: return 30 + 1;
            case RecordKind.JournalMedium: return 30;
            case RecordKind.Header: return 16 + 1;
            case RecordKind.Fiscalisation: return 1;
            default: return 8;
        }
    }
}
