using Nf.Firmware.Day;
using Nf.Firmware.Documents;
using Nf.Firmware.FiscalMemory;
using Nf.Hal.Devices;

namespace Nf.Firmware.Reports;

/// <summary>The closures of a period added up.</summary>
internal sealed class PeriodSums
{
    private readonly RateSums _rates = new RateSums();
    private int _closures;
    private long _receipts;
    private long _total;
    private long _vat;
    private long _buyerReceipts;
    private long _buyerTotal;
    private long _buyerVat;

    internal void Clear()
    {
        _rates.Clear();
        _closures = 0;
        _receipts = 0;
        _total = 0;
        _vat = 0;
        _buyerReceipts = 0;
        _buyerTotal = 0;
        _buyerVat = 0;
    }

    internal void Add(ClosureRecord closure)
    {
        DayTotals day = closure.Totals;
        _rates.Add(closure.Groups, day);
        _closures++;
        _receipts += day.Receipts;
        _total += day.Total;
        _vat += day.TotalVat;
        _buyerReceipts += day.BuyerReceipts;
        _buyerTotal += day.BuyerTotal;
        _buyerVat += day.BuyerVat;
    }

    internal void Write(DocumentWriter writer)
    {
        writer.Centred("TOTAL PERIOADĂ", LineStyle.Bold);
        writer.Number("RAPOARTE Z", _closures);
        writer.Number("NUMĂR BONURI FISCALE", _receipts);
        writer.Amount("VAL. TOTALĂ VÂNZĂRI", _total, LineStyle.Bold);
        writer.Amount("TOTAL TVA", _vat);
        _rates.Write(writer);
        writer.Number("BONURI CU COD CUMPĂRĂTOR", _buyerReceipts);
        writer.Amount("  VALOARE", _buyerTotal);
        writer.Amount("  TVA", _buyerVat);
    }
}
