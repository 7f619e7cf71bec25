using Nf.Firmware.Documents;
using Nf.Firmware.Errors;

namespace Nf.Firmware.Programming;

/// <summary>The day's departments or article groups that have sales, on one page.</summary>
internal sealed class ClassReport : IReportPages
{
    private readonly ShopTables _shop;
    private readonly ShopReport _frame;
    private readonly Counter _counter = new Counter();
    private CounterKind _kind;

    internal ClassReport(ShopTables shop, ShopReport frame)
    {
        _shop = shop;
        _frame = frame;
    }

    internal ClassReport Of(CounterKind kind)
    {
        _kind = kind;
        return this;
    }

    /// <inheritdoc/>
    public FiscalError Next(DocumentWriter writer, long now, out bool isLast)
    {
        isLast = true;
        bool departments = _kind == CounterKind.Department;
        _frame.Begin(writer, departments ? "RAPORT DEPARTAMENTE" : "RAPORT GRUPE DE ARTICOLE", now);
        long count = 0;
        long sum = 0;
        int last = departments ? Counters.Departments : Counters.ArticleGroups;
        for (int number = 1; number <= last; number++)
        {
            _shop.Counters.Read(_kind, number, _counter);
            if (_counter.IsZero) continue;
            Line(writer, number);
            count += _counter.Count;
            sum += _counter.Sum;
        }

        writer.Separator();
        writer.Number("NUMĂR VÂNZĂRI", count);
        writer.Amount("TOTAL", sum);
        ShopReport.End(writer);
        return FiscalError.None;
    }

    private void Line(DocumentWriter writer, int number)
    {
        int length = _shop.Names.Read(_kind == CounterKind.Department ? NameKind.Department : NameKind.ArticleGroup, number - 1);
        DocumentLine line = writer.Line;
        ShopReport.Title(line, number, 2, _shop.Names.Text, length);
        writer.Put();
        line.Clear();
        line.Add("  VÂNZĂRI: ");
        line.AddNumber(_counter.Count);
        writer.PutAmount(_counter.Sum);
    }
}
