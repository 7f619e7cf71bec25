using System.Globalization;

namespace Nf.Tests.Machine.Model;

/// <summary>A POS program that presses every button: mostly sensible, often not. One seed gives one sequence.</summary>
internal sealed class RandomHost(int seed)
{
    private static readonly string[] Names = ["Pâine albă", "Lapte 1 l", "Cafea măcinată", "Mere", "Țiglă"];
    private readonly Random _random = new(seed);
    private readonly List<string[]> _sold = [];
    private bool _wasWrong;

    /// <summary>The next command and its fields.</summary>
    public (int Command, string[] Fields) Next()
    {
        var (command, fields) = Choose();
        if (command == 48) _sold.Clear();
        if (command is 49 or 58) _sold.Add(fields);
        return (command, fields);
    }

    public int Below(int limit) => _random.Next(limit);

    private (int, string[]) Choose() => _random.Next(100) switch
    {
        < 14 => (48, Open()),
        < 35 => (49, Sale()),
        < 45 => (58, Article()),
        < 50 => Void(),
        < 56 => (51, ["1", "1", .. Adjustment(4)]),
        < 70 => (53, [Mode(), Paid()]),
        < 73 => (54, ["vă mulțumim"]),
        < 84 => (56, []),
        < 87 => (60, []),
        < 89 => (69, [OneIn(4) ? "Z" : "X"]),
        < 92 => (70, [OneIn(2) ? "0" : "1", Money(30000)]),
        < 94 => (38, []),
        < 95 => (42, ["text liber"]),
        < 98 => (39, []),
        < 99 => OneIn(2) ? (253, ["0", Password()]) : (149, ["0"]),
        _ => OneIn(2) ? (62, []) : (50, []),
    };

    private string[] Open()
    {
        var number = OneIn(20) ? 31 : _random.Next(1, 31);
        var password = OneIn(40) ? "9999" : number.ToString("0000", CultureInfo.InvariantCulture);
        return OneIn(5) ? [$"{number}", password, "1", "I", "RO123456789"] : [$"{number}", password, "1", "", ""];
    }

    private string[] Sale()
    {
        var price = OneIn(30) ? "9999999.99" : OneIn(30) ? "0.01" : Money(20000);
        var quantity = OneIn(25) ? "0.001" : (_random.Next(1, 5000) / 1000m).ToString("0.000", CultureInfo.InvariantCulture);
        return [Names[_random.Next(Names.Length)], _random.Next(1, 8).ToString(), price, OneIn(2) ? "1.000" : quantity, .. Adjustment(3), "1", "BUC"];
    }

    // One of the base, or one that is not there; mostly at the price that it has.
    private string[] Article() =>
        [OneIn(20) ? "7" : $"{_random.Next(1, 7)}", (_random.Next(1, 5000) / 1000m).ToString("0.000", CultureInfo.InvariantCulture), OneIn(3) ? Money(2000) : "", .. Adjustment(3)];

    private (int, string[]) Void()
    {
        if (_sold.Count == 0 || OneIn(4)) return (49, [Names[0], "1", "-" + Money(500), "1.000", "", "", "1", "BUC"]);
        var line = _sold[_random.Next(_sold.Count)];
        if (line.Length == 5) return (58, line[0].StartsWith('-') ? line : ["-" + line[0], line[1], line[2], "", ""]);
        return (49, line[2].StartsWith('-') ? line : [line[0], line[1], "-" + line[2], line[3], "", "", "1", "BUC"]);
    }

    // Never two wrong ones in a row: the third would have to wait.
    private string Password()
    {
        _wasWrong = !_wasWrong && OneIn(3);
        return _wasWrong ? "9999" : "1234";
    }

    // A percentage, a sum, or none.
    private string[] Adjustment(int oneIn)
    {
        if (!OneIn(oneIn)) return ["", ""];
        var kind = _random.Next(1, 5);
        return [kind.ToString(), kind <= 2 ? Money(5000) : Money(3000)];
    }

    private string Mode() => OneIn(3) ? "0" : new[] { "1", "2", "3", "4", "5", "6", "8" }[_random.Next(7)];

    private string Paid() => OneIn(2) ? "" : Money(40000);

    private string Money(int limit) => (_random.Next(1, limit) / 100m).ToString("0.00", CultureInfo.InvariantCulture);

    private bool OneIn(int count) => _random.Next(count) == 0;
}
