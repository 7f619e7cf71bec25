using Nf.Firmware.Errors;
using Nf.Firmware.WorkingMemory;

namespace Nf.Firmware.Programming;

/// <summary>Deletes articles of a range, a few each turn; nothing is deleted when one of them still counts something.</summary>
internal sealed class ArticleRemoval
{
    private const int ArticlesPerTurn = 20;

    private readonly ShopTables _shop;
    private readonly WorkingState _state;
    private readonly Counter _counter = new Counter();
    private int _first;
    private int _last;
    private int _next;
    private bool _checked;

    internal ArticleRemoval(ShopTables shop, WorkingState state)
    {
        _shop = shop;
        _state = state;
    }

    internal void Begin(int first, int last)
    {
        _first = first;
        _last = last;
        _next = first;
        _checked = false;
    }

    /// <summary>Goes on. Busy: call again.</summary>
    internal FiscalError Continue()
    {
        for (int i = 0; i < ArticlesPerTurn; i++)
        {
            int number = _next == 0 ? 0 : _shop.Articles.Find(_next, 1, true);
            if (number == 0 || number > _last)
            {
                if (_checked) return FiscalError.None;
                _checked = true;
                _next = _first;
                continue;
            }

            FiscalError error = _checked ? Delete(number) : Check(number);
            if (error != FiscalError.None) return error;
            _next = number < ArticleTable.Count ? number + 1 : 0;
        }

        return FiscalError.Busy;
    }

    /// <summary>Why what an article stands for may not change now: it was sold on the open day, or never reported.</summary>
    internal FiscalError Check(int number)
    {
        if (IsSoldToday(number)) return FiscalError.ZReportNeeded;
        return _counter.IsZero ? FiscalError.None : FiscalError.ArticleHasTurnover;
    }

    /// <summary>The article was sold on the open day.</summary>
    internal bool IsSoldToday(int number)
    {
        _shop.Counters.Read(CounterKind.Article, number, _counter);
        return _counter.Day == _state.OpenDay;
    }

    private FiscalError Delete(int number)
    {
        FiscalError error = _shop.Articles.Delete(number);
        return error == FiscalError.None ? _shop.Counters.Forget(number) : error;
    }
}
