using Nf.Firmware.Day;
using Nf.Firmware.Errors;
using Nf.Firmware.Money;
using Nf.Firmware.Programming;
using Nf.Firmware.WorkingMemory;

namespace Nf.Firmware.Host.Commands;

/// <summary>The commands about the day as a whole: 69 reports, 70 service sums.</summary>
internal sealed class DayCommands
{
    /// <summary>The command that closes the day.</summary>
    internal const int ReportCommand = 69;

    private readonly ClosureDesk _closures;
    private readonly CashDesk _cash;
    private readonly WorkingState _state;
    private readonly ShopReportCommands _shop;

    internal DayCommands(RegisterParts parts, ShopReportCommands shop)
    {
        _closures = parts.Closures;
        _cash = parts.Cash;
        _state = parts.State;
        _shop = shop;
    }

    /// <summary>69: X or Z. Answer: number, sums of A to G, sum and VAT of receipts with a buyer's code.</summary>
    internal FiscalError Report(DatecsRequest request, DatecsAnswer answer)
    {
        if (request.FieldEquals(0, "D")) return _shop.PrintClass(answer, CounterKind.Department);
        if (request.FieldEquals(0, "G")) return _shop.PrintClass(answer, CounterKind.ArticleGroup);
        if (request.FieldEquals(0, "E")) return _shop.PrintOperators(answer);
        bool isZ = request.FieldEquals(0, "Z");
        if (!isZ && !request.FieldEquals(0, "X")) return FiscalErrors.Syntax(1);
        AnswerReport(answer, _state.OpenDay, _state.Totals);
        return isZ ? _closures.ReportZ() : _closures.ReportX();
    }

    /// <summary>
    /// 70: 0 in or 1 out, 2 and 3 the same in foreign currency, and the amount; amount 0 only asks. Answer: drawer, sum
    /// put in, sum taken out.
    /// </summary>
    internal FiscalError ServiceSum(DatecsRequest request, DatecsAnswer answer)
    {
        FiscalError error = DatecsFields.Integer(request, 0, 0, 3, out long operation);
        if (error != FiscalError.None) return error;
        error = DatecsFields.Decimal(request, 1, 2, 0, out long sum);
        if (error != FiscalError.None) return error;
        if (sum < 0 || sum > Amount.MaxPrice) return FiscalErrors.Value(2);
        bool foreign = operation >= 2;
        long change = operation == 0 || operation == 2 ? sum : -sum;
        DayTotals day = _state.Totals;
        answer.Ok();
        Sum(answer, foreign ? _cash.ForeignAfter(change) : _cash.DrawerAfter(change));
        Sum(answer, (foreign ? day.Foreign.ServiceIn.Sum : day.ServiceIn.Sum) + (change > 0 ? sum : 0));
        Sum(answer, (foreign ? day.Foreign.ServiceOut.Sum : day.ServiceOut.Sum) + (change < 0 ? sum : 0));
        if (sum == 0) return FiscalError.None;
        return foreign ? _cash.MoveForeign(change) : _cash.Move(change);
    }

    /// <summary>What X and Z answer.</summary>
    internal static void AnswerReport(DatecsAnswer answer, int number, DayTotals day)
    {
        answer.Ok();
        answer.AddNumber(number);
        answer.Tab();
        for (int i = 0; i < VatGroups.Count; i++) Sum(answer, day.Gross(i));
        Sum(answer, day.BuyerTotal);
        Sum(answer, day.BuyerVat);
    }

    private static void Sum(DatecsAnswer answer, long bani)
    {
        answer.AddAmount(bani);
        answer.Tab();
    }
}
