using Nf.Hal.Devices;

namespace Nf.Hal.Drivers;

/// <summary>What the printer's status bytes say.</summary>
/// <remarks>
/// Both kinds of answer are one byte, told apart by the bits that ESC/POS fixes:
/// <code>
///             bit 7 6 5 4 3 2 1 0
/// DLE EOT n       0 x x 1 x x 1 0
/// GS r 1          0 x x 0 p p n n    nn near end, pp paper end (00: it is not processed without paper)
/// ASB, first byte 0 x x 1 x x 0 0    never asked for
/// XON, XOFF       0 0 0 1 0 0 x 1
/// </code>
/// </remarks>
internal static class EscPosStatus
{
    /// <summary>A byte that can be the answer to DLE EOT.</summary>
    internal static bool IsRealTime(byte answer) => (answer & 0x93) == 0x12;

    /// <summary>A byte that can be the answer to GS r 1.</summary>
    internal static bool IsInOrder(byte answer) => (answer & 0x9F) == 0x00 || (answer & 0x9F) == 0x03;

    /// <summary>DLE EOT 1, bit 3: the printer is online.</summary>
    internal static bool IsOnline(byte printer) => (printer & 0x08) == 0;

    /// <summary>DLE EOT 3, bits 2 and 3: an error (cutter, mechanism) that DLE ENQ recovers from once its cause is gone.</summary>
    internal static bool IsRecoverable(byte error) => (error & 0x0C) != 0;

    /// <summary>The faults of one round of answers to DLE EOT 1 to 4.</summary>
    internal static PrinterFaults Faults(byte[] answers)
    {
        PrinterFaults faults = OfMechanism(answers[1], answers[2]) | OfPaper(answers[1], answers[3]);
        bool explained = (faults & ~PrinterFaults.PaperNearEnd) != PrinterFaults.None;
        if (!IsOnline(answers[0]) && !explained) faults |= PrinterFaults.Offline;
        return faults;
    }

    // DLE EOT 2: bit 2 cover, bit 6 error. DLE EOT 3: bits 2 and 3 recoverable, bit 5 unrecoverable, bit 6 recovers by itself
    // (a hot head, or a cover opened while printing).
    private static PrinterFaults OfMechanism(byte offline, byte error)
    {
        bool coverOpen = (offline & 0x04) != 0;
        PrinterFaults faults = coverOpen ? PrinterFaults.CoverOpen : PrinterFaults.None;
        bool failed = (error & 0x2C) != 0 || (!coverOpen && ((error | offline) & 0x40) != 0);
        return failed ? faults | PrinterFaults.Mechanism : faults;
    }

    // DLE EOT 2: bit 5 stopped at the paper's end. DLE EOT 4: bits 2 and 3 near end, bits 5 and 6 end.
    private static PrinterFaults OfPaper(byte offline, byte sensors)
    {
        PrinterFaults faults = PrinterFaults.None;
        if ((offline & 0x20) != 0 || (sensors & 0x60) != 0) faults |= PrinterFaults.PaperEnd;
        if ((sensors & 0x0C) != 0) faults |= PrinterFaults.PaperNearEnd;
        return faults;
    }
}
