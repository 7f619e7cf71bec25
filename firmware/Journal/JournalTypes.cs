using Nf.Firmware.WorkingMemory;

namespace Nf.Firmware.Journal;

/// <summary>What the host protocol calls the documents of the journal, by number.</summary>
internal static class JournalTypes
{
    internal const int All = 0;
    internal const int Receipt = 1;
    internal const int Closure = 2;

    /// <summary>A receipt with a buyer's code; it is a <see cref="Receipt"/> as well.</summary>
    internal const int BuyerReceipt = 3;
    internal const int NonFiscal = 4;

    /// <summary>The whole journal of a day.</summary>
    internal const int Day = 5;

    /// <summary>The same, as the maker's demo has it on the wire.</summary>
    internal const int DayOnWire = 20;
    internal const int Cancelled = 8;
    internal const int ServiceSum = 9;
    internal const int Highest = 11;

    internal static int Of(DocumentKind kind)
    {
        switch (kind)
        {
            case DocumentKind.Receipt: return Receipt;
            case DocumentKind.CancelledReceipt: return Cancelled;
            case DocumentKind.ServiceSum: return ServiceSum;
            default: return NonFiscal;
        }
    }

    /// <summary>The document that a scan stands at is of the type that was asked for.</summary>
    internal static bool Matches(int type, DocumentScan document)
    {
        if (type == All) return true;
        return type == BuyerReceipt ? document.HasBuyer : document.Type == type;
    }

    /// <summary>A host may ask for it: 6, log files, and 7, a return, do not exist here.</summary>
    internal static bool IsKnown(long type) => type >= All && type <= Highest && type != 6 && type != 7 || type == DayOnWire;
}
