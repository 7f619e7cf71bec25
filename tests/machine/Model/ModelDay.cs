namespace Nf.Tests.Machine.Model;

/// <summary>The sums of a fiscal day, kept as lists and added up when asked.</summary>
internal sealed class ModelDay(int groups)
{
    public decimal[] Gross { get; } = new decimal[groups];

    public decimal[] Vat { get; } = new decimal[groups];

    public Dictionary<int, decimal> Payments { get; } = [];

    public int Receipts { get; set; }

    public List<(decimal Total, decimal Vat)> Buyers { get; } = [];

    public List<decimal> Cancelled { get; } = [];

    public List<decimal> Voids { get; } = [];

    public List<decimal> Discounts { get; } = [];

    public List<decimal> Surcharges { get; } = [];

    public List<decimal> CashIn { get; } = [];

    public List<decimal> CashOut { get; } = [];

    public DateTime? FirstReceipt { get; set; }

    public decimal Total => Gross.Sum();

    public decimal Drawer => CashIn.Sum() - CashOut.Sum() + Payments.GetValueOrDefault(ModelRegister.Cash);

    public void Take(ModelReceipt receipt, decimal[] rates)
    {
        Receipts++;
        decimal vat = 0;
        for (var i = 0; i < Gross.Length; i++)
        {
            Gross[i] += receipt.Gross(i);
            vat += receipt.Vat(i, rates[i]);
            Vat[i] += receipt.Vat(i, rates[i]);
        }

        foreach (var (mode, sum) in receipt.Payments) Payments[mode] = Payments.GetValueOrDefault(mode) + sum;
        if (receipt.Change > 0) Payments[ModelRegister.Cash] -= receipt.Change;
        if (receipt.HasBuyer) Buyers.Add((receipt.Total, vat));
        Voids.AddRange(receipt.Lines.Where(line => line.Voided).Select(line => line.Net));
        Discounts.AddRange(receipt.Discounts);
        Surcharges.AddRange(receipt.Surcharges);
    }
}
