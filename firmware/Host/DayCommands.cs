using Nf.Firmware.Day;
using Nf.Firmware.Errors;
using Nf.Firmware.Money;
using Nf.Firmware.WorkingMemory;

namespace Nf.Firmware.Host;

/// <summary>The commands about the day as a whole: 69 reports, 70 service sums.</summary>
internal sealed class DayCommands
{
    private readonly ClosureDesk _closures;
    private readonly CashDesk _cash;
    private readonly WorkingState _state;

    internal DayCommands(RegisterParts parts)
    {
        _closures = parts.Closures;
        _cash = parts.Cash;
        _state = parts.State;
    }

    /// <summary>69: X or Z. Answer: number, sums of A to G, sum and VAT of receipts with a buyer's code.</summary>
    internal FiscalError Report(DatecsRequest request, DatecsAnswer answer)
    {
        bool isZ = request.FieldEquals(0, "Z");
        if (!isZ && !request.FieldEquals(0, "X"))
        {
            bool known = request.FieldEquals(0, "D") || request.FieldEquals(0, "G") || request.FieldEquals(0, "E");
            return known ? FiscalError.CommandNotPermitted : FiscalErrors.Syntax(1);
        }

        DayTotals day = _state.Totals;
        answer.Ok();
        answer.AddNumber(_state.OpenDay);
        answer.Tab();
        for (int i = 0; i < VatGroups.Count; i++) Sum(answer, day.Gross(i));
        Sum(answer, day.BuyerTotal);
        Sum(answer, day.BuyerVat);
        return isZ ? _closures.ReportZ() : _closures.ReportX();
    }

    /// <summary>70: 0 in or 1 out, and the amount; amount 0 only asks. Answer: drawer, sum put in, sum taken out.</summary>
    internal FiscalError ServiceSum(DatecsRequest request, DatecsAnswer answer)
    {
        FiscalError error = DatecsFields.Integer(request, 0, 0, 3, out long direction);
        if (error != FiscalError.None) return error;
        error = DatecsFields.Decimal(request, 1, 2, 0, out long bani);
        if (error != FiscalError.None) return error;
        if (bani < 0 || bani > Amount.MaxPrice) return FiscalErrors.Value(2);
        if (direction > 1) return FiscalError.PaymentForbidden;
        long change = direction == 0 ? bani : -bani;
        DayTotals day = _state.Totals;
        answer.Ok();
        Sum(answer, _cash.DrawerAfter(change));
        Sum(answer, day.ServiceIn.Sum + (direction == 0 ? bani : 0));
        Sum(answer, day.ServiceOut.Sum + (direction == 1 ? bani : 0));
        return bani == 0 ? FiscalError.None : _cash.Move(change);
    }

    private static void Sum(DatecsAnswer answer, long bani)
    {
        answer.AddAmount(bani);
        answer.Tab();
    }
}
