using Nf.Firmware.Bytes;
using Nf.Firmware.Errors;
using Nf.Firmware.WorkingMemory;

namespace Nf.Firmware.Programming;

/// <summary>The counters of articles, departments, article groups and operators: a cell each.</summary>
/// <remarks>
/// A Z report touches none of them: a cell says which day it belongs to, and one of another day reads as zero. Articles
/// are counted until they are cleared, unless the register is set to clear them daily.
/// </remarks>
internal sealed class Counters
{
    /// <summary>Departments, numbered from 1.</summary>
    internal const int Departments = 99;

    /// <summary>Article groups, numbered from 1.</summary>
    internal const int ArticleGroups = 99;

    /// <summary>Operators, numbered from 1.</summary>
    internal const int Operators = 30;

    private const int CellLength = Counter.SavedLength + CellStore.Overhead;

    private readonly CellStore _cells;
    private readonly WorkingState _state;
    private readonly RegisterOptions _options;
    private readonly byte[] _buffer = new byte[Counter.SavedLength];
    private readonly ByteReader _reader;
    private readonly ByteWriter _writer;
    private readonly Counter _counter = new Counter();

    internal Counters(CellStore cells, WorkingState state, RegisterOptions options)
    {
        _cells = cells;
        _state = state;
        _options = options;
        _reader = new ByteReader(_buffer);
        _writer = new ByteWriter(_buffer);
    }

    /// <summary>Reads a counter as it stands in the open day.</summary>
    internal void Read(CounterKind kind, int number, Counter counter)
    {
        Load(kind, number, counter);
        if (counter.Day < FirstDay(kind, _state.OpenDay)) counter.Restart();
    }

    /// <summary>Adds what a document counts; once, however often it is called for the same document.</summary>
    /// <param name="kind">What is counted.</param>
    /// <param name="number">Whose counter.</param>
    /// <param name="count">How many, or how much; comes off an article's stock.</param>
    /// <param name="sum">Bani.</param>
    /// <param name="document">The document.</param>
    internal FiscalError Add(CounterKind kind, int number, long count, long sum, PendingDocument document)
    {
        if (!Take(kind, number, document)) return FiscalError.None;
        if (_counter.Day < FirstDay(kind, document.File)) _counter.Restart();
        _counter.Day = document.File;
        _counter.Count += count;
        _counter.Sum += sum;
        if (kind == CounterKind.Article) _counter.Stock -= count;
        return Store(kind, number, _counter);
    }

    /// <summary>Sets a counter to zero because a report has shown it; the stock stays.</summary>
    internal FiscalError Restart(CounterKind kind, int number, PendingDocument document)
    {
        if (!Take(kind, number, document)) return FiscalError.None;
        _counter.Restart();
        return Store(kind, number, _counter);
    }

    /// <summary>Sets an article's stock, thousandths.</summary>
    internal FiscalError SetStock(int article, long thousandths)
    {
        Load(CounterKind.Article, article, _counter);
        _counter.Stock = thousandths;
        return Store(CounterKind.Article, article, _counter);
    }

    /// <summary>Forgets an article's counter and stock.</summary>
    internal FiscalError Forget(int article)
    {
        _counter.Clear();
        return Store(CounterKind.Article, article, _counter);
    }

    // False when the document has been counted here already: a power cut came between that and its end.
    private bool Take(CounterKind kind, int number, PendingDocument document)
    {
        Load(kind, number, _counter);
        if (_counter.Document == document.Id) return false;
        _counter.Document = document.Id;
        return true;
    }

    private int FirstDay(CounterKind kind, int day) => kind == CounterKind.Article ? _options.ArticlesSince(day) : day;

    private void Load(CounterKind kind, int number, Counter counter)
    {
        if (!_cells.Read(Address(kind, number), _buffer, Counter.SavedLength))
        {
            counter.Clear();
            return;
        }

        _reader.Seek(0);
        counter.Load(_reader);
    }

    private FiscalError Store(CounterKind kind, int number, Counter counter)
    {
        _writer.Seek(0);
        counter.Save(_writer);
        return _cells.Write(Address(kind, number), _buffer, Counter.SavedLength);
    }

    private static int Address(CounterKind kind, int number)
    {
        if (kind == CounterKind.Article) return TableLayout.ArticleCounters + (number - 1) * CellLength;
        int index = number - 1;
        if (kind == CounterKind.ArticleGroup) index += Departments;
        if (kind >= CounterKind.OperatorReceipts) index += Departments + ArticleGroups + (kind - CounterKind.OperatorReceipts) * Operators;
        return TableLayout.SmallCounters + index * CellLength;
    }
}
