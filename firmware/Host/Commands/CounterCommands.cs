using Nf.Firmware.Day;
using Nf.Firmware.Errors;
using Nf.Firmware.WorkingMemory;

namespace Nf.Firmware.Host.Commands;

/// <summary>The open day as answers: 65 sums by group, 110 counters.</summary>
internal sealed class CounterCommands
{
    private const int Payments = 0;
    private const int Sales = 2;
    private const int Adjustments = 3;
    private const int Corrections = 4;
    private const int ServiceSums = 5;

    private readonly WorkingState _state;

    internal CounterCommands(RegisterParts parts) => _state = parts.State;

    /// <summary>65: type 0 sums, 1 VAT. Answer: number of the day's Z, A to G.</summary>
    internal FiscalError Groups(DatecsRequest request, DatecsAnswer answer)
    {
        FiscalError error = DatecsFields.Integer(request, 0, 0, 1, 0, out long type);
        if (error != FiscalError.None) return error;
        answer.Ok();
        Number(answer, _state.OpenDay);
        for (int i = 0; i < VatGroups.Count; i++) Sum(answer, type == 0 ? _state.Totals.Gross(i) : _state.Totals.Vat(i));
        return FiscalError.None;
    }

    /// <summary>110: type 0 payments, 2 sales, 3 surcharges and discounts, 4 voids and cancelled receipts, 5 service sums.</summary>
    internal FiscalError Counters(DatecsRequest request, DatecsAnswer answer)
    {
        FiscalError error = DatecsFields.Integer(request, 0, Payments, ServiceSums, Payments, out long type);
        if (error != FiscalError.None) return error;
        DayTotals day = _state.Totals;
        answer.Ok();
        switch ((int)type)
        {
            case Payments:
                Paid(answer, day);
                return FiscalError.None;
            case Sales:
                Number(answer, day.Receipts);
                Sum(answer, day.Total);
                return FiscalError.None;
            case Adjustments:
                Adjusted(answer, day);
                return FiscalError.None;
            case Corrections:
                Count(answer, day.Voids);
                Count(answer, day.Cancelled);
                return FiscalError.None;
            case ServiceSums:
                Count(answer, day.ServiceIn);
                Count(answer, day.ServiceOut);
                Count(answer, day.Foreign.ServiceIn);
                Count(answer, day.Foreign.ServiceOut);
                return FiscalError.None;
            default:
                return FiscalErrors.Value(1);
        }
    }

    // In the order of command 53's modes 0 to 6, then foreign currency, then mode 8, for which the protocol has no place.
    private static void Paid(DatecsAnswer answer, DayTotals day)
    {
        Sum(answer, day.Payment(PaymentKind.Cash));
        Sum(answer, day.Payment(PaymentKind.Card));
        Sum(answer, day.Payment(PaymentKind.Credit));
        Sum(answer, day.Payment(PaymentKind.MealTickets));
        Sum(answer, day.Payment(PaymentKind.ValueTickets));
        Sum(answer, day.Payment(PaymentKind.Voucher));
        Sum(answer, day.Payment(PaymentKind.Modern));
        Sum(answer, day.Foreign.Paid);
        Sum(answer, day.Payment(PaymentKind.Other));
    }

    // All surcharges, all discounts, then the discounts on articles and on subtotals.
    private static void Adjusted(DatecsAnswer answer, DayTotals day)
    {
        Count(answer, day.ItemSurcharges, day.SubtotalSurcharges);
        Count(answer, day.ItemDiscounts, day.SubtotalDiscounts);
        Count(answer, day.ItemDiscounts);
        Count(answer, day.SubtotalDiscounts);
    }

    private static void Count(DatecsAnswer answer, Tally tally)
    {
        Number(answer, tally.Count);
        Sum(answer, tally.Sum);
    }

    private static void Count(DatecsAnswer answer, Tally one, Tally other)
    {
        Number(answer, one.Count + other.Count);
        Sum(answer, one.Sum + other.Sum);
    }

    private static void Number(DatecsAnswer answer, int number)
    {
        answer.AddNumber(number);
        answer.Tab();
    }

    private static void Sum(DatecsAnswer answer, long bani)
    {
        answer.AddAmount(bani);
        answer.Tab();
    }
}
