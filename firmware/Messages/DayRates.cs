using Nf.Firmware.Day;

namespace Nf.Firmware.Messages;

/// <summary>What a day's receipts come to by VAT group, and at which rate: what the Z's figures are checked with.</summary>
/// <remarks>The receipts say whether sales bore a rate; the groups alone do not where the operator was not registered for VAT.</remarks>
internal sealed class DayRates
{
    private readonly long[] _gross = new long[VatGroups.Count];
    private readonly long[] _vat = new long[VatGroups.Count];
    private readonly int[] _rates = new int[VatGroups.Count];
    private int _receipts;

    internal void Clear()
    {
        _receipts = 0;
        for (int i = 0; i < VatGroups.Count; i++)
        {
            _gross[i] = 0;
            _vat[i] = 0;
            _rates[i] = CountedReceipts.NoRate;
        }
    }

    internal void Add(CountedReceipts receipt)
    {
        _receipts++;
        for (int i = 0; i < VatGroups.Count; i++)
        {
            if (receipt.Gross(i) == 0) continue;
            _gross[i] += receipt.Gross(i);
            _vat[i] += receipt.Vat(i);
            _rates[i] = receipt.Rate(i);
        }
    }

    /// <summary>The closure has exactly these receipts and sums.</summary>
    internal bool Agree(DayTotals totals)
    {
        for (int i = 0; i < VatGroups.Count; i++)
            if (totals.Gross(i) != _gross[i] || totals.Vat(i) != _vat[i]) return false;
        return totals.Receipts == _receipts;
    }

    /// <summary>Whole percents of a group, as the message has rates; <see cref="CountedReceipts.NoRate"/> for sales without.</summary>
    internal int Percent(int group) => PercentOf(_rates[group]);

    /// <summary>Hundredths of a percent as whole percents, rounded half up: the message has room for two digits (assumption).</summary>
    internal static int PercentOf(int rate) => rate < 0 ? rate : (rate + 50) / 100;
}
