using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace Nf.Emulator.Articles;

/// <summary>Articles as CSV (RFC 4180): a header line, UTF-8, commas or semicolons.</summary>
/// <remarks>With semicolons, as a Romanian spreadsheet writes them, numbers may have a decimal comma.</remarks>
public static class ArticleCsv
{
    /// <summary>Reads a file; every line is either an article or a problem.</summary>
    public static (IReadOnlyList<ArticleLine> Articles, IReadOnlyList<ArticleProblem> Problems) Read(byte[] content)
    {
        if (!TryText(content, out var text)) return ([], [new ArticleProblem(1, "the file is not UTF-8; save it as UTF-8")]);
        List<ArticleProblem> problems = [];
        using var csv = new CsvReader(new StringReader(text), Settings(text, problems));
        if (!csv.Read() || !csv.ReadHeader()) return ([], [new ArticleProblem(1, "the header line is missing: " + string.Join(',', ArticleColumns.Needed))]);
        problems.AddRange(HeaderProblems(csv.HeaderRecord!));
        return problems.Count > 0 ? ([], problems) : (Lines(csv, problems), [.. problems.OrderBy(problem => problem.Line)]);
    }

    /// <summary>Writes articles with all columns.</summary>
    public static void Write(TextWriter writer, IEnumerable<ArticleRow> articles)
    {
        using var csv = new CsvWriter(writer, CultureInfo.InvariantCulture, leaveOpen: true);
        foreach (var column in ArticleColumns.All) csv.WriteField(column);
        csv.NextRecord();
        foreach (var article in articles) Write(csv, article);
    }

    private static void Write(CsvWriter csv, ArticleRow article)
    {
        csv.WriteField(article.Number);
        csv.WriteField(article.Name);
        csv.WriteField(article.Vat);
        csv.WriteField(article.Price);
        csv.WriteField(article.PriceType);
        csv.WriteField(article.Unit);
        csv.WriteField(article.Department);
        csv.WriteField(article.Group);
        for (var i = 0; i < ArticleRow.MaxBarcodes; i++) csv.WriteField(i < article.Barcodes.Count ? article.Barcodes[i] : "");
        csv.WriteField(article.Stock);
        csv.WriteField(article.Sold);
        csv.WriteField(article.Turnover);
        csv.NextRecord();
    }

    private static bool TryText(byte[] content, out string text)
    {
        try
        {
            text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(content).TrimStart('\uFEFF');
            return true;
        }
        catch (DecoderFallbackException)
        {
            text = "";
            return false;
        }
    }

    private static CsvConfiguration Settings(string text, List<ArticleProblem> problems)
    {
        var header = text.Split('\n', 2)[0];
        return new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = header.Contains(';') && !header.Contains(',') ? ";" : ",",
            TrimOptions = TrimOptions.Trim,
            BadDataFound = bad => problems.Add(new ArticleProblem(bad.Context.Parser!.RawRow, "a quotation mark is out of place")),
        };
    }

    private static IEnumerable<ArticleProblem> HeaderProblems(string[] header)
    {
        foreach (var missing in ArticleColumns.Needed.Except(header)) yield return new(1, $"the column {missing} is missing");
        foreach (var unknown in header.Except(ArticleColumns.All)) yield return new(1, $"there is no column {unknown}");
        foreach (var twice in header.GroupBy(name => name).Where(names => names.Count() > 1)) yield return new(1, $"the column {twice.Key} comes twice");
    }

    private static List<ArticleLine> Lines(CsvReader csv, List<ArticleProblem> problems)
    {
        List<ArticleLine> lines = [];
        Dictionary<string, int> seen = [];
        while (csv.Read())
        {
            var line = csv.Parser.RawRow;
            var before = problems.Count;
            if (csv.Parser.Count != csv.HeaderRecord!.Length)
            {
                problems.Add(new(line, $"{csv.Parser.Count} fields where the header has {csv.HeaderRecord.Length}"));
                continue;
            }

            var reader = new ArticleLineReader(csv, message => problems.Add(new(line, message)));
            var row = reader.Read();
            foreach (var key in row.Barcodes.Select(code => "bar code " + code).Prepend($"article {row.Number}"))
                if (!seen.TryAdd(key, line) && problems.Count == before) problems.Add(new(line, $"{key} stands on line {seen[key]} already"));
            if (problems.Count == before) lines.Add(new(line, row));
        }

        return lines;
    }
}
