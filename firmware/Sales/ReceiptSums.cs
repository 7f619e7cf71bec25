using System;
using Nf.Firmware.Day;
using Nf.Firmware.Identity;
using Nf.Firmware.Money;

namespace Nf.Firmware.Sales;

/// <summary>A receipt's sums by VAT group, 0 to 6 for A to G, and the VAT that is contained in them.</summary>
public sealed class ReceiptSums
{
    private readonly RegisterIdentity _identity;
    private readonly long[] _gross = new long[VatGroups.Count];
    private readonly long[] _fixed = new long[VatGroups.Count];

    // Paper, record and totals ask for each group's VAT: it is worked out once for the sales that it is contained in.
    private readonly long[] _vat = new long[VatGroups.Count];
    private readonly long[] _vatKnownFor = new long[VatGroups.Count];

    internal ReceiptSums(RegisterIdentity identity) => _identity = identity;

    /// <summary>All groups together, VAT included, bani.</summary>
    public long Total { get; private set; }

    /// <summary>Sales of a group, VAT included, bani.</summary>
    public long Gross(int group) => _gross[group];

    /// <summary>VAT of a group, bani; contained in the price.</summary>
    public long Vat(int group)
    {
        long gross = _gross[group];
        if (gross == _vatKnownFor[group]) return _vat[group];
        long vat = _identity.HasVat(group) ? Amount.VatContained(gross, _identity.Groups.Rate(group)) : 0;
        _vat[group] = vat;
        _vatKnownFor[group] = gross;
        return vat;
    }

    /// <summary>VAT of all groups, bani.</summary>
    public long TotalVat
    {
        get
        {
            long sum = 0;
            for (int i = 0; i < VatGroups.Count; i++)
                if (_gross[i] != 0) sum += Vat(i);
            return sum;
        }
    }

    /// <summary>Sales exempt from VAT, bani.</summary>
    public long ExemptTotal
    {
        get
        {
            long sum = 0;
            for (int i = 0; i < VatGroups.Count; i++)
                if (_gross[i] != 0 && _identity.Groups.Kind(i) == VatGroupKind.Exempt) sum += _gross[i];
            return sum;
        }
    }

    /// <summary>What a group holds beside tips and deposits, bani: as much can be taken off it.</summary>
    internal long Free(int group) => _gross[group] - _fixed[group];

    /// <summary>What all groups hold beside tips and deposits, bani.</summary>
    internal long FreeTotal
    {
        get
        {
            long sum = 0;
            for (int i = 0; i < VatGroups.Count; i++) sum += Free(i);
            return sum;
        }
    }

    /// <summary>Adds to a group's sum.</summary>
    /// <param name="group">0 to 6.</param>
    /// <param name="bani">Negative when taken off.</param>
    /// <param name="keepsValue">It is a tip's or a deposit's.</param>
    internal void Add(int group, long bani, bool keepsValue)
    {
        _gross[group] += bani;
        Total += bani;
        if (keepsValue) _fixed[group] += bani;
    }

    /// <summary>
    /// Spreads a change over the groups in proportion to their sums, tips and deposits left out, which keep their value;
    /// the parts add up to the whole.
    /// </summary>
    /// <param name="change">Bani, negative for a discount, and then at most <see cref="FreeTotal"/>.</param>
    internal void Spread(long change)
    {
        long magnitude = change < 0 ? -change : change;
        long whole = FreeTotal;
        long cumulative = 0;
        long given = 0;
        for (int i = 0; i < VatGroups.Count && whole > 0; i++)
        {
            cumulative += Free(i);
            long upToHere = Amount.Share(magnitude, cumulative, whole);
            _gross[i] += change < 0 ? given - upToHere : upToHere - given;
            given = upToHere;
        }

        Total += change;
    }

    /// <summary>Adds each group to the day's.</summary>
    internal void AddTo(DayTotals day)
    {
        for (int i = 0; i < VatGroups.Count; i++)
            if (_gross[i] != 0) day.AddSales(i, _gross[i], Vat(i));
    }

    internal void Clear()
    {
        Total = 0;
        Array.Clear(_gross, 0, _gross.Length);
        Array.Clear(_fixed, 0, _fixed.Length);
        Array.Clear(_vat, 0, _vat.Length);
        Array.Clear(_vatKnownFor, 0, _vatKnownFor.Length);
    }
}
