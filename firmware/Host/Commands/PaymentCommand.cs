using Nf.Firmware.Day;
using Nf.Firmware.Errors;
using Nf.Firmware.Money;
using Nf.Firmware.Sales;

namespace Nf.Firmware.Host.Commands;

/// <summary>53: mode, amount (empty or 0 for what is due), and for foreign currency whether change is given in it.</summary>
internal sealed class PaymentCommand
{
    private const int CardWithAdvance = 7;
    private const int ForeignCash = 9;

    private readonly ReceiptDesk _desk;
    private readonly DisplayPanel _panel;

    internal PaymentCommand(RegisterParts parts)
    {
        _desk = parts.Receipts;
        _panel = parts.Panel;
    }

    /// <summary>Answers D with what is still due, or R with what goes back to the buyer, in lei.</summary>
    internal FiscalError Pay(DatecsRequest request, DatecsAnswer answer)
    {
        FiscalError error = DatecsFields.Integer(request, 0, 0, 9, 0, out long mode);
        if (error != FiscalError.None) return error;
        error = DatecsFields.Decimal(request, 1, 2, 0, out long sum);
        if (error != FiscalError.None) return error;
        if (sum < 0 || sum > Amount.MaxPrice) return FiscalErrors.Value(2);
        error = Take(request, (int)mode, sum);
        if (error != FiscalError.None) return error;
        ReceiptPayments payments = _desk.Receipt.Payments;
        _panel.Payment(_desk.Receipt.Total, payments.Due, payments.Change);
        answer.Ok();
        answer.Add(payments.Due > 0 ? "D" : "R");
        answer.Tab();
        answer.AddAmount(payments.Due > 0 ? payments.Due : payments.Change);
        answer.Tab();
        return FiscalError.None;
    }

    private FiscalError Take(DatecsRequest request, int mode, long sum)
    {
        if (mode == CardWithAdvance) return _desk.PayWithAdvance(sum);
        if (mode != ForeignCash) return _desk.Pay(Kind(mode), sum);
        FiscalError error = DatecsFields.Integer(request, 2, 0, 1, 0, out long foreignChange);
        return error != FiscalError.None ? error : _desk.PayForeign(sum, foreignChange == 1);
    }

    private static PaymentKind Kind(int mode)
    {
        switch (mode)
        {
            case 0: return PaymentKind.Cash;
            case 1: return PaymentKind.Card;
            case 2: return PaymentKind.Credit;
            case 3: return PaymentKind.MealTickets;
            case 4: return PaymentKind.ValueTickets;
            case 5: return PaymentKind.Voucher;
            case 6: return PaymentKind.Modern;
            default: return PaymentKind.Other;
        }
    }
}
