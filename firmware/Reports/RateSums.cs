using System;
using Nf.Firmware.Day;
using Nf.Firmware.Documents;

namespace Nf.Firmware.Reports;

/// <summary>Sales and VAT by the level of the rate: over a change of rates a letter alone means nothing.</summary>
internal sealed class RateSums
{
    private int[] _rates = new int[VatGroups.Programmable];
    private long[] _gross = new long[VatGroups.Programmable];
    private long[] _vat = new long[VatGroups.Programmable];
    private int _count;
    private long _exempt;
    private long _otherTax;

    internal void Clear()
    {
        _count = 0;
        _exempt = 0;
        _otherTax = 0;
    }

    /// <summary>Adds a day's groups; rates without sales are there too.</summary>
    internal void Add(VatGroups groups, DayTotals totals)
    {
        for (int i = 0; i < VatGroups.Count; i++)
        {
            switch (groups.Kind(i))
            {
                case VatGroupKind.Rate:
                    Add(groups.Rate(i), totals.Gross(i), totals.Vat(i));
                    break;
                case VatGroupKind.Exempt:
                    _exempt += totals.Gross(i);
                    break;
                case VatGroupKind.OtherTax:
                    _otherTax += totals.Gross(i);
                    break;
            }
        }
    }

    /// <summary>Two lines a rate, the highest first, then exempt sales and other taxes.</summary>
    internal void Write(DocumentWriter writer)
    {
        for (int i = 0; i < _count; i++)
        {
            ReportLines.RateAmount(writer, "TOTAL ", _rates[i], _gross[i]);
            ReportLines.RateAmount(writer, "TVA ", _rates[i], _vat[i]);
        }

        writer.Amount("TOTAL SCUTIT TVA", _exempt);
        writer.Amount("ALTE TAXE", _otherTax);
    }

    private void Add(int rate, long gross, long vat)
    {
        int at = 0;
        while (at < _count && _rates[at] > rate) at++;
        if (at == _count || _rates[at] != rate) Insert(at, rate);
        _gross[at] += gross;
        _vat[at] += vat;
    }

    private void Insert(int at, int rate)
    {
        if (_count == _rates.Length) Grow();
        Array.Copy(_rates, at, _rates, at + 1, _count - at);
        Array.Copy(_gross, at, _gross, at + 1, _count - at);
        Array.Copy(_vat, at, _vat, at + 1, _count - at);
        _rates[at] = rate;
        _gross[at] = 0;
        _vat[at] = 0;
        _count++;
    }

    // A fiscal memory takes some dozens of changes of rates, five levels each.
    private void Grow()
    {
        var rates = new int[2 * _count];
        var gross = new long[2 * _count];
        var vat = new long[2 * _count];
        Array.Copy(_rates, rates, _count);
        Array.Copy(_gross, gross, _count);
        Array.Copy(_vat, vat, _count);
        _rates = rates;
        _gross = gross;
        _vat = vat;
    }
}
