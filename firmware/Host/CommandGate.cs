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
        return _parts.Receipts.Receipt.IsOpen && NeedsNoDocument(command) ? FiscalError.FiscalReceiptOpen : FiscalError.None;
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
}
