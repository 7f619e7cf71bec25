using Nf.Firmware.Access;
using Nf.Firmware.Day;
using Nf.Firmware.Documents;
using Nf.Firmware.Errors;
using Nf.Firmware.Identity;
using Nf.Firmware.Sales;
using Nf.Firmware.Time;
using Nf.Firmware.WorkingMemory;

namespace Nf.Firmware.Host;

/// <summary>The commands of the Datecs protocol in its Romanian form, by number.</summary>
internal sealed class DatecsCommands : ICommandHandler
{
    private readonly DocumentIssuer _issuer;
    private readonly StatusReport _status;
    private readonly SaleCommands _sale;
    private readonly DayCommands _day;
    private readonly InformationCommands _information;
    private readonly ReceiptDesk _desk;
    private readonly AccessControl _access;
    private readonly ServiceCommands _service;

    internal DatecsCommands(ReceiptDesk desk, ClosureDesk closures, CashDesk cash, DocumentIssuer issuer, RegisterIdentity identity,
        WorkingState state, RegisterClock clock, DisplayPanel panel, StatusReport status, AccessControl access,
        ServiceCommands service)
    {
        _desk = desk;
        _access = access;
        _service = service;
        _issuer = issuer;
        _status = status;
        _sale = new SaleCommands(desk, identity, state, panel, access.Passwords);
        _day = new DayCommands(closures, cash, state);
        _information = new InformationCommands(identity, state, clock, status);
    }

    /// <inheritdoc/>
    public bool Execute(DatecsRequest request, DatecsAnswer answer)
    {
        _issuer.AnswerWith(request, answer);
        FiscalError error = Run(request, answer);
        _issuer.AnswerWith(null, null);
        if (error == FiscalError.Busy) return false;
        if (error == FiscalError.CommandUnknown)
        {
            answer.Clear();
            answer.UnknownCommand = true;
        }
        else if (error != FiscalError.None)
        {
            answer.Error((int)error);
            answer.SyntaxError = FiscalErrors.IsSyntax(error);
            if (error == FiscalError.PasswordDelayed) Wait(answer);
        }

        return true;
    }

    /// <inheritdoc/>
    public void WriteStatus(byte[] status) => _status.Write(status);

    private FiscalError Run(DatecsRequest request, DatecsAnswer answer)
    {
        FiscalError error = _access.Admit(request.Command);
        if (error != FiscalError.None) return error;
        switch (request.Command)
        {
            case 43: case 61: case 72: case 83: case 91: case 99: case 101: case 149: case 253: return _service.Run(request, answer);
            case 48: return _sale.Open(request, answer);
            case 49: return _sale.Sell(request, answer);
            case 50: return _information.VatRates(answer);
            case 51: return _sale.Subtotal(request, answer);
            case 53: return _sale.Pay(request, answer);
            case 54: return _sale.FreeText(request, answer);
            case 56: return _sale.Close(answer);
            case 60: return _sale.Cancel(answer);
            case 62: return _information.Time(answer);
            case 69: return _desk.Receipt.IsOpen ? FiscalError.FiscalReceiptOpen : _day.Report(request, answer);
            case 70: return _desk.Receipt.IsOpen ? FiscalError.FiscalReceiptOpen : _day.ServiceSum(request, answer);
            case 74: return _information.Status(answer);
            case 90: return _information.Diagnostics(answer);
            default: return FiscalError.CommandUnknown;
        }
    }
}
