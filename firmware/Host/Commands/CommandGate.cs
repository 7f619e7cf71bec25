using Nf.Firmware.Access;
using Nf.Firmware.Errors;

namespace Nf.Firmware.Host.Commands;

/// <summary>Which commands an open document or the mode keeps out, whatever their fields say.</summary>
internal sealed class CommandGate
{
    private readonly RegisterParts _parts;

    internal CommandGate(RegisterParts parts) => _parts = parts;

    /// <summary>Why the command may not run now; Busy while the memory is being rebuilt: ask again.</summary>
    internal FiscalError Check(DatecsRequest request)
    {
        int command = request.Command;
        FiscalError error = _parts.Readiness.MemoryFault;
        if (error != FiscalError.None && !NeedsNoMemory(request) && !(IsOfClock(error) && SetsClock(request))) return error;
        error = _parts.Access.Admit(command);
        if (error != FiscalError.None) return error;
        if (_parts.Receipts.Receipt.IsOpen)
            return NeedsNoDocument(command) || Regimes.IsOfNonFiscal(command) ? FiscalError.FiscalReceiptOpen : FiscalError.None;
        if (_parts.NonFiscal.IsOpen)
            return NeedsNoDocument(command) || Regimes.IsOfReceipt(command) ? FiscalError.NonFiscalOpen : FiscalError.None;
        return FiscalError.None;
    }

    /// <summary>For commands that change what is programmed, or print, in some of their forms only.</summary>
    internal static FiscalError Obstacle(RegisterParts parts)
    {
        if (parts.Receipts.Receipt.IsOpen) return FiscalError.FiscalReceiptOpen;
        return parts.NonFiscal.IsOpen ? FiscalError.NonFiscalOpen : FiscalError.None;
    }

    // What neither reads nor changes what the working memory holds. Everything else would tell or keep half a day.
    private static bool NeedsNoMemory(DatecsRequest request)
    {
        switch (request.Command)
        {
            case 33:
            case 35:
            case 44:
            case 45:
            case 46:
            case 47:
            case 62:
            case 64:
            case 68:
            case 80:
            case 86:
            case 89:
            case 90:
            case 99:
            case 100:
            case 106:
            case 116:
                return true;
            case 71:
                return request.FieldEquals(0, "8");
            case 74:
            case 149:
                return request.IsEmpty(0);
            case 123:
                return request.FieldEquals(0, "1");
            default:
                return false;
        }
    }

    // A battery that ends takes the clock with it, and the rebuilding waits for the time: it must be possible to set it.
    private static bool SetsClock(DatecsRequest request) =>
        request.Command == 61 || request.Command == 253 && request.FieldEquals(0, "0");

    private static bool IsOfClock(FiscalError error) =>
        error == FiscalError.ClockLost || error == FiscalError.ClockWrong || error == FiscalError.ClockBeforeLastRecord;

    // Whatever prints a document of its own, and whatever changes the settings that a document depends on.
    private static bool NeedsNoDocument(int command)
    {
        switch (command)
        {
            case 43:
            case 61:
            case 69:
            case 70:
            case 71:
            case 72:
            case 83:
            case 91:
            case 94:
            case 95:
            case 101:
            case 105:
            case 111:
            case 125:
            case 128:
            case 149:
            case 253:
                return true;
            default:
                return false;
        }
    }
}
