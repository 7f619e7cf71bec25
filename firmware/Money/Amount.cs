using System;

namespace Nf.Firmware.Money;

/// <summary>Money in bani, quantities in thousandths, rates in hundredths of a percent; rounding half up (norms, art. 58).</summary>
/// <remarks>
/// The runtime never reports an overflow. So every argument is bounded here, and the bounds are chosen so that no
/// product below leaves a <c>long</c>. An argument out of bounds is a broken invariant of the caller, not a refusal.
/// </remarks>
public static class Amount
{
    /// <summary>Highest price of one unit, in bani.</summary>
    public const long MaxPrice = 999999999;

    /// <summary>Highest total of one receipt, in bani.</summary>
    public const long MaxReceipt = 999999999;

    /// <summary>Highest total of one fiscal day, in bani.</summary>
    public const long MaxDay = 999999999999;

    /// <summary>Highest quantity of one line, in thousandths.</summary>
    public const int MaxQuantity = 999999999;

    /// <summary>Highest rate, in hundredths of a percent: 999.99 %.</summary>
    public const int MaxRate = 99999;

    /// <summary>Value of a line: price times quantity, rounded half up on the magnitude; the sign is the price's.</summary>
    /// <param name="priceBani">Magnitude at most <see cref="MaxPrice"/>.</param>
    /// <param name="quantityThousandths">0 to <see cref="MaxQuantity"/>.</param>
    /// <returns>Bani; may be more than <see cref="MaxReceipt"/>, which the caller refuses.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of its bounds.</exception>
    public static long LineValue(long priceBani, long quantityThousandths)
    {
        Within(priceBani, MaxPrice, "priceBani");
        if (quantityThousandths < 0) throw new ArgumentOutOfRangeException("quantityThousandths");
        Within(quantityThousandths, MaxQuantity, "quantityThousandths");
        return Divide(priceBani * quantityThousandths, 1000);
    }

    /// <summary>That many percent of an amount, rounded half up on the magnitude.</summary>
    /// <param name="bani">Magnitude at most <see cref="MaxDay"/>.</param>
    /// <param name="hundredthsOfPercent">Magnitude at most <see cref="MaxRate"/>; its sign counts.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of its bounds.</exception>
    public static long Percent(long bani, int hundredthsOfPercent)
    {
        Within(bani, MaxDay, "bani");
        Within(hundredthsOfPercent, MaxRate, "hundredthsOfPercent");
        return Divide(bani * hundredthsOfPercent, 10000);
    }

    /// <summary>The VAT that a price with VAT contains, rounded half up on the magnitude.</summary>
    /// <param name="grossBani">Magnitude at most <see cref="MaxDay"/>.</param>
    /// <param name="rateHundredths">0 to <see cref="MaxRate"/>, in hundredths of a percent.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of its bounds.</exception>
    public static long VatContained(long grossBani, int rateHundredths)
    {
        Within(grossBani, MaxDay, "grossBani");
        if (rateHundredths < 0) throw new ArgumentOutOfRangeException("rateHundredths");
        Within(rateHundredths, MaxRate, "rateHundredths");
        return Divide(grossBani * rateHundredths, 10000 + rateHundredths);
    }

    /// <summary>The share of a part that falls on the first pieces of a whole, rounded half up on the magnitude.</summary>
    /// <remarks>
    /// A discount is spread over VAT groups by differences of these: the shares then add up to the part exactly, because
    /// the share at <c>cumulative == whole</c> is the part itself.
    /// </remarks>
    /// <param name="part">What is spread; magnitude at most <see cref="MaxReceipt"/>.</param>
    /// <param name="cumulative">Sum of the first pieces, 0 to <paramref name="whole"/>.</param>
    /// <param name="whole">Sum of all pieces, 1 to <see cref="MaxReceipt"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of its bounds.</exception>
    public static long Share(long part, long cumulative, long whole)
    {
        Within(part, MaxReceipt, "part");
        if (whole <= 0) throw new ArgumentOutOfRangeException("whole");
        Within(whole, MaxReceipt, "whole");
        if (cumulative < 0 || cumulative > whole) throw new ArgumentOutOfRangeException("cumulative");
        return Divide(part * cumulative, whole);
    }

    /// <summary>Quotient rounded half up on the magnitude; twice the dividend plus the divisor must fit a long.</summary>
    private static long Divide(long dividend, long divisor)
    {
        if (dividend < 0) return -Divide(-dividend, divisor);
        return (2 * dividend + divisor) / (2 * divisor);
    }

    private static void Within(long value, long max, string name)
    {
        if (value > max || value < -max) throw new ArgumentOutOfRangeException(name);
    }
}
