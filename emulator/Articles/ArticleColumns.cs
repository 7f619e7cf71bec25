namespace Nf.Emulator.Articles;

/// <summary>The columns of a CSV file of articles, in the order of an export.</summary>
internal static class ArticleColumns
{
    public const string Number = "number";
    public const string Name = "name";
    public const string Vat = "vat";
    public const string Price = "price";
    public const string PriceType = "price_type";
    public const string Unit = "unit";
    public const string Department = "department";
    public const string Group = "group";
    public const string Barcode = "barcode";
    public const string Stock = "stock";

    /// <summary>Exported, and passed over by an import.</summary>
    public const string Sold = "sold";

    /// <summary>Exported, and passed over by an import.</summary>
    public const string Turnover = "turnover";

    public static readonly string[] Needed = [Number, Name, Vat, Price];

    public static readonly string[] All =
    [
        Number, Name, Vat, Price, PriceType, Unit, Department, Group,
        .. Enumerable.Range(1, ArticleRow.MaxBarcodes).Select(i => Barcode + i), Stock, Sold, Turnover,
    ];
}
