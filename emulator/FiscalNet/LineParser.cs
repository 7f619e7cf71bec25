using System.Globalization;

namespace Nf.Emulator.FiscalNet;

/// <summary>Reads one line of the language.</summary>
internal static class LineParser
{
    // What the host protocol can carry: 9999999.99 lei, 999999.999 units, department 99.
    private const long AmountMost = 999_999_999;
    private const long QuantityMost = 999_999_999;
    private const int DepartmentMost = 99;
    private const int PercentMost = 9_999;

    /// <summary>The line with its values.</summary>
    /// <exception cref="FiscalNetException">It is none of the language's lines, or one of its values is wrong.</exception>
    public static FiscalNetLine Parse(string text, SourceLine source)
    {
        if (text.Any(char.IsControl)) throw new FiscalNetException(source, "a control character (a tab, for instance) in the line");
        if (text[0] == '@') return Clock(text, source);
        var caret = text.IndexOf('^');
        var mark = caret < 0 ? text : text[..caret];
        var rest = caret < 0 ? "" : text[(caret + 1)..];
        return mark == "TL" ? new FiscalNetLine.Note(source, rest) : Parse(mark, new LineFields(source, mark, rest));
    }

    private static FiscalNetLine Parse(string mark, LineFields fields) => mark switch
    {
        "S" => Sale(fields.Expect(6, 6, "S^name^bani^thousandths^unit^group^department")),
        "CF" => new FiscalNetLine.Buyer(fields.Source, fields.Expect(1, 1, "CF^code").Words(0, "buyer's code")),
        "DP" => Percent(fields.Expect(1, 1, "DP^hundredths of a percent"), Adjustment.DiscountPercent),
        "MP" => Percent(fields.Expect(1, 1, "MP^hundredths of a percent"), Adjustment.SurchargePercent),
        "DV" => Sum(fields.Expect(1, 1, "DV^bani"), Adjustment.DiscountSum),
        "MV" => Sum(fields.Expect(1, 1, "MV^bani"), Adjustment.SurchargeSum),
        "ST" => new FiscalNetLine.Subtotal(fields.Expect(0, 0, "ST^").Source),
        "VS" => new FiscalNetLine.VoidLast(fields.Expect(0, 0, "VS^").Source),
        "VB" => new FiscalNetLine.Cancel(fields.Expect(0, 0, "VB^").Source),
        "P" => Payment(fields.Expect(1, 2, "P^type^bani or P^type^")),
        "X" or "Z" => new FiscalNetLine.Report(fields.Expect(0, 0, mark + "^").Source, mark[0]),
        "I" or "O" => new FiscalNetLine.ServiceSum(
            fields.Expect(1, 1, mark + "^bani").Source, mark == "I", fields.Number(0, "amount", 1, AmountMost)),
        _ => throw new FiscalNetException(
            fields.Source, $"unknown line '{mark}^'; expected one of S CF DP DV MP MV ST TL VS P VB X Z I O, # or @"),
    };

    private static FiscalNetLine.Sale Sale(LineFields fields) => new(
        fields.Source,
        fields.Words(0, "name"),
        fields.Number(1, "price", 0, AmountMost),
        fields.Number(2, "quantity", 1, QuantityMost),
        fields.Words(3, "unit"),
        (int)fields.Number(4, "VAT group", 1, 7),
        (int)fields.Number(5, "department", 0, DepartmentMost));

    private static FiscalNetLine.Adjust Percent(LineFields fields, Adjustment kind) =>
        new(fields.Source, kind, fields.Number(0, "percentage", 1, PercentMost));

    private static FiscalNetLine.Adjust Sum(LineFields fields, Adjustment kind) =>
        new(fields.Source, kind, fields.Number(0, "amount", 1, AmountMost));

    private static FiscalNetLine.Payment Payment(LineFields fields) => new(
        fields.Source,
        (int)fields.Number(0, "payment type", 1, 8),
        fields.Count == 2 ? fields.Number(1, "amount", 1, AmountMost) : null);

    private static FiscalNetLine.Clock Clock(string text, SourceLine source)
    {
        const string format = FiscalNetLine.Clock.Format;
        if (!DateTime.TryParseExact(text[1..], format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
            throw new FiscalNetException(source, $"'{text[1..]}' is not a time; expected @{format}");
        return new FiscalNetLine.Clock(source, time);
    }
}
