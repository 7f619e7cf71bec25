using Nf.Firmware.Documents;
using Nf.Firmware.Errors;

namespace Nf.Firmware.Programming;

/// <summary>What operators did on the open day; may clear what it shows.</summary>
internal sealed class OperatorReport : IReportPages
{
    private readonly ShopTables _shop;
    private readonly ShopReport _frame;
    private readonly CounterEntries _entries;
    private readonly Counter _counter = new Counter();
    private int _first;
    private int _last;
    private bool _clears;

    internal OperatorReport(ShopTables shop, ShopReport frame, CounterEntries entries)
    {
        _shop = shop;
        _frame = frame;
        _entries = entries;
    }

    /// <summary>Says what the report is about.</summary>
    /// <param name="first">1 to 30.</param>
    /// <param name="last">Not before the first.</param>
    /// <param name="clears">The counters shown begin anew.</param>
    internal OperatorReport Of(int first, int last, bool clears)
    {
        _first = first;
        _last = last;
        _clears = clears;
        return this;
    }

    /// <inheritdoc/>
    public FiscalError Next(DocumentWriter writer, long now, out bool isLast)
    {
        isLast = true;
        _entries.Begin();
        _frame.Begin(writer, _clears ? "RAPORT OPERATORI CU ȘTERGERE" : "RAPORT OPERATORI", now);
        for (int number = _first; number <= _last; number++)
            if (HasWorked(number)) Operator(writer, number);
        _entries.End();
        ShopReport.End(writer);
        return FiscalError.None;
    }

    private bool HasWorked(int number)
    {
        for (CounterKind kind = CounterKind.OperatorReceipts; kind <= CounterKind.OperatorVoids; kind++)
        {
            _shop.Counters.Read(kind, number, _counter);
            if (!_counter.IsZero) return true;
        }

        return false;
    }

    private void Operator(DocumentWriter writer, int number)
    {
        int length = _shop.Names.Read(NameKind.Operator, number - 1);
        ShopReport.Title(writer.Line, number, 2, _shop.Names.Text, length);
        writer.Put();
        for (CounterKind kind = CounterKind.OperatorReceipts; kind <= CounterKind.OperatorVoids; kind++)
        {
            _shop.Counters.Read(kind, number, _counter);
            if (_counter.IsZero) continue;
            Line(writer, NameOf(kind));
            if (_clears) _entries.Restart(kind, number);
        }
    }

    private void Line(DocumentWriter writer, string name)
    {
        DocumentLine line = writer.Line;
        line.Clear();
        line.Add(name);
        line.AddNumber(_counter.Count);
        writer.PutAmount(_counter.Sum);
    }

    private static string NameOf(CounterKind kind)
    {
        switch (kind)
        {
            case CounterKind.OperatorReceipts: return "  BONURI FISCALE: ";
            case CounterKind.OperatorItemDiscounts: return "  REDUCERI PE ARTICOL: ";
            case CounterKind.OperatorSubtotalDiscounts: return "  REDUCERI PE SUBTOTAL: ";
            case CounterKind.OperatorSurcharges: return "  MAJORĂRI: ";
            default: return "  ANULĂRI ÎN BON: ";
        }
    }
}
