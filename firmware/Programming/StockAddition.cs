using Nf.Firmware.Bytes;
using Nf.Firmware.Documents;
using Nf.Firmware.Errors;
using Nf.Firmware.WorkingMemory;

namespace Nf.Firmware.Programming;

/// <summary>Adds to an article's stock once, however often the host sends the same frame and whatever cuts the power.</summary>
/// <remarks>
/// The new stock is written down for the next commit, which also keeps the answer; then the stock is set to it. A start
/// finds out by the number of that commit whether it happened, and sets the stock, or forgets what was written down.
/// </remarks>
internal sealed class StockAddition
{
    private const int SavedLength = 14;

    private readonly CellStore _cells;
    private readonly Counters _counters;
    private readonly StateStore _store;
    private readonly DocumentIssuer _issuer;
    private readonly Counter _counter = new Counter();
    private readonly byte[] _cell = new byte[SavedLength];

    internal StockAddition(CellStore cells, Counters counters, StateStore store, DocumentIssuer issuer)
    {
        _cells = cells;
        _counters = counters;
        _store = store;
        _issuer = issuer;
    }

    /// <summary>Adds to a stock, thousandths, and commits with the host's answer.</summary>
    internal FiscalError Add(int article, long thousandths)
    {
        _counters.Read(CounterKind.Article, article, _counter);
        long stock = _counter.Stock + thousandths;
        FiscalError error = Write(_store.Sequence + 1, article, stock);
        if (error == FiscalError.None) error = _issuer.Commit();
        return error == FiscalError.None ? Set(article, stock) : error;
    }

    /// <summary>Finishes what a power cut interrupted; once, at start, with the newest state loaded.</summary>
    internal FiscalError Recover()
    {
        if (!_cells.Read(TableLayout.StockAddition, _cell, SavedLength)) return FiscalError.None;
        var reader = new ByteReader(_cell);
        long commit = reader.U32();
        int article = reader.U16();
        long stock = reader.I64();
        if (commit == 0) return FiscalError.None;
        return commit <= _store.Sequence ? Set(article, stock) : Write(0, 0, 0);
    }

    private FiscalError Set(int article, long stock)
    {
        FiscalError error = _counters.SetStock(article, stock);
        return error == FiscalError.None ? Write(0, 0, 0) : error;
    }

    private FiscalError Write(long commit, int article, long stock)
    {
        var writer = new ByteWriter(_cell);
        writer.U32(commit);
        writer.U16(article);
        writer.I64(stock);
        return _cells.Write(TableLayout.StockAddition, _cell, SavedLength);
    }
}
