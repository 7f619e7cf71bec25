using Nf.Firmware.Errors;

namespace Nf.Tests.Machine.Model;

/// <summary>An article of the base, and what was sold of it.</summary>
internal sealed class ModelArticle(int number, int group, int priceType, decimal price)
{
    private const int Fixed = 0, Free = 1;

    /// <summary>Articles in all groups, with prices of all types; the last one has no price of its own.</summary>
    public static ModelArticle[] Base() =>
    [
        new(1, 0, Fixed, 10.00m), new(2, 1, Fixed, 0.07m), new(3, 2, Free, 3.33m), new(4, 3, 2, 250.00m), new(5, 6, 2, 12.50m), new(6, 0, Free, 0),
    ];

    public int Number => number;

    public ModelItem Item { get; } = new($"Articolul {number}", group, number);

    public decimal Sold { get; set; }

    public decimal Turnover { get; set; }

    /// <summary>DATA of the command that programs it.</summary>
    public string Programming => $"P\t{number}\t{"ABCDEFG"[group]}\t1\t1\t{priceType}\t{Lei.Text(price)}\t\t\t\t\t\t\t{Item.Name}\t0\t";

    /// <summary>The price of a sale, or why it is refused.</summary>
    public (decimal Price, FiscalError Refusal) PriceOf(string asked, bool isVoid)
    {
        var given = asked.Length == 0 || decimal.Parse(asked) == 0 ? price : decimal.Parse(asked);
        if (given == 0) return (0, FiscalError.ArticleHasNoPrice);
        if (isVoid || priceType == Free || given == price) return (given, FiscalError.None);
        if (priceType == Fixed) return (0, FiscalError.PriceFixed);
        return given > price ? (0, FiscalError.PriceAboveProgrammed) : (given, FiscalError.None);
    }
}
