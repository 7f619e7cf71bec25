using Nf.Firmware.Errors;

namespace Nf.Firmware.Host;

/// <summary>Which commands an open document keeps out, whatever their fields say.</summary>
internal sealed class CommandGate
{
    private readonly RegisterParts _parts;

    internal CommandGate(RegisterParts parts) => _parts = parts;

    /// <summary>Why the command may not run now; None for every number that is not listed here.</summary>
    internal FiscalError Check(int command) =>
        _parts.Receipts.Receipt.IsOpen && NeedsNoDocument(command) ? FiscalError.FiscalReceiptOpen : FiscalError.None;

    // Whatever prints a document of its own, and whatever changes the settings that a document depends on.
    private static bool NeedsNoDocument(int command)
    {
        switch (command)
        {
            case 69:
            case 70:
            case 71:
            case 94:
            case 95:
            case 125:
                return true;
            default:
                return false;
        }
    }
}
