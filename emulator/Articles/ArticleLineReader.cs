using System.Globalization;
using CsvHelper;
using Nf.Emulator.Host;

namespace Nf.Emulator.Articles;

/// <summary>Reads one line of a CSV file of articles and says what is wrong with it.</summary>
internal sealed class ArticleLineReader(CsvReader csv, Action<string> problem)
{
    private const int MaxName = 36;
    private const int MaxBarcodeDigits = 13;
    private const decimal MaxPrice = 9999999.99m;
    private const decimal MaxStock = 999999999.999m;

    /// <summary>The article; worth nothing when there was a problem.</summary>
    public ArticleRow Read()
    {
        var type = Text(ArticleColumns.PriceType);
        if (type.Length == 0) type = "fixed";
        if (!ArticleRow.IsPriceType(type)) problem($"price_type is fixed, free or maximum, not {type}");
        return new ArticleRow
        {
            Number = Whole(ArticleColumns.Number, 1, 3000, null),
            Name = Name(),
            Vat = Vat(),
            Price = Price(type),
            PriceType = type,
            Unit = Whole(ArticleColumns.Unit, 0, 19, 0),
            Department = Whole(ArticleColumns.Department, 0, 99, 0),
            Group = Whole(ArticleColumns.Group, 1, 99, 1),
            Barcodes = [.. Enumerable.Range(1, ArticleRow.MaxBarcodes).Select(Barcode).Where(code => code.Length > 0)],
            Stock = Text(ArticleColumns.Stock).Length == 0 ? null : Number(ArticleColumns.Stock, 3, -MaxStock, MaxStock),
        };
    }

    private string Name()
    {
        var name = Text(ArticleColumns.Name);
        if (name.Length is 0 or > MaxName) problem($"name has 1 to {MaxName} characters, not {name.Length}");
        else if (name.Any(char.IsControl) || HostText.Decode(HostText.EncodeData(name)) != name) problem("name has a character that the register cannot print");
        return name;
    }

    private string Vat()
    {
        var vat = Text(ArticleColumns.Vat);
        if (vat.Length != 1 || vat[0] is < 'A' or > 'G') problem($"vat is a letter from A to G, not {Shown(vat)}");
        return vat;
    }

    private decimal Price(string type)
    {
        var price = Number(ArticleColumns.Price, 2, 0, MaxPrice);
        if (price is 0 && type != "free") problem("price is 0: only an article with a free price needs none");
        return price ?? 0;
    }

    private string Barcode(int number)
    {
        var code = Text(ArticleColumns.Barcode + number);
        if (code.Length > MaxBarcodeDigits || !code.All(char.IsAsciiDigit)) problem($"barcode{number} has at most {MaxBarcodeDigits} digits, not {Shown(code)}");
        return code;
    }

    private int Whole(string column, int least, int most, int? standard)
    {
        var text = Text(column);
        if (text.Length == 0 && standard is { } value) return value;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most) return number;
        problem($"{column} is a number from {least} to {most}, not {Shown(text)}");
        return 0;
    }

    private decimal? Number(string column, int decimals, decimal least, decimal most)
    {
        var text = Text(column);
        if (csv.Configuration.Delimiter == ";") text = text.Replace(',', '.');
        const NumberStyles styles = NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign;
        var known = decimal.TryParse(text, styles, CultureInfo.InvariantCulture, out var number);
        if (known && number >= least && number <= most && decimal.Round(number, decimals) == number) return decimal.Round(number, decimals);
        problem($"{column} is a number with at most {decimals} decimals, not {Shown(text)}");
        return null;
    }

    private string Text(string column) => csv.TryGetField<string>(column, out var text) && text is not null ? text : "";

    private static string Shown(string text) => text.Length == 0 ? "empty" : $"'{text}'";
}
