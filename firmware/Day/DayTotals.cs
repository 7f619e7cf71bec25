using System;
using Nf.Firmware.Bytes;

namespace Nf.Firmware.Day;

/// <summary>The sums of the fiscal day: what the Z report prints and the fiscal memory keeps (norms, art. 64).</summary>
public sealed class DayTotals
{
    /// <summary>Bytes of the saved form.</summary>
    public const int SavedLength = 4 + 16 * VatGroups.Count + 20 + 10 * Tally.SavedLength + 8 * PaymentNames.Highest + ForeignTotals.SavedLength;

    private readonly long[] _gross = new long[VatGroups.Count];
    private readonly long[] _vat = new long[VatGroups.Count];
    private readonly long[] _payments = new long[PaymentNames.Highest + 1];

    /// <summary>Fiscal receipts issued.</summary>
    public int Receipts { get; private set; }

    /// <summary>Fiscal receipts that carry a buyer's code.</summary>
    public int BuyerReceipts { get; private set; }

    /// <summary>Bani, total of the receipts with a buyer's code.</summary>
    public long BuyerTotal { get; private set; }

    /// <summary>Bani, VAT of the receipts with a buyer's code.</summary>
    public long BuyerVat { get; private set; }

    /// <summary>Cash in lei that must be in the drawer, bani.</summary>
    public long Drawer => ServiceIn.Sum - ServiceOut.Sum + Payment(PaymentKind.Cash) - CashGiven.Sum;

    /// <summary>Receipts cancelled before they were issued.</summary>
    public Tally Cancelled { get; } = new Tally();

    /// <summary>Lines voided before the receipt was issued.</summary>
    public Tally Voids { get; } = new Tally();

    public Tally ItemDiscounts { get; } = new Tally();

    public Tally SubtotalDiscounts { get; } = new Tally();

    public Tally ItemSurcharges { get; } = new Tally();

    public Tally SubtotalSurcharges { get; } = new Tally();

    /// <summary>Packaging taken back within receipts, whose value the price held (norms, art. 37 (2)).</summary>
    public Tally Packaging { get; } = new Tally();

    /// <summary>Cash in lei handed out against a card or as change of foreign currency.</summary>
    public Tally CashGiven { get; } = new Tally();

    public ForeignTotals Foreign { get; } = new ForeignTotals();

    public Tally ServiceIn { get; } = new Tally();

    public Tally ServiceOut { get; } = new Tally();

    /// <summary>Sales of a group, VAT included, bani.</summary>
    public long Gross(int group) => _gross[group];

    /// <summary>VAT of a group, bani: the sum of the receipts' VAT.</summary>
    public long Vat(int group) => _vat[group];

    /// <summary>What was paid in one way, change given back already taken off, bani.</summary>
    public long Payment(PaymentKind kind) => _payments[(int)kind];

    /// <summary>All sales, bani.</summary>
    public long Total { get; private set; }

    /// <summary>All VAT, bani.</summary>
    public long TotalVat => Sum(_vat);

    /// <summary>Adds one group of an issued receipt.</summary>
    public void AddSales(int group, long gross, long vat)
    {
        _gross[group] += gross;
        _vat[group] += vat;
        Total += gross;
    }

    /// <summary>Adds what an issued receipt was paid with, net of change.</summary>
    public void AddPayment(PaymentKind kind, long bani) => _payments[(int)kind] += bani;

    /// <summary>Counts an issued receipt.</summary>
    public void CountReceipt(bool withBuyer, long total, long vat)
    {
        Receipts++;
        if (!withBuyer) return;
        BuyerReceipts++;
        BuyerTotal += total;
        BuyerVat += vat;
    }

    /// <summary>Cash put in or taken out outside sales.</summary>
    /// <param name="bani">Negative when taken out.</param>
    public void MoveCash(long bani)
    {
        if (bani >= 0) ServiceIn.Add(bani);
        else ServiceOut.Add(-bani);
    }

    public void Clear()
    {
        Array.Clear(_gross, 0, _gross.Length);
        Array.Clear(_vat, 0, _vat.Length);
        Array.Clear(_payments, 0, _payments.Length);
        Total = 0;
        Receipts = 0;
        BuyerReceipts = 0;
        BuyerTotal = 0;
        BuyerVat = 0;
        Cancelled.Clear();
        Voids.Clear();
        ItemDiscounts.Clear();
        SubtotalDiscounts.Clear();
        ItemSurcharges.Clear();
        SubtotalSurcharges.Clear();
        ServiceIn.Clear();
        ServiceOut.Clear();
        Packaging.Clear();
        CashGiven.Clear();
        Foreign.Clear();
    }

    public void Save(ByteWriter writer)
    {
        writer.U32(Receipts);
        for (int i = 0; i < VatGroups.Count; i++)
        {
            writer.I64(_gross[i]);
            writer.I64(_vat[i]);
        }

        writer.U32(BuyerReceipts);
        writer.I64(BuyerTotal);
        writer.I64(BuyerVat);
        Cancelled.Save(writer);
        Voids.Save(writer);
        ItemDiscounts.Save(writer);
        SubtotalDiscounts.Save(writer);
        ItemSurcharges.Save(writer);
        SubtotalSurcharges.Save(writer);
        ServiceIn.Save(writer);
        ServiceOut.Save(writer);
        Packaging.Save(writer);
        CashGiven.Save(writer);
        for (int i = 1; i <= PaymentNames.Highest; i++) writer.I64(_payments[i]);
        Foreign.Save(writer);
    }

    public void Load(ByteReader reader)
    {
        Receipts = (int)reader.U32();
        for (int i = 0; i < VatGroups.Count; i++)
        {
            _gross[i] = reader.I64();
            _vat[i] = reader.I64();
        }

        Total = Sum(_gross);
        BuyerReceipts = (int)reader.U32();
        BuyerTotal = reader.I64();
        BuyerVat = reader.I64();
        Cancelled.Load(reader);
        Voids.Load(reader);
        ItemDiscounts.Load(reader);
        SubtotalDiscounts.Load(reader);
        ItemSurcharges.Load(reader);
        SubtotalSurcharges.Load(reader);
        ServiceIn.Load(reader);
        ServiceOut.Load(reader);
        Packaging.Load(reader);
        CashGiven.Load(reader);
        for (int i = 1; i <= PaymentNames.Highest; i++) _payments[i] = reader.I64();
        Foreign.Load(reader);
    }

    private static long Sum(long[] values)
    {
        long sum = 0;
        for (int i = 0; i < values.Length; i++) sum += values[i];
        return sum;
    }
}
