using Nf.Firmware.Documents;
using Nf.Firmware.Errors;
using Nf.Firmware.Programming;

namespace Nf.Firmware.Host.Commands;

/// <summary>Counters of departments, groups, operators and articles, as answers and on paper: 87, 88, 105, 111, 112.</summary>
internal sealed class ShopReportCommands
{
    private readonly RegisterParts _parts;
    private readonly ShopTables _shop;
    private readonly PagedReport _paged;
    private readonly ClassReport _classes;
    private readonly OperatorReport _operators;
    private readonly ArticleReport _articles;
    private readonly Counter _counter = new Counter();

    internal ShopReportCommands(RegisterParts parts)
    {
        _parts = parts;
        _shop = parts.Shop;
        _paged = parts.PagedReport;
        var frame = new ShopReport(parts.Identity);
        _classes = new ClassReport(_shop, frame);
        _operators = new OperatorReport(_shop, frame, parts.Counters);
        _articles = new ArticleReport(_shop, frame, parts.Counters);
    }

    /// <summary>87: an article group's sales, sum and name; without a number the report is printed.</summary>
    internal FiscalError Groups(DatecsRequest request, DatecsAnswer answer) =>
        Class(request, answer, CounterKind.ArticleGroup, NameKind.ArticleGroup);

    /// <summary>88: a department's sales, sum and name; without a number the report is printed.</summary>
    internal FiscalError Departments(DatecsRequest request, DatecsAnswer answer) =>
        Class(request, answer, CounterKind.Department, NameKind.Department);

    /// <summary>Prints the day's departments or groups.</summary>
    internal FiscalError PrintClass(DatecsAnswer answer, CounterKind kind)
    {
        FiscalError error = CommandGate.Obstacle(_parts);
        if (error != FiscalError.None) return error;
        answer.Ok();
        if (!_paged.IsActive) _paged.Begin(_classes.Of(kind));
        return _paged.Continue();
    }

    /// <summary>Prints all operators and clears nothing.</summary>
    internal FiscalError PrintOperators(DatecsAnswer answer)
    {
        answer.Ok();
        if (!_paged.IsActive) _paged.Begin(_operators.Of(1, Counters.Operators, false));
        return _paged.Continue();
    }

    /// <summary>105: prints operators; first, last, 1 to clear.</summary>
    internal FiscalError Operators(DatecsRequest request, DatecsAnswer answer)
    {
        FiscalError error = DatecsFields.Integer(request, 0, 1, Counters.Operators, 1, out long first);
        if (error != FiscalError.None) return error;
        error = DatecsFields.Integer(request, 1, first, Counters.Operators, Counters.Operators, out long last);
        if (error != FiscalError.None) return error;
        error = DatecsFields.Integer(request, 2, 0, 1, 0, out long clear);
        if (error != FiscalError.None) return error;
        answer.Ok();
        if (!_paged.IsActive) _paged.Begin(_operators.Of((int)first, (int)last, clear == 1));
        return _paged.Continue();
    }

    /// <summary>111: prints articles; kind, first, last.</summary>
    internal FiscalError Articles(DatecsRequest request, DatecsAnswer answer)
    {
        FiscalError error = DatecsFields.Integer(request, 0, 0, (int)ArticleReportKind.Stock, out long kind);
        if (error != FiscalError.None) return error;
        error = DatecsFields.Integer(request, 1, 1, ArticleTable.Count, 1, out long first);
        if (error != FiscalError.None) return error;
        error = DatecsFields.Integer(request, 2, first, ArticleTable.Count, ArticleTable.Count, out long last);
        if (error != FiscalError.None) return error;
        answer.Ok();
        if (!_paged.IsActive)
        {
            _articles.Of((ArticleReportKind)(int)kind, (int)first, (int)last);
            _paged.Begin(_articles);
        }

        error = _articles.Prepare();
        return error == FiscalError.None ? _paged.Continue() : error;
    }

    /// <summary>112: receipts, discounts (all, on items, on subtotals), surcharges and voids of an operator: how many, sum.</summary>
    internal FiscalError Operator(DatecsRequest request, DatecsAnswer answer)
    {
        FiscalError error = DatecsFields.Integer(request, 0, long.MinValue, long.MaxValue, out long number);
        if (error != FiscalError.None) return error;
        if (number < 1 || number > Counters.Operators) return FiscalError.WrongOperator;
        answer.Ok();
        Add(answer, CounterKind.OperatorReceipts, (int)number);
        _shop.Counters.Read(CounterKind.OperatorItemDiscounts, (int)number, _counter);
        long count = _counter.Count;
        long sum = _counter.Sum;
        _shop.Counters.Read(CounterKind.OperatorSubtotalDiscounts, (int)number, _counter);
        Add(answer, count + _counter.Count, sum + _counter.Sum);
        Add(answer, CounterKind.OperatorItemDiscounts, (int)number);
        Add(answer, CounterKind.OperatorSubtotalDiscounts, (int)number);
        Add(answer, CounterKind.OperatorSurcharges, (int)number);
        Add(answer, CounterKind.OperatorVoids, (int)number);
        return FiscalError.None;
    }

    private FiscalError Class(DatecsRequest request, DatecsAnswer answer, CounterKind kind, NameKind names)
    {
        if (request.IsEmpty(0)) return PrintClass(answer, kind);
        FiscalError error = DatecsFields.Integer(request, 0, 1, NameTable.CountOf(names), out long number);
        if (error != FiscalError.None) return error;
        answer.Ok();
        Add(answer, kind, (int)number);
        int length = _shop.Names.Read(names, (int)number - 1);
        answer.AddLatin(_shop.Names.Text, 0, length);
        answer.Tab();
        return FiscalError.None;
    }

    private void Add(DatecsAnswer answer, CounterKind kind, int number)
    {
        _shop.Counters.Read(kind, number, _counter);
        Add(answer, _counter.Count, _counter.Sum);
    }

    private static void Add(DatecsAnswer answer, long count, long sum)
    {
        answer.AddNumber(count);
        answer.Tab();
        answer.AddAmount(sum);
        answer.Tab();
    }
}
