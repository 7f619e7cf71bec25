using Nf.Firmware.Access;
using Nf.Firmware.Bytes;
using Nf.Firmware.Documents;
using Nf.Firmware.Errors;
using Nf.Firmware.Identity;
using Nf.Firmware.WorkingMemory;

namespace Nf.Firmware;

/// <summary>Fiscalises with what was programmed before, and sees to it that the document about it gets onto paper once.</summary>
/// <remarks>
/// A cell says, from before the deciding record on, that the document is due; a start that finds it with the record there
/// issues the document, unless it is the one decided last.
/// </remarks>
internal sealed class FiscalisationDesk
{
    /// <summary>The host command that fiscalises.</summary>
    internal const int Command = 72;

    private readonly Fiscaliser _fiscaliser;
    private readonly RegisterIdentity _identity;
    private readonly WorkingState _state;
    private readonly CellStore _cells;
    private readonly DocumentIssuer _issuer;
    private readonly FiscalisationDocument _document;
    private readonly Readiness _readiness;
    private readonly byte[] _due = new byte[1];
    private readonly byte[] _groups = new byte[Day.VatGroups.SavedLength];

    internal FiscalisationDesk(Fiscaliser fiscaliser, RegisterIdentity identity, WorkingState state, CellStore cells, DocumentIssuer issuer,
        FiscalisationDocument document, Readiness readiness)
    {
        _fiscaliser = fiscaliser;
        _identity = identity;
        _state = state;
        _cells = cells;
        _issuer = issuer;
        _document = document;
        _readiness = readiness;
    }

    /// <summary>The document is not decided yet.</summary>
    internal bool IsDue { get; private set; }

    /// <summary>After a start with a fiscalised register: finds out whether the document is still due.</summary>
    internal void Recover()
    {
        if (!_cells.Read(AccessLayout.FiscalisationDue, _due, 1) || _due[0] == 0) return;
        IsDue = _state.Document.Kind != DocumentKind.Fiscalisation;
        if (!IsDue) Mark(0);
    }

    /// <summary>Fiscalises. Busy: a document is under way, ask again.</summary>
    internal FiscalError Fiscalise(string series, string fiscalCode, bool vatPayer)
    {
        if (_identity.IsFiscalised) return FiscalError.AlreadyFiscalised;
        FiscalError error = _readiness.Printer();
        if (error != FiscalError.None) return error;
        if (!_issuer.Output.IsDone) return FiscalError.Busy;
        FiscalisationOrder order = Order(series, fiscalCode, vatPayer);
        error = _fiscaliser.Obstacle(order);
        if (error == FiscalError.None) error = Mark(1);
        if (error == FiscalError.None) error = _fiscaliser.Fiscalise(order);
        if (error != FiscalError.None) return error;
        IsDue = true;
        Issue();
        return FiscalError.None;
    }

    /// <summary>Issues the document that is due; false when the working memory refused.</summary>
    internal bool Issue()
    {
        _document.LayOut();
        if (_issuer.Measure() != FiscalError.None) return false;
        if (_issuer.DecideKeepingAnswer(DocumentKind.Fiscalisation, _identity.FiscalisedAt) != FiscalError.None) return false;
        IsDue = false;
        Mark(0);
        return true;
    }

    private FiscalError Mark(byte due)
    {
        _due[0] = due;
        return _cells.Write(AccessLayout.FiscalisationDue, _due, 1);
    }

    private FiscalisationOrder Order(string series, string fiscalCode, bool vatPayer)
    {
        var order = new FiscalisationOrder();
        order.Identity.Series = series;
        order.Identity.SerialNumber = _identity.Fiscal.SerialNumber;
        order.Identity.FiscalCode = fiscalCode;
        order.Identity.VatPayer = vatPayer;
        order.Header.CopyFrom(_identity.Header);
        _identity.Groups.Save(new ByteWriter(_groups));
        order.Groups.Load(new ByteReader(_groups));
        return order;
    }
}
