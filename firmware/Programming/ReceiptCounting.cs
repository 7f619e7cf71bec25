using Nf.Firmware.Sales;

namespace Nf.Firmware.Programming;

/// <summary>What an issued receipt counts: its articles, departments and article groups, and its operator.</summary>
/// <remarks>A line counts with its own discount or surcharge; one on the subtotal is the operator's alone.</remarks>
internal sealed class ReceiptCounting
{
    private readonly OpenReceipt _receipt;
    private readonly ReceiptItems _items;
    private readonly CounterEntries _entries;

    internal ReceiptCounting(OpenReceipt receipt, CounterEntries entries)
    {
        _receipt = receipt;
        _items = receipt.Items;
        _entries = entries;
    }

    /// <summary>Spools what the receipt counts.</summary>
    internal void Write()
    {
        _entries.Begin();
        Operator(CounterKind.OperatorReceipts, 1, _receipt.Total);
        Operator(CounterKind.OperatorItemDiscounts, _receipt.ItemDiscounts.Count, _receipt.ItemDiscounts.Sum);
        Operator(CounterKind.OperatorSubtotalDiscounts, _receipt.SubtotalDiscounts.Count, _receipt.SubtotalDiscounts.Sum);
        Operator(CounterKind.OperatorSurcharges, _receipt.ItemSurcharges.Count + _receipt.SubtotalSurcharges.Count,
            _receipt.ItemSurcharges.Sum + _receipt.SubtotalSurcharges.Sum);
        Operator(CounterKind.OperatorVoids, _receipt.Voids.Count, _receipt.Voids.Sum);
        Items(CounterKind.Department);
        if (_items.HasArticles)
        {
            Items(CounterKind.ArticleGroup);
            Items(CounterKind.Article);
        }

        _entries.End();
    }

    private void Operator(CounterKind kind, int count, long sum)
    {
        if (count > 0) _entries.Add(kind, _receipt.Operator, count, sum);
    }

    // A document may change a counter once only: what the lines of one article or department come to goes together.
    private void Items(CounterKind kind)
    {
        int items = _items.Count;
        for (int i = 0; i < items; i++)
        {
            int key = KeyOf(i, kind);
            if (key == 0 || FirstOf(kind, key) < i) continue;
            long count = 0;
            long sum = 0;
            for (int j = i; j < items; j++)
            {
                if (KeyOf(j, kind) != key) continue;
                count += kind == CounterKind.Article ? _items.QuantityOf(j) : 1;
                sum += _items.NetOf(j);
            }

            _entries.Add(kind, key, count, sum);
        }
    }

    private int FirstOf(CounterKind kind, int key)
    {
        int i = 0;
        while (KeyOf(i, kind) != key) i++;
        return i;
    }

    // Voided lines have no key: they never were.
    private int KeyOf(int item, CounterKind kind)
    {
        if (_items.IsVoided(item)) return 0;
        switch (kind)
        {
            case CounterKind.Article: return _items.ArticleOf(item);
            case CounterKind.ArticleGroup: return _items.ArticleGroupOf(item);
            default: return _items.DepartmentOf(item);
        }
    }
}
