namespace Nf.Emulator.FiscalNet;

/// <summary>How a price is changed; the numbers are the discount types of the host protocol (commands 49 and 51).</summary>
public enum Adjustment
{
    /// <summary><c>MP^</c>: a surcharge in hundredths of a percent.</summary>
    SurchargePercent = 1,

    /// <summary><c>DP^</c>: a discount in hundredths of a percent.</summary>
    DiscountPercent = 2,

    /// <summary><c>MV^</c>: a surcharge in bani.</summary>
    SurchargeSum = 3,

    /// <summary><c>DV^</c>: a discount in bani.</summary>
    DiscountSum = 4,
}
