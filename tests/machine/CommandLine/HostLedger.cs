using System.Globalization;

namespace Nf.Tests.Machine.CommandLine;

/// <summary>What a host has been told that the register did, added up with decimals.</summary>
internal sealed class HostLedger
{
    private static readonly decimal[] Rates = [21m, 11m, 9m, 0m, 0m];

    /// <summary>Sales with VAT, by group.</summary>
    public decimal[] Gross { get; } = new decimal[Nf.Firmware.Day.VatGroups.Count];

    /// <summary>VAT, by group: the sum of the receipts' VAT.</summary>
    public decimal[] Vat { get; } = new decimal[Nf.Firmware.Day.VatGroups.Count];

    /// <summary>Receipts, each as its number and total stand in the journal's records.</summary>
    public List<string> Receipts { get; } = [];

    /// <summary>What was paid in cash.</summary>
    public decimal Cash { get; private set; }

    /// <summary>What was paid by card.</summary>
    public decimal Card { get; private set; }

    /// <summary>What was put into the drawer.</summary>
    public decimal PutIn { get; set; }

    /// <summary>Receipts that the host cancelled.</summary>
    public int Cancelled { get; set; }

    /// <summary>Enters a receipt that the register has closed.</summary>
    public void Enter(IReadOnlyList<SoldItem> items, decimal byCard)
    {
        foreach (var group in items.GroupBy(item => item.Group))
        {
            var gross = group.Sum(item => item.Total);
            Gross[group.Key] += gross;
            Vat[group.Key] += Math.Round(gross * Rates[group.Key] / (100 + Rates[group.Key]), 2, MidpointRounding.AwayFromZero);
        }

        var total = items.Sum(item => item.Total);
        Card += byCard;
        Cash += total - byCard;
        Receipts.Add(string.Create(CultureInfo.InvariantCulture, $"{Receipts.Count + 1};{total * 100:0}"));
    }
}

/// <summary>One line of a receipt.</summary>
/// <param name="Group">0 for A.</param>
internal sealed record SoldItem(int Group, decimal Price, int Thousandths)
{
    /// <summary>What it comes to, lei.</summary>
    public decimal Total => Math.Round(Price * Thousandths / 1000m, 2, MidpointRounding.AwayFromZero);
}
