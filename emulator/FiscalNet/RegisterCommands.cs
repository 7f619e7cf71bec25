using System.Globalization;

namespace Nf.Emulator.FiscalNet;

/// <summary>The host protocol's commands that the language needs, written out: operator 1, till 1.</summary>
internal static class RegisterCommands
{
    private const string Operator = "1\t0001\t1\t";

    // FiscalNet types 1 to 8 as payment modes of command 53; mode 7, card with an advance in cash, is not in the language.
    private static readonly int[] Modes = [0, 1, 2, 3, 4, 5, 6, 8];

    /// <summary>48: opens a receipt; with a buyer's code it is opened as an invoice, the only form that carries one.</summary>
    public static HostCommand Open(string? buyer, SourceLine source) =>
        new(48, buyer == null ? $"{Operator}\t\t" : $"{Operator}I\t{buyer}\t", source);

    /// <summary>49: sells an item with its discount or surcharge.</summary>
    public static HostCommand Sell(FiscalNetLine.Sale sale, FiscalNetLine.Adjust? adjust) =>
        Item(sale, "", adjust, sale.Source);

    /// <summary>49 with a negative price: takes the same item back.</summary>
    public static HostCommand TakeBack(FiscalNetLine.Sale sale, FiscalNetLine.Adjust? adjust, SourceLine source) =>
        Item(sale, "-", adjust, source);

    /// <summary>51: a printed subtotal, with its discount or surcharge.</summary>
    public static HostCommand Subtotal(FiscalNetLine.Adjust? adjust, SourceLine source) =>
        new(51, $"1\t0\t{Change(adjust)}", source);

    /// <summary>54: a line of text, in no special style.</summary>
    public static HostCommand Print(FiscalNetLine.Note note) => new(54, $"{note.Words}\t\t\t\t\t\t", note.Source);

    /// <summary>53: a payment; an empty amount pays the rest.</summary>
    public static HostCommand Pay(FiscalNetLine.Payment payment) => new(
        53, $"{Modes[payment.Type - 1]}\t{(payment.Amount is { } bani ? Lei(bani) : "")}\t", payment.Source);

    /// <summary>56: closes the receipt.</summary>
    public static HostCommand Close(SourceLine source) => new(56, "", source);

    /// <summary>60: cancels the receipt.</summary>
    public static HostCommand Cancel(SourceLine source) => new(60, "", source);

    /// <summary>69: a report.</summary>
    public static HostCommand Report(FiscalNetLine.Report report) => new(69, $"{report.Kind}\t", report.Source);

    /// <summary>70: a service sum in or out.</summary>
    public static HostCommand Move(FiscalNetLine.ServiceSum sum) =>
        new(70, $"{(sum.In ? 0 : 1)}\t{Lei(sum.Amount)}\t", sum.Source);

    private static HostCommand Item(
        FiscalNetLine.Sale sale, string sign, FiscalNetLine.Adjust? adjust, SourceLine source)
    {
        var price = $"{sale.VatGroup}\t{sign}{Lei(sale.Price)}\t{Thousandths(sale.Quantity)}";
        return new(49, $"{sale.Name}\t{price}\t{Change(adjust)}{sale.Department}\t{sale.Unit}\t", source);
    }

    private static string Change(FiscalNetLine.Adjust? adjust) =>
        adjust == null ? "\t\t" : $"{(int)adjust.Kind}\t{Lei(adjust.Value)}\t";

    // Percentages come in hundredths, as bani are hundredths of a leu.
    private static string Lei(long hundredths) =>
        (hundredths / 100m).ToString("0.00", CultureInfo.InvariantCulture);

    private static string Thousandths(long quantity) =>
        (quantity / 1000m).ToString("0.000", CultureInfo.InvariantCulture);
}
