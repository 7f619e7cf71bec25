using Nf.Firmware.Errors;
using Nf.Firmware.Money;

namespace Nf.Firmware.Sales;

/// <summary>How a discount or surcharge is given, numbered as the host protocol numbers it.</summary>
public enum AdjustmentKind
{
    None = 0,
    SurchargePercent = 1,
    DiscountPercent = 2,
    SurchargeSum = 3,
    DiscountSum = 4,
}

/// <summary>A discount or surcharge on an item or on the subtotal.</summary>
public sealed class Adjustment
{
    /// <summary>The highest percentage, in hundredths.</summary>
    public const int MaxPercent = 9999;

    public AdjustmentKind Kind { get; private set; }

    /// <summary>Hundredths of a percent or bani, by kind.</summary>
    public long Given { get; private set; }

    /// <summary>What it changes the sum by, bani; negative for a discount.</summary>
    public long Change { get; private set; }

    public bool IsPercent => Kind == AdjustmentKind.DiscountPercent || Kind == AdjustmentKind.SurchargePercent;

    public bool IsDiscount => Kind == AdjustmentKind.DiscountPercent || Kind == AdjustmentKind.DiscountSum;

    /// <summary>Says what is given; <see cref="Apply"/> tells what it comes to.</summary>
    /// <param name="kind">Discount or surcharge, percent or sum.</param>
    /// <param name="given">Hundredths of a percent (1 to 9999) or bani (1 to 999,999,999).</param>
    public void Set(AdjustmentKind kind, long given)
    {
        Kind = kind;
        Given = given;
        Change = 0;
    }

    /// <summary>Works out the change for a positive sum; a discount may not exceed it (norms, art. 34 c)).</summary>
    public FiscalError Apply(long sum)
    {
        if (Kind == AdjustmentKind.None) return FiscalError.None;
        if (Given <= 0) return FiscalError.ValueWrong;
        if (IsPercent && Given > MaxPercent) return FiscalError.ValueTooLarge;
        long magnitude = IsPercent ? Amount.Percent(sum, (int)Given) : Given;
        if (IsDiscount && magnitude > sum) return FiscalError.NegativeTurnover;
        Change = IsDiscount ? -magnitude : magnitude;
        return FiscalError.None;
    }
}
