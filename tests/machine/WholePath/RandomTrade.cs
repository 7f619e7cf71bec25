using System.Globalization;
using Nf.Tests.Machine.Register;

namespace Nf.Tests.Machine.WholePath;

/// <summary>Receipts from a seed, as a host's commands, and what they come to by the test's own count.</summary>
internal sealed class RandomTrade(int seed)
{
    private const string Buyer = "1\t0001\t1\tI\tRO123456789\t";

    private readonly Dictionary<int, (int Receipts, decimal Total)> _days = [];
    private int _receipts;
    private decimal _total;

    /// <summary>Chance of the whole month.</summary>
    public Random Chance { get; } = new(seed);

    /// <summary>Closed days by their Z: receipts and lei.</summary>
    public IReadOnlyDictionary<int, (int Receipts, decimal Total)> Days => _days;

    /// <summary>One receipt's commands; it counts as issued.</summary>
    public (int Command, string Data)[] Receipt()
    {
        var unit = new List<(int, string)> { (48, Chance.Next(6) == 0 ? Buyer : "1\t0001\t1\t\t\t") };
        var total = 0m;
        for (var lines = Chance.Next(1, 5); lines > 0; lines--)
        {
            var (price, quantity) = (Chance.Next(1, 20_000) / 100m, Chance.Next(1, 6));
            unit.Add((49, ReceiptSteps.Line(Lei(price), $"{quantity}.000", Chance.Next(1, 6))));
            total += price * quantity;
        }

        Pay(unit, total);
        unit.Add((56, ""));
        _receipts++;
        _total += total;
        return [.. unit];
    }

    /// <summary>The day so far was closed with this Z.</summary>
    public void Closed(int z)
    {
        _days.Add(z, (_receipts, _total));
        (_receipts, _total) = (0, 0m);
    }

    // Cash with change, by card, or both.
    private void Pay(List<(int, string)> unit, decimal total)
    {
        var kind = total < 2 ? 0 : Chance.Next(3);
        if (kind == 2) unit.Add((53, $"1\t{Lei(Math.Floor(total / 2))}\t"));
        unit.Add((53, kind == 1 ? "1\t\t" : $"0\t{Lei(total + Chance.Next(10))}\t"));
    }

    private static string Lei(decimal lei) => lei.ToString("0.00", CultureInfo.InvariantCulture);
}
