using Nf.Firmware.Errors;
using Nf.Firmware.Programming;

namespace Nf.Firmware.Host.Commands;

/// <summary>107: programs, reads and deletes articles.</summary>
internal sealed class ArticleCommands
{
    /// <summary>The largest stock that a host may give, thousandths.</summary>
    private const long MaxStock = 999999999999;

    private readonly RegisterParts _parts;
    private readonly ShopTables _shop;
    private readonly ArticleFields _fields = new ArticleFields();
    private readonly Article _article = new Article();
    private readonly Article _before = new Article();
    private readonly Counter _counter = new Counter();
    private readonly ArticleSearch _search;
    private readonly ArticleRemoval _removal;
    private bool _isUnderWay;

    internal ArticleCommands(RegisterParts parts)
    {
        _parts = parts;
        _shop = parts.Shop;
        _search = new ArticleSearch(_shop);
        _removal = new ArticleRemoval(_shop, parts.State);
    }

    /// <summary>107: the first field says what is done. Busy while it is being looked for or deleted.</summary>
    internal FiscalError Execute(DatecsRequest request, DatecsAnswer answer)
    {
        answer.Ok();
        if (request.FieldLength(0) != 1) return FiscalErrors.Syntax(1);
        char what = request.FirstChar(0);
        return what == 'P' || what == 'A' || what == 'D' ? Change(what, request) : Ask(what, request, answer);
    }

    // An open document may stand on what would change.
    private FiscalError Change(char what, DatecsRequest request)
    {
        FiscalError error = CommandGate.Obstacle(_parts);
        if (error != FiscalError.None) return error;
        if (what == 'P') return Program(request);
        return what == 'A' ? Stock(request) : Delete(request);
    }

    private FiscalError Ask(char what, DatecsRequest request, DatecsAnswer answer)
    {
        switch (what)
        {
            case 'I': return Information(answer);
            case 'R': return Read(request, answer);
            case 'F': return Look(request, answer, 1, false);
            case 'L': return Look(request, answer, -1, false);
            case 'f': return Look(request, answer, 1, true);
            case 'l': return Look(request, answer, -1, true);
            case 'N':
            case 'n': return Found(answer, _search.Continue());
            case 'X': return Free(request, answer, 1);
            case 'x': return Free(request, answer, -1);
            default: return FiscalErrors.Syntax(1);
        }
    }

    private FiscalError Information(DatecsAnswer answer)
    {
        Number(answer, ArticleTable.Count);
        Number(answer, _shop.Articles.Programmed);
        Number(answer, Article.MaxName);
        return FiscalError.None;
    }

    private FiscalError Program(DatecsRequest request)
    {
        FiscalError error = _fields.Read(request, _article);
        if (error != FiscalError.None) return error;
        bool adds = request.FieldEquals(7, "A");
        if (!adds && !request.IsEmpty(7)) return FiscalErrors.Syntax(8);
        error = Quantity(request, 8, out long stock);
        if (error != FiscalError.None) return error;
        bool replaces = _shop.Articles.Read(_article.Number, _before);
        // What was sold today was taxed as the article says: that changes with the day (norms, art. 34 d)).
        if (replaces && _before.Group != _article.Group && _removal.IsSoldToday(_article.Number)) return FiscalError.ZReportNeeded;
        error = _shop.Articles.Check(_article);
        if (error == FiscalError.None && !replaces) error = _shop.Counters.Forget(_article.Number);
        if (error == FiscalError.None) error = _shop.Articles.Write(_article);
        if (error != FiscalError.None || request.IsEmpty(8)) return error;
        return adds ? _parts.StockAddition.Add(_article.Number, stock) : _shop.Counters.SetStock(_article.Number, stock);
    }

    private FiscalError Stock(DatecsRequest request)
    {
        FiscalError error = ArticleFields.Number(request, 1, out int number);
        if (error != FiscalError.None) return error;
        if (request.IsEmpty(2)) return FiscalErrors.Syntax(3);
        error = Quantity(request, 2, out long stock);
        if (error != FiscalError.None) return error;
        return _shop.Articles.Read(number, _article) ? _shop.Counters.SetStock(number, stock) : FiscalError.ArticleUnknown;
    }

    private FiscalError Delete(DatecsRequest request)
    {
        if (!_isUnderWay)
        {
            FiscalError error = Range(request, out int first, out int last);
            if (error != FiscalError.None) return error;
            _removal.Begin(first, last);
        }

        FiscalError deleted = _removal.Continue();
        _isUnderWay = deleted == FiscalError.Busy;
        return deleted;
    }

    private static FiscalError Range(DatecsRequest request, out int first, out int last)
    {
        first = 1;
        last = ArticleTable.Count;
        if (request.FieldEquals(1, "A")) return FiscalError.None;
        FiscalError error = ArticleFields.Number(request, 1, out first);
        if (error != FiscalError.None) return error;
        error = DatecsFields.Integer(request, 2, first, ArticleTable.Count, first, out long end);
        last = (int)end;
        return error;
    }

    private FiscalError Read(DatecsRequest request, DatecsAnswer answer)
    {
        FiscalError error = ArticleFields.Number(request, 1, out int number);
        return error == FiscalError.None ? Answer(answer, number) : error;
    }

    // F, L, f and l begin; N and n go on from there.
    private FiscalError Look(DatecsRequest request, DatecsAnswer answer, int step, bool soldOnly)
    {
        if (!_isUnderWay)
        {
            int standard = step > 0 ? 1 : ArticleTable.Count;
            FiscalError error = DatecsFields.Integer(request, 1, 1, ArticleTable.Count, standard, out long from);
            if (error != FiscalError.None) return error;
            _search.Begin((int)from, step, soldOnly);
        }

        FiscalError found = _search.Continue();
        _isUnderWay = found == FiscalError.Busy;
        return Found(answer, found);
    }

    private FiscalError Found(DatecsAnswer answer, FiscalError searched)
    {
        if (searched != FiscalError.None) return searched;
        return _search.Found == 0 ? FiscalError.NoMoreData : Answer(answer, _search.Found);
    }

    private FiscalError Free(DatecsRequest request, DatecsAnswer answer, int step)
    {
        int standard = step > 0 ? 1 : ArticleTable.Count;
        FiscalError error = DatecsFields.Integer(request, 1, 1, ArticleTable.Count, standard, out long from);
        if (error != FiscalError.None) return error;
        int free = _shop.Articles.Find((int)from, step, false);
        if (free == 0) return FiscalError.NoMoreData;
        Number(answer, free);
        return FiscalError.None;
    }

    private FiscalError Answer(DatecsAnswer answer, int number)
    {
        if (!_shop.Articles.Read(number, _article)) return FiscalError.ArticleUnknown;
        _shop.Counters.Read(CounterKind.Article, number, _counter);
        _fields.Write(answer, _article, _counter);
        return FiscalError.None;
    }

    private static FiscalError Quantity(DatecsRequest request, int field, out long thousandths)
    {
        FiscalError error = DatecsFields.Decimal(request, field, 3, 0, out thousandths);
        if (error != FiscalError.None) return error;
        return thousandths > MaxStock || thousandths < -MaxStock ? FiscalErrors.Value(field + 1) : FiscalError.None;
    }

    private static void Number(DatecsAnswer answer, long number)
    {
        answer.AddNumber(number);
        answer.Tab();
    }
}
