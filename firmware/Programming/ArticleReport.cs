using Nf.Firmware.Day;
using Nf.Firmware.Documents;
using Nf.Firmware.Errors;
using Nf.Firmware.Money;

namespace Nf.Firmware.Programming;

/// <summary>A report of articles, some each page; may clear what it shows, page by page as the pages are decided.</summary>
/// <remarks>Articles are looked for between pages: <see cref="Prepare"/> at every turn until it is no longer Busy.</remarks>
internal sealed class ArticleReport : IReportPages
{
    private const int ArticlesPerPage = 40;

    private readonly ShopTables _shop;
    private readonly ShopReport _frame;
    private readonly CounterEntries _entries;
    private readonly ArticleSearch _search;
    private readonly Article _article = new Article();
    private readonly Counter _counter = new Counter();
    private readonly int[] _numbers = new int[ArticlesPerPage];
    private readonly byte[] _digits = new byte[Barcode.MaxDigits];
    private ArticleReportKind _kind;
    private int _last;
    private int _count;
    private int _ahead;
    private bool _isReady;
    private long _sum;

    internal ArticleReport(ShopTables shop, ShopReport frame, CounterEntries entries)
    {
        _shop = shop;
        _frame = frame;
        _entries = entries;
        _search = new ArticleSearch(shop);
    }

    private bool IsOfSales => _kind < ArticleReportKind.Parameters;

    private bool IsDetailed => _kind == ArticleReportKind.Detailed || _kind == ArticleReportKind.DetailedClearing;

    private bool Clears => _kind == ArticleReportKind.DetailedClearing || _kind == ArticleReportKind.SummaryClearing;

    /// <summary>Says what the report is about.</summary>
    internal void Of(ArticleReportKind kind, int first, int last)
    {
        _kind = kind;
        _last = last;
        _count = 0;
        _ahead = 0;
        _sum = 0;
        _isReady = false;
        _search.Begin(first, 1, IsOfSales);
    }

    /// <summary>Looks for the articles of the next page. Busy: call again.</summary>
    internal FiscalError Prepare()
    {
        while (!_isReady)
        {
            FiscalError error = _search.Continue();
            if (error != FiscalError.None) return error;
            _ahead = _search.Found > _last ? 0 : _search.Found;
            if (_ahead != 0 && _count < ArticlesPerPage) _numbers[_count++] = _ahead;
            else _isReady = true;
        }

        return FiscalError.None;
    }

    /// <inheritdoc/>
    public FiscalError Next(DocumentWriter writer, long now, out bool isLast)
    {
        isLast = _ahead == 0;
        _entries.Begin();
        _frame.Begin(writer, Title(), now);
        for (int i = 0; i < _count; i++) Show(writer, _numbers[i]);
        _entries.End();
        if (isLast && IsOfSales)
        {
            writer.Separator();
            writer.Amount("TOTAL", _sum);
        }

        ShopReport.End(writer);
        _count = isLast ? 0 : 1;
        _numbers[0] = _ahead;
        _isReady = isLast;
        return FiscalError.None;
    }

    private string Title()
    {
        if (_kind == ArticleReportKind.Stock) return "RAPORT STOCURI";
        if (_kind == ArticleReportKind.Parameters) return "RAPORT ARTICOLE PROGRAMATE";
        return Clears ? "RAPORT ARTICOLE CU ȘTERGERE" : "RAPORT ARTICOLE";
    }

    private void Show(DocumentWriter writer, int number)
    {
        if (!_shop.Articles.Read(number, _article)) return;
        _shop.Counters.Read(CounterKind.Article, number, _counter);
        DocumentLine line = writer.Line;
        ShopReport.Title(line, number, 4, _article.Name, _article.NameLength);
        if (_kind == ArticleReportKind.Parameters) Parameters(writer);
        else if (_kind == ArticleReportKind.Stock) Quantity(writer, _counter.Stock);
        else Sales(writer);
        _sum += _counter.Sum;
        if (Clears) _entries.Restart(CounterKind.Article, number);
    }

    private void Sales(DocumentWriter writer)
    {
        DocumentLine line = writer.Line;
        if (IsDetailed)
        {
            writer.Put();
            line.Clear();
            line.Add("  ");
            line.AddQuantity(_counter.Count);
            line.Add((byte)' ');
            AddUnit(line);
            line.Add("  TVA ");
            line.Add((byte)VatGroups.Letter(_article.Group));
        }

        writer.PutAmount(_counter.Sum);
    }

    private void Quantity(DocumentWriter writer, long thousandths)
    {
        DocumentLine line = writer.Line;
        int right = line.StartRight();
        line.AddQuantity(thousandths);
        line.Add((byte)' ');
        AddUnit(line);
        line.AlignRight(right);
        writer.Put();
    }

    private void Parameters(DocumentWriter writer)
    {
        writer.Put();
        DocumentLine line = writer.Line;
        line.Clear();
        line.Add("  TVA ");
        line.Add((byte)VatGroups.Letter(_article.Group));
        line.Add(" DEP ");
        line.AddNumber(_article.Department);
        line.Add(" GRP ");
        line.AddNumber(_article.ArticleGroup);
        line.Add(_article.PriceType == PriceType.Fixed ? " FIX" : _article.PriceType == PriceType.Free ? " LIBER" : " MAXIM");
        int right = line.StartRight();
        line.AddAmount(_article.Price);
        line.Add((byte)'/');
        AddUnit(line);
        line.AlignRight(right);
        writer.Put();
        for (int i = 0; i < Article.MaxBarcodes; i++)
            if (_article.BarcodeAt(i) != 0) PutBarcode(writer, _article.BarcodeAt(i));
    }

    private void PutBarcode(DocumentWriter writer, long barcode)
    {
        DocumentLine line = writer.Line;
        line.Clear();
        line.Add("  COD ");
        line.Add(_digits, 0, DecimalText.WritePadded(_digits, 0, Barcode.Digits(barcode), Barcode.Length(barcode)));
        writer.Put();
    }

    private void AddUnit(DocumentLine line)
    {
        int length = _shop.Names.ReadUnit(_article.Unit);
        line.Add(_shop.Names.Text, 0, length);
    }
}
