using Nf.Firmware.Errors;

namespace Nf.Firmware.Programming;

/// <summary>Goes through the articles from one number on, a few each turn.</summary>
/// <remarks>
/// <code>search.Begin(1, 1, true); while ((error = search.Continue()) == FiscalError.Busy) { }</code>
/// </remarks>
internal sealed class ArticleSearch
{
    /// <summary>Counters read in one turn at most.</summary>
    private const int ReadsPerTurn = 40;

    private readonly ShopTables _shop;
    private readonly Counter _counter = new Counter();
    private int _next;
    private int _step = 1;
    private bool _soldOnly;

    internal ArticleSearch(ShopTables shop) => _shop = shop;

    /// <summary>The article found; 0 when there is none.</summary>
    internal int Found { get; private set; }

    /// <summary>Begins at a number.</summary>
    /// <param name="from">The first to look at.</param>
    /// <param name="step">1 upwards, -1 downwards.</param>
    /// <param name="soldOnly">Only articles that count something.</param>
    internal void Begin(int from, int step, bool soldOnly)
    {
        _next = from;
        _step = step;
        _soldOnly = soldOnly;
        Found = 0;
    }

    /// <summary>Looks for the next article. None: see <see cref="Found"/>. Busy: call again.</summary>
    internal FiscalError Continue()
    {
        for (int reads = 0; reads < ReadsPerTurn; reads++)
        {
            Found = _next == 0 ? 0 : _shop.Articles.Find(_next, _step, true);
            _next = Found == 0 ? 0 : Found + _step;
            if (Found == 0 || !_soldOnly) return FiscalError.None;
            _shop.Counters.Read(CounterKind.Article, Found, _counter);
            if (!_counter.IsZero) return FiscalError.None;
        }

        return FiscalError.Busy;
    }
}
