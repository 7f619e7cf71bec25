using Nf.Firmware.Errors;

namespace Nf.Firmware.Host;

/// <summary>Which commands an open document or the mode keeps out, whatever their fields say.</summary>
internal sealed class CommandGate
{
    private readonly RegisterParts _parts;

    internal CommandGate(RegisterParts parts) => _parts = parts;

    /// <summary>Why the command may not run now; None for every number that is not listed here.</summary>
    internal FiscalError Check(int command)
    {
        FiscalError error = _parts.Access.Admit(command);
        if (error != FiscalError.None) return error;
        if (_parts.Receipts.Receipt.IsOpen)
            return NeedsNoDocument(command) || IsOfNonFiscal(command) ? FiscalError.FiscalReceiptOpen : FiscalError.None;
        if (_parts.NonFiscal.IsOpen)
            return NeedsNoDocument(command) || IsOfReceipt(command) ? FiscalError.NonFiscalOpen : FiscalError.None;
        return FiscalError.None;
    }

    // Whatever prints a document of its own, and whatever changes the settings that a document depends on.
    private static bool NeedsNoDocument(int command)
    {
        switch (command)
        {
            case 43:
            case 61:
            case 69:
            case 70:
            case 72:
            case 83:
            case 91:
            case 101:
            case 149:
            case 253:
                return true;
            default:
                return false;
        }
    }

    private static bool IsOfNonFiscal(int command) => command == 38 || command == 39 || command == 42;

    private static bool IsOfReceipt(int command)
    {
        switch (command)
        {
            case 48:
            case 49:
            case 51:
            case 53:
            case 54:
            case 56:
            case 60:
                return true;
            default:
                return false;
        }
    }
}
