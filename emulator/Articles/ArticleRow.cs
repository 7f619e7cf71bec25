using System.Globalization;
using Nf.Emulator.Host;

namespace Nf.Emulator.Articles;

/// <summary>An article of a register's base as text: a line of a CSV file, and the fields of command 107.</summary>
/// <remarks>docs/reference/articles.md describes the columns.</remarks>
public sealed record ArticleRow
{
    /// <summary>Bar codes at most.</summary>
    public const int MaxBarcodes = 4;

    private static readonly string[] PriceTypes = ["fixed", "free", "maximum"];

    /// <summary>1 to 3000.</summary>
    public required int Number { get; init; }

    public required string Name { get; init; }

    /// <summary>A to G.</summary>
    public required string Vat { get; init; }

    /// <summary>Lei.</summary>
    public required decimal Price { get; init; }

    /// <summary>"fixed", "free" or "maximum".</summary>
    public string PriceType { get; init; } = PriceTypes[0];

    /// <summary>0 to 19.</summary>
    public int Unit { get; init; }

    /// <summary>0 to 99.</summary>
    public int Department { get; init; }

    /// <summary>1 to 99.</summary>
    public int Group { get; init; } = 1;

    public IReadOnlyList<string> Barcodes { get; init; } = [];

    /// <summary>Null leaves the stock as it is.</summary>
    public decimal? Stock { get; init; }

    /// <summary>What was sold since the article was cleared; no input.</summary>
    public decimal Sold { get; init; }

    /// <summary>What that came to, lei; no input.</summary>
    public decimal Turnover { get; init; }

    /// <summary>The name of a type of price is known.</summary>
    public static bool IsPriceType(string text) => PriceTypes.Contains(text);

    /// <summary>The fields that program the article.</summary>
    public string[] ToFields() =>
    [
        "P", Text(Number), Vat, Text(Department), Text(Group), Text(Array.IndexOf(PriceTypes, PriceType)), Text(Price), "",
        Stock is { } stock ? Text(stock) : "", .. Enumerable.Range(0, MaxBarcodes).Select(i => i < Barcodes.Count ? Barcodes[i] : ""), Name, Text(Unit),
    ];

    /// <summary>The article that a register answers with.</summary>
    public static ArticleRow Of(DatecsReply reply)
    {
        var f = reply.Fields;
        return new ArticleRow
        {
            Number = Whole(f[0]),
            Vat = f[1],
            Department = Whole(f[2]),
            Group = Whole(f[3]),
            PriceType = PriceTypes[Whole(f[4])],
            Price = Decimal(f[5]),
            Turnover = Decimal(f[6]),
            Sold = Decimal(f[7]),
            Stock = Decimal(f[8]),
            Barcodes = [.. f[9..13].Where(code => code.Length > 0)],
            Name = f[13],
            Unit = Whole(f[14]),
        };
    }

    private static string Text(IFormattable number) => number.ToString(null, CultureInfo.InvariantCulture);

    private static int Whole(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static decimal Decimal(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
