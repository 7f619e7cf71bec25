using Nf.Firmware.Bytes;
using Nf.Firmware.Errors;
using Nf.Firmware.WorkingMemory;
using Nf.Hal.Devices;

namespace Nf.Firmware.Programming;

/// <summary>The register's articles: by number at once, by bar code with a bounded search.</summary>
public sealed class ArticleTable
{
    /// <summary>Articles, numbered from 1.</summary>
    public const int Count = 3000;

    private const int CellLength = Article.SavedLength + CellStore.Overhead;

    private readonly CellStore _cells;
    private readonly BarcodeIndex _index;
    private readonly ArticleMap _map;
    private readonly byte[] _buffer = new byte[Article.SavedLength];
    private readonly ByteReader _reader;
    private readonly ByteWriter _writer;
    private readonly Article _other = new Article();

    internal ArticleTable(CellStore cells, IWorkingMemory memory)
    {
        _cells = cells;
        _index = new BarcodeIndex(memory);
        _map = new ArticleMap(cells);
        _reader = new ByteReader(_buffer);
        _writer = new ByteWriter(_buffer);
    }

    /// <summary>Articles programmed; after a power cut in the middle of a change it may say one too many.</summary>
    public int Programmed => _map.Marked;

    /// <summary>Reads which articles there are; false when the working memory has lost that.</summary>
    internal bool Load() => _map.Load();

    /// <summary>Begins an empty table on memory that was set to zero.</summary>
    internal FiscalError Begin() => _map.Clear();

    /// <summary>Reads an article; false when its number is not programmed.</summary>
    public bool Read(int number, Article article)
    {
        if (!_map.Has(number) || !Holds(number)) return false;
        _reader.Seek(0);
        article.Load(_reader);
        article.Number = number;
        return true;
    }

    /// <summary>Finds the article that has a bar code; false when none has.</summary>
    public bool Find(long barcode, Article article)
    {
        _index.Begin(barcode);
        for (int number = _index.Next(); number != 0; number = _index.Next())
            if (Read(number, article) && article.HasBarcode(barcode)) return true;
        return false;
    }

    /// <summary>The nearest number that is programmed, or that is free, from one number on; 0 when there is none.</summary>
    /// <param name="from">The first to look at.</param>
    /// <param name="step">1 upwards, -1 downwards.</param>
    /// <param name="programmed">Look for an article, else for a free number.</param>
    internal int Find(int from, int step, bool programmed)
    {
        int number = _map.Find(from, step, programmed);
        while (number != 0 && programmed && !Read(number, _other)) number = _map.Find(number + step, step, programmed);
        return number;
    }

    /// <summary>Why an article cannot be programmed: another one has a bar code of it.</summary>
    internal FiscalError Check(Article article)
    {
        for (int i = 0; i < Article.MaxBarcodes; i++)
        {
            long barcode = article.BarcodeAt(i);
            if (barcode != 0 && Find(barcode, _other) && _other.Number != article.Number) return FiscalError.BarcodeTaken;
        }

        return FiscalError.None;
    }

    /// <summary>Programs an article, new or over the one that has its number.</summary>
    internal FiscalError Write(Article article)
    {
        FiscalError error = Check(article);
        for (int i = 0; i < Article.MaxBarcodes && error == FiscalError.None; i++)
            if (article.BarcodeAt(i) != 0) error = _index.Add(article.BarcodeAt(i), article.Number);
        if (error != FiscalError.None) return error;
        bool replaces = Read(article.Number, _other);
        // A table that was begun anew may have left an article in the cell.
        if (!replaces && Holds(article.Number)) error = Erase(article.Number);
        if (error == FiscalError.None) error = _map.Set(article.Number, true);
        if (error != FiscalError.None) return error;
        _writer.Seek(0);
        article.Save(_writer);
        error = _cells.Write(Address(article.Number), _buffer, Article.SavedLength);
        return error == FiscalError.None && replaces ? GiveUpBarcodes(article) : error;
    }

    /// <summary>Takes an article out.</summary>
    internal FiscalError Delete(int number)
    {
        FiscalError error = FiscalError.None;
        if (Read(number, _other))
        {
            error = Erase(number);
            if (error == FiscalError.None) error = GiveUpBarcodes(null);
        }

        return error == FiscalError.None ? _map.Set(number, false) : error;
    }

    // Those of the article that was there and that its successor has not.
    private FiscalError GiveUpBarcodes(Article successor)
    {
        FiscalError error = FiscalError.None;
        for (int i = 0; i < Article.MaxBarcodes && error == FiscalError.None; i++)
        {
            long barcode = _other.BarcodeAt(i);
            if (barcode == 0 || (successor != null && successor.HasBarcode(barcode))) continue;
            error = _index.Remove(barcode, _other.Number);
        }

        return error;
    }

    private bool Holds(int number) => _cells.Read(Address(number), _buffer, Article.SavedLength) && _buffer[0] != 0;

    private FiscalError Erase(int number)
    {
        _writer.Seek(0);
        _writer.Zero(Article.SavedLength);
        return _cells.Write(Address(number), _buffer, Article.SavedLength);
    }

    private static int Address(int number) => TableLayout.Articles + (number - 1) * CellLength;
}
