using Nf.Firmware;
using Nf.Firmware.Day;
using Nf.Firmware.Errors;
using Nf.Firmware.Time;

namespace Nf.Emulator.Machine;

/// <summary>What the register's mode is, in one word.</summary>
public enum RegisterMode
{
    /// <summary>New: it can be fiscalised.</summary>
    NotFiscalised,

    /// <summary>New, and printing trials that count nowhere.</summary>
    Trial,

    /// <summary>It sells.</summary>
    Ready,

    /// <summary>A receipt is open.</summary>
    ReceiptOpen,

    /// <summary>It refuses to sell; the reason is beside it.</summary>
    Blocked,
}

/// <summary>One VAT group of the open day.</summary>
public sealed record GroupSnapshot(string Letter, string Kind, decimal RatePercent, decimal Gross, decimal Vat);

/// <summary>A way of payment of the open day.</summary>
public sealed record PaymentSnapshot(string Name, decimal Sum);

/// <summary>What is wrong, and what to do.</summary>
public sealed record ErrorSnapshot(int Error, string Cause, string Next)
{
    /// <summary>An error in the register's words.</summary>
    internal static ErrorSnapshot Of(FiscalError error) => new((int)error, FiscalErrors.Cause(error), FiscalErrors.Next(error));
}

/// <summary>The open day's sums, in lei.</summary>
public sealed record DaySnapshot(int Number, DateTime? FirstReceipt, int Receipts, decimal Total, decimal Vat, decimal Drawer, int Cancelled,
    IReadOnlyList<GroupSnapshot> Groups, IReadOnlyList<PaymentSnapshot> Payments);

/// <summary>The receipt that is being made.</summary>
public sealed record ReceiptSnapshot(int Lines, decimal Total, decimal Paid);

/// <summary>The register at one moment, for people: page, <c>nf show status</c>.</summary>
public sealed record RegisterSnapshot(RegisterMode Mode, string Series, string SerialNumber, string FiscalCode, string Firmware, DateTime? Clock,
    ErrorSnapshot? Blocking, DaySnapshot Day, ReceiptSnapshot? Receipt, int LastZ, decimal GrandTotal, int ClosuresLeft, int FiscalRecords, OnlineSnapshot? Online)
{
    private const decimal Lei = 100m;

    /// <summary>Looks at a register that is switched on.</summary>
    public static RegisterSnapshot Of(Register register)
    {
        var blocked = register.BlockedBy;
        var clock = register.Clock.Read(out var now) is FiscalError.None or FiscalError.ClockBeforeLastRecord ? At(now) : null;
        return new RegisterSnapshot(
            ModeOf(register, blocked),
            register.Identity.Fiscal.Series,
            register.Identity.Fiscal.SerialNumber,
            register.Identity.Fiscal.FiscalCode,
            register.Program,
            clock,
            blocked is FiscalError.None or FiscalError.Busy ? null : ErrorSnapshot.Of(blocked),
            DayOf(register),
            ReceiptOf(register),
            register.State.LastZ,
            register.State.GrandTotal / Lei,
            register.Log.ClosuresLeft,
            register.Log.Records,
            OnlineSnapshot.Of(register, now));
    }

    private static RegisterMode ModeOf(Register register, FiscalError blocked)
    {
        if (!register.Identity.IsFiscalised && blocked == FiscalError.NotFiscalised) return RegisterMode.NotFiscalised;
        if (register.Receipts.Receipt.IsOpen) return RegisterMode.ReceiptOpen;
        if (!register.Identity.IsFiscalised && blocked is FiscalError.None or FiscalError.Busy) return RegisterMode.Trial;
        return blocked is FiscalError.None or FiscalError.Busy ? RegisterMode.Ready : RegisterMode.Blocked;
    }

    private static DaySnapshot DayOf(Register register)
    {
        var totals = register.State.Totals;
        var first = register.State.FirstReceipt == 0 ? null : At(register.State.FirstReceipt);
        return new DaySnapshot(register.State.OpenDay, first, totals.Receipts, totals.Total / Lei, totals.TotalVat / Lei, totals.Drawer / Lei,
            totals.Cancelled.Count, [.. Enumerable.Range(0, VatGroups.Count).Select(g => GroupOf(register, g))], PaymentsOf(totals));
    }

    private static GroupSnapshot GroupOf(Register register, int group)
    {
        var groups = register.Identity.Groups;
        var totals = register.State.Totals;
        return new GroupSnapshot(VatGroups.Letter(group).ToString(), groups.Kind(group).ToString(), groups.Rate(group) / Lei,
            totals.Gross(group) / Lei, totals.Vat(group) / Lei);
    }

    private static PaymentSnapshot[] PaymentsOf(DayTotals totals) =>
        [.. Enum.GetValues<PaymentKind>().Where(k => totals.Payment(k) != 0).Select(k => new PaymentSnapshot(PaymentNames.Of(k), totals.Payment(k) / Lei))];

    private static ReceiptSnapshot? ReceiptOf(Register register)
    {
        var receipt = register.Receipts.Receipt;
        return receipt.IsOpen ? new ReceiptSnapshot(receipt.Lines, receipt.Total / Lei, receipt.Payments.Paid / Lei) : null;
    }

    private static DateTime? At(long seconds) => CivilTime.ToDateTime(seconds);
}
