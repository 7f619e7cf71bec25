namespace Nf.Tests.Machine.Model;

/// <summary>A receipt as a person with a calculator keeps it: lei as decimals, one list of lines.</summary>
internal sealed class ModelReceipt(int groups)
{
    private readonly List<ModelLine> _lines = [];
    private readonly List<(int Mode, decimal Sum)> _payments = [];
    private readonly decimal[] _gross = new decimal[groups];

    public bool HasBuyer { get; init; }

    public IReadOnlyList<ModelLine> Lines => _lines;

    public IReadOnlyList<(int Mode, decimal Sum)> Payments => _payments;

    public decimal Total => _gross.Sum();

    public decimal Paid => _payments.Sum(payment => payment.Sum);

    public decimal Due => Math.Max(0, Total - Paid);

    public decimal Change => Math.Max(0, Paid - Total);

    public List<decimal> Discounts { get; } = [];

    public List<decimal> Surcharges { get; } = [];

    public decimal Gross(int group) => _gross[group];

    public decimal Vat(int group, decimal rate) => Lei.Round(_gross[group] * rate / (100 + rate));

    public void Sell(ModelLine line)
    {
        _lines.Add(line);
        _gross[line.Item.Group] += line.Net;
        Note(line.Change);
    }

    /// <summary>The latest line like it that still stands.</summary>
    public ModelLine? Standing(ModelItem item, decimal price, decimal quantity) =>
        _lines.LastOrDefault(line => !line.Voided && line.Item == item && line.Price == price && line.Quantity == quantity);

    public void Void(ModelLine line)
    {
        line.Voided = true;
        _gross[line.Item.Group] -= line.Net;
        if (line.Change < 0) Discounts.Remove(-line.Change);
        if (line.Change > 0) Surcharges.Remove(line.Change);
    }

    /// <summary>Spreads a change of the whole over the groups so that the parts add up to it, A first.</summary>
    public void Adjust(decimal change)
    {
        var whole = Total;
        decimal below = 0, given = 0;
        for (var i = 0; i < _gross.Length; i++)
        {
            below += _gross[i];
            var upToHere = Math.Sign(change) * Lei.Round(Math.Abs(change) * below / whole);
            _gross[i] += upToHere - given;
            given = upToHere;
        }

        Note(change);
    }

    public void Pay(int mode, decimal sum) => _payments.Add((mode, sum));

    private void Note(decimal change)
    {
        if (change < 0) Discounts.Add(-change);
        if (change > 0) Surcharges.Add(change);
    }
}

/// <summary>What a line sells: something with a name, or an article of the base, by its number.</summary>
internal sealed record ModelItem(string Name, int Group, int Article = 0);

/// <summary>One line sold.</summary>
internal sealed record ModelLine(ModelItem Item, decimal Price, decimal Quantity, decimal Value, decimal Change)
{
    public decimal Net => Value + Change;

    public bool Voided { get; set; }
}

/// <summary>Lei with two decimals; a half goes up (norms, art. 58).</summary>
internal static class Lei
{
    public static decimal Round(decimal value) => Math.Round(value, 2, MidpointRounding.AwayFromZero);

    public static string Text(decimal value) => value.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture);
}
