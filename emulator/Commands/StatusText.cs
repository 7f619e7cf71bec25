using System.Globalization;
using Nf.Emulator.Machine;
using Nf.Firmware.Day;

namespace Nf.Emulator.Commands;

/// <summary>A register's status as text, one fact a line.</summary>
internal static class StatusText
{
    internal static void Write(RegisterSnapshot status, TextWriter output)
    {
        Line(output, "mode", status.Mode.ToString());
        if (status.Blocking is { } blocking) Line(output, "blocked by", $"{blocking.Error} {blocking.Cause}. {blocking.Next}");
        Line(output, "series", status.Series);
        Line(output, "serial number", status.SerialNumber);
        Line(output, "fiscal code", status.FiscalCode);
        Line(output, "clock", Moment(status.Clock));
        Line(output, "firmware", status.Firmware);
        Line(output, "closures", $"{status.LastZ} made, {status.ClosuresLeft} left");
        Line(output, "grand total", Lei(status.GrandTotal));
        if (status.Receipt is { } receipt) Line(output, "open receipt", $"{receipt.Lines} lines, {Lei(receipt.Total)}, paid {Lei(receipt.Paid)}");
        Day(status.Day, output);
        if (status.Online is { } online) Online(online, output);
    }

    private static void Online(OnlineSnapshot online, TextWriter output)
    {
        Line(output, "profile", online.ProfileChangesAt is { } change ? $"{online.Profile} until {Moment(change)}" : $"{online.Profile}");
        Line(output, "own certificate", Until(online.OwnCertificateUntil));
        Line(output, "ANAF certificate", Until(online.AnafCertificateUntil));
        Line(output, "unsent days", $"{online.Unsent}{(online.DaysLeft is { } days ? $", {days} days until it blocks" : "")}");
        Line(output, "confirmed", $"Z {online.LastConfirmed:0000}, {Moment(online.LastConfirmedAt)}");
    }

    private static string Until(DateTime? until) => until is null ? "missing" : $"valid until {Moment(until)} UTC";

    private static void Day(DaySnapshot day, TextWriter output)
    {
        Line(output, "open day", $"Z {day.Number:0000}, first receipt {Moment(day.FirstReceipt)}");
        Line(output, "receipts", $"{day.Receipts}, cancelled {day.Cancelled}");
        Line(output, "total", $"{Lei(day.Total)}, VAT {Lei(day.Vat)}");
        foreach (var group in day.Groups.Where(g => g.Kind != nameof(VatGroupKind.Unused)))
            Line(output, $"group {group.Letter}", $"{Rate(group)} {Lei(group.Gross)}, VAT {Lei(group.Vat)}");
        foreach (var payment in day.Payments) Line(output, payment.Name, Lei(payment.Sum));
        Line(output, "drawer", Lei(day.Drawer));
    }

    private static string Rate(GroupSnapshot group) => group.Kind switch
    {
        nameof(VatGroupKind.Exempt) => "exempt",
        nameof(VatGroupKind.OtherTax) => "other taxes",
        _ => $"{group.RatePercent.ToString("0.##", CultureInfo.InvariantCulture)} %",
    };

    private static string Lei(decimal lei) => lei.ToString("0.00", CultureInfo.InvariantCulture);

    private static string Moment(DateTime? moment) => moment?.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) ?? "-";

    private static void Line(TextWriter output, string name, string value) => output.WriteLine($"{name,-18}{value}");
}
