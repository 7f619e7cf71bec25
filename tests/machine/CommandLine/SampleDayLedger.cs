using System.Globalization;

namespace Nf.Tests.Machine.CommandLine;

/// <summary>A bookkeeper's reading of a day file: decimals, the lines' text, and nothing of the program under test.</summary>
internal sealed class SampleDayLedger
{
    private static readonly decimal[] Rates = [21m, 11m, 9m, 0m, 0m];

    private static readonly string[] Payments =
        ["NUMERAR LEI", "CARD", "CREDIT", "TICHETE MASĂ", "TICHETE VALORICE", "VOUCHER", "PLATĂ MODERNĂ", "ALTE METODE"];

    private readonly decimal[] _gross = new decimal[5];
    private readonly decimal[] _vat = new decimal[5];
    private readonly decimal[] _paid = new decimal[8];
    private readonly Counted _discounts = new();
    private readonly Counted _surcharges = new();
    private readonly Counted _voids = new();
    private readonly Counted _cancelled = new();
    private readonly Counted _in = new();
    private readonly Counted _out = new();
    private readonly Counted _buyers = new();
    private decimal _buyersVat;
    private int _receipts;

    /// <summary>Adds up a day.</summary>
    public static SampleDayLedger Of(IEnumerable<string> lines)
    {
        var ledger = new SampleDayLedger();
        var receipt = new List<string[]>();
        foreach (var line in lines.Append(""))
        {
            if (line.StartsWith('#') || line.StartsWith('@')) continue;
            var fields = line.Split('^');
            if (fields[0] is "I" or "O") (fields[0] == "I" ? ledger._in : ledger._out).Add(Lei(fields[1]));
            else if (fields[0] is "S" or "DP" or "DV" or "MP" or "MV" or "VS" or "ST" or "CF" or "P" or "VB") receipt.Add(fields);
            else if (line.Length == 0 && receipt.Count > 0)
            {
                ledger.Receipt(receipt);
                receipt.Clear();
            }
        }

        return ledger;
    }

    /// <summary>The rows of the Z report, name and value.</summary>
    public IReadOnlyList<(string Name, string Value)> ZRows()
    {
        List<(string, string)> rows = [("NUMĂR BONURI FISCALE", $"{_receipts}"), ("VAL. TOTALĂ VÂNZĂRI", Text(_gross.Sum())), ("TOTAL TVA", Text(_vat.Sum()))];
        for (var i = 0; i < 4; i++)
        {
            rows.Add(($"TOTAL {"ABCD"[i]} - {Rates[i]}%", Text(_gross[i])));
            rows.Add(($"TVA {"ABCD"[i]} - {Rates[i]}%", Text(_vat[i])));
        }

        rows.AddRange([("TOTAL SCUTIT TVA", Text(_gross[4])), ("BONURI CU COD CUMPĂRĂTOR", $"{_buyers.Count}"),
            ("  VALOARE", Text(_buyers.Sum)), ("  TVA", Text(_buyersVat)),
            _discounts.Row("REDUCERI"), _surcharges.Row("MAJORĂRI"), _voids.Row("ANULĂRI ÎN BON"), _cancelled.Row("BONURI ANULATE"),
            _in.Row("SUME SERVICIU INTRODUSE"), _out.Row("SUME SERVICIU EXTRASE"),
            ("NUMERAR ÎN SERTAR", Text(_in.Sum - _out.Sum + _paid[0])), ("TOTAL GENERAL", Text(_gross.Sum())), ("TOTAL GENERAL TVA", Text(_vat.Sum()))]);
        rows.AddRange(Payments.Zip(_paid).Where(p => p.Second != 0).Select(p => (p.First, Text(p.Second))));
        return rows;
    }

    private void Receipt(List<string[]> lines)
    {
        var items = new List<Item>();
        decimal subtotalChange = 0;
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            if (line[0] == "S") items.Add(new Item(int.Parse(line[5]) - 1, Round(Lei(line[2]) * long.Parse(line[3]) / 1000m)));
            else if (line[0] == "VS") Void(items);
            else if (line[0] is "DP" or "DV" or "MP" or "MV")
            {
                var onSubtotal = lines[i - 1][0] == "ST";
                var change = Change(line, onSubtotal ? items.Sum(item => item.Net) : items[^1].Amount);
                if (onSubtotal) subtotalChange = change;
                else items[^1].Change = change;
            }
        }

        if (lines[^1][0] == "VB") _cancelled.Add(items.Sum(item => item.Net) + subtotalChange);
        else Issue(items, subtotalChange, lines);
    }

    private void Issue(List<Item> items, decimal subtotalChange, List<string[]> lines)
    {
        _receipts++;
        foreach (var change in items.Select(item => item.Change).Append(subtotalChange).Where(change => change != 0))
            (change < 0 ? _discounts : _surcharges).Add(Math.Abs(change));
        var total = items.Sum(item => item.Net);
        var gross = Enumerable.Range(0, 5).Select(g => items.Where(item => item.Group == g).Sum(item => item.Net)).ToArray();
        for (var g = 0; g < 5; g++) gross[g] += Round(subtotalChange * gross[g] / total);
        if (gross.Sum() != total + subtotalChange) throw new InvalidOperationException("the discount's parts do not add up: choose another sample");
        var vat = gross.Zip(Rates).Select(p => Round(p.First * p.Second / (100 + p.Second))).ToArray();
        for (var g = 0; g < 5; g++)
        {
            _gross[g] += gross[g];
            _vat[g] += vat[g];
        }

        if (lines.Exists(line => line[0] == "CF"))
        {
            _buyers.Add(gross.Sum());
            _buyersVat += vat.Sum();
        }

        Pay(gross.Sum(), lines.Where(line => line[0] == "P"));
    }

    // What is given above the rest is change and never was the shop's.
    private void Pay(decimal due, IEnumerable<string[]> payments)
    {
        foreach (var payment in payments)
        {
            var given = payment.Length > 2 && payment[2].Length > 0 ? Lei(payment[2]) : due;
            var kept = Math.Min(given, due);
            _paid[int.Parse(payment[1]) - 1] += kept;
            due -= kept;
        }
    }

    private void Void(List<Item> items)
    {
        _voids.Add(items[^1].Net);
        items.RemoveAt(items.Count - 1);
    }

    private static decimal Change(string[] line, decimal of) =>
        (line[0][0] == 'D' ? -1 : 1) * (line[0][1] == 'P' ? Round(of * Lei(line[1]) / 100m) : Lei(line[1]));

    private static decimal Lei(string hundredths) => long.Parse(hundredths, CultureInfo.InvariantCulture) / 100m;

    private static decimal Round(decimal lei) => Math.Round(lei, 2, MidpointRounding.AwayFromZero);

    private static string Text(decimal lei) => lei.ToString("0.00", CultureInfo.InvariantCulture);

    private sealed record Item(int Group, decimal Amount)
    {
        public decimal Change { get; set; }

        public decimal Net => Amount + Change;
    }

    private sealed class Counted
    {
        public int Count { get; private set; }

        public decimal Sum { get; private set; }

        public void Add(decimal sum)
        {
            Count++;
            Sum += sum;
        }

        public (string Name, string Value) Row(string name) => ($"{name}: {Count}", Text(Sum));
    }
}
