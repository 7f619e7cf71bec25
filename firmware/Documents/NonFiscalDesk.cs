using Nf.Firmware.Errors;
using Nf.Firmware.WorkingMemory;

namespace Nf.Firmware.Documents;

/// <summary>Free documents of a host that are no receipts: opened, filled with text, closed, and only then printed.</summary>
/// <remarks>
/// Until it is closed such a document stands in the spool alone: a power cut, or switching off, forgets it, and nothing of
/// it was printed. While it is open there is no receipt and no report, since there is one spool.
/// </remarks>
internal sealed class NonFiscalDesk
{
    /// <summary>Texts, separators and codes of one document.</summary>
    internal const int MaxParts = 200;

    /// <summary>Room that the document's end needs in the spool, bytes.</summary>
    private const int EndReserve = 256;

    private readonly WorkingState _state;
    private readonly Spool _spool;
    private readonly DocumentIssuer _issuer;
    private readonly NonFiscalDocument _document;
    private readonly Readiness _readiness;
    private readonly FiscalWords _words = new FiscalWords();
    private int _parts;

    internal NonFiscalDesk(WorkingState state, Spool spool, DocumentIssuer issuer, NonFiscalDocument document, Readiness readiness)
    {
        _state = state;
        _spool = spool;
        _issuer = issuer;
        _document = document;
        _readiness = readiness;
    }

    internal bool IsOpen { get; private set; }

    /// <summary>The number that the document bears: documents of every kind are counted, for the register's life.</summary>
    internal long NextNumber => _state.Document.Id + 1;

    /// <summary>Opens a document. Busy: the document before is still under way, ask again.</summary>
    internal FiscalError Open()
    {
        if (IsOpen) return FiscalError.ReceiptOpen;
        FiscalError error = _readiness.ForSale(out long now);
        if (error != FiscalError.None) return error;
        _document.Begin(now, NextNumber);
        _words.Begin();
        _parts = 0;
        IsOpen = _spool.Failure == FiscalError.None;
        return _spool.Failure;
    }

    /// <summary>Why nothing may be added; the addition begins at the mark.</summary>
    internal FiscalError BeginPart(out int mark)
    {
        mark = _spool.Length;
        if (!IsOpen) return FiscalError.ReceiptClosed;
        return _parts < MaxParts ? FiscalError.None : FiscalError.TooManyItems;
    }

    /// <summary>The text, in ISO-8859-16, may stand in a document that is no receipt. Asked once for each text.</summary>
    internal bool Allows(byte[] text, int length) => _words.Allows(text, length);

    /// <summary>Keeps what was added since the mark, or takes it out when the document's end would no longer fit.</summary>
    internal FiscalError EndPart(int mark)
    {
        FiscalError error = _spool.Failure;
        if (error == FiscalError.None && _spool.Room < EndReserve) error = FiscalError.TooManyItems;
        if (error == FiscalError.None) _parts++;
        else _spool.Rewind(mark);
        return error;
    }

    /// <summary>Ends the document: one commit, after which it is in the journal and on paper. Busy: ask again.</summary>
    internal FiscalError Close()
    {
        if (!IsOpen) return FiscalError.ReceiptClosed;
        FiscalError error = _readiness.ForSale(out long now);
        if (error != FiscalError.None) return error;
        int mark = _spool.Length;
        _document.Finish(now);
        error = _issuer.Measure();
        if (error != FiscalError.None)
        {
            _spool.Rewind(mark);
            return error;
        }

        IsOpen = false;
        return _issuer.Decide(DocumentKind.NonFiscal, now);
    }
}
