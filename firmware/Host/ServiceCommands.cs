using Nf.Firmware.Errors;
using Nf.Firmware.Sales;

namespace Nf.Firmware.Host;

/// <summary>The commands of programming and service, none of them while a receipt is open.</summary>
internal sealed class ServiceCommands
{
    private readonly ReceiptDesk _desk;
    private readonly AccessCommands _access;
    private readonly HeaderCommands _header;
    private readonly FiscalisationCommands _fiscalisation;

    internal ServiceCommands(ReceiptDesk desk, AccessCommands access, HeaderCommands header, FiscalisationCommands fiscalisation)
    {
        _desk = desk;
        _access = access;
        _header = header;
        _fiscalisation = fiscalisation;
    }

    internal FiscalError Run(DatecsRequest request, DatecsAnswer answer)
    {
        if (request.Command == 99) return _fiscalisation.TaxNumber(answer);
        if (_desk.Receipt.IsOpen) return FiscalError.FiscalReceiptOpen;
        switch (request.Command)
        {
            case 43: return _header.Run(request, answer);
            case 61: return _fiscalisation.SetClock(request, answer);
            case 72: return _fiscalisation.Fiscalise(request, answer);
            case 83: return _fiscalisation.SetRates(request, answer);
            case 91: return _fiscalisation.SetSerial(request, answer);
            case 101: return _access.ChangePassword(request, answer);
            case 149: return _access.Mode(request, answer);
            default: return _access.Service(request, answer);
        }
    }
}
