using Nf.Firmware.Errors;
using Nf.Firmware.Programming;

namespace Nf.Firmware.Host.Commands;

/// <summary>The variables of 255 that are numeric options, and those whose value this register cannot change.</summary>
internal sealed class OptionVariables
{
    private readonly RegisterOptions _options;

    internal OptionVariables(RegisterOptions options) => _options = options;

    /// <summary>Reads or writes one; the value of field 1 when the name is not one of these.</summary>
    internal FiscalError Execute(DatecsRequest request, DatecsAnswer answer, bool reads)
    {
        if (request.FieldEquals(0, "EcrPluDailyClearing")) return Option(request, answer, OptionId.ArticlesDaily, reads);
        if (request.FieldEquals(0, "AnafEmptyMessage")) return Option(request, answer, OptionId.SendsEmpty, reads);
        if (request.FieldEquals(0, "AnafResultPrint")) return Option(request, answer, OptionId.PrintsResult, reads);
        for (int i = 0; i < Fixed.Length; i += 2)
            if (request.FieldEquals(0, Fixed[i])) return FixedValue(request, answer, Fixed[i + 1], reads);
        return FiscalErrors.Value(1);
    }

    private FiscalError Option(DatecsRequest request, DatecsAnswer answer, OptionId option, bool reads)
    {
        if (reads)
        {
            answer.AddNumber(_options.Value(option));
            answer.Tab();
            return FiscalError.None;
        }

        FiscalError error = DatecsFields.Integer(request, 2, 0, 1, out long value);
        return error == FiscalError.None ? _options.Set(option, (int)value) : error;
    }

    // A host that sets what is so anyway is content; anything else would be a promise that is not kept.
    private static FiscalError FixedValue(DatecsRequest request, DatecsAnswer answer, string value, bool reads)
    {
        if (!reads) return request.FieldEquals(2, value) ? FiscalError.None : FiscalError.VariableAbsent;
        answer.Add(value);
        answer.Tab();
        return FiscalError.None;
    }

    private static readonly string[] Fixed =
    {
        "EmptyLineAfterTotal", "0",
        "DblHeigh_totalinreg", "1",
        "Bold_payments", "0",
        "AutoPaperCutting", "1",
        "BarcodePrint", "0",
        "LogoPrint", "0",
        "ForeignPrint", "0",
        "IntUseReceipts", "0",
        "ItemsCount", "1",
        "FlushAtEndOnly", "0",
        "EcrAskForPassword", "1",
        "EcrAskForVoidPassword", "0",
        "EcrSafeOpening", "0",
        "EcrMidnightWarning", "0",
        "EcrConnectedOperReport", "0",
        "EcrConnectedGroupsReport", "0",
        "EcrConnectedDeptReport", "0",
        "EcrConnectedPluSalesReport", "0",
        "EcrConnectedCashReport", "0",
        "Payment_forbidden", "0",
        "CurrNameLocal", "LEI",
        "DecimalPoint", "2",
        "FpComBaudRate", "9",
        "MainInterfaceType", "0",
    };
}
