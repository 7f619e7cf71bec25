using Nf.Firmware.Day;
using Nf.Firmware.Documents;
using Nf.Firmware.Errors;
using Nf.Firmware.FiscalMemory;
using Nf.Firmware.Identity;
using Nf.Firmware.Programming;
using Nf.Firmware.Time;
using Nf.Firmware.WorkingMemory;

namespace Nf.Firmware.Sales;

/// <summary>Makes receipts: each call is refused and changes nothing, or is done on the receipt and in the spool.</summary>
public sealed class ReceiptDesk
{
    /// <summary>Receipts in a day at most: the number has four digits in ANAF's identifiers.</summary>
    private const int MaxReceipts = 9999;

    /// <summary>Room that totals, payments, counters and the end of a receipt need in the spool, bytes.</summary>
    private const int EndReserve = 16384;

    private readonly WorkingState _state;
    private readonly Spool _spool;
    private readonly DocumentIssuer _issuer;
    private readonly ReceiptDocument _document;
    private readonly ReceiptCounting _counting;
    private readonly Readiness _readiness;
    private readonly RegisterClock _clock;
    private readonly RegisterIdentity _identity;

    internal ReceiptDesk(RegisterIdentity identity, WorkingState state, Spool spool, DocumentIssuer issuer, DocumentWriter writer,
        Readiness readiness, RegisterClock clock, CounterEntries counters, NameTable names)
    {
        _identity = identity;
        _state = state;
        _spool = spool;
        _issuer = issuer;
        _readiness = readiness;
        _clock = clock;
        Receipt = new OpenReceipt(identity, state.Totals);
        _counting = new ReceiptCounting(Receipt, counters);
        _document = new ReceiptDocument(writer, spool, identity, Receipt, state.Currency, names);
    }

    public OpenReceipt Receipt { get; }

    /// <summary>The number that the open receipt will bear if it is issued next.</summary>
    public int NextNumber => _state.Totals.Receipts + 1;

    /// <summary>Opens a receipt. Busy: the document before is still under way, ask again.</summary>
    /// <param name="operatorNumber">1 to 30.</param>
    /// <param name="till">1 to 99999.</param>
    /// <param name="buyerCode">The buyer's fiscal code, empty for none.</param>
    /// <param name="traveller">Who buys, at an airport; what it holds is taken over.</param>
    public FiscalError Open(int operatorNumber, int till, string buyerCode, Traveller traveller)
    {
        if (Receipt.IsOpen) return FiscalError.ReceiptOpen;
        FiscalError error = _readiness.ForOpening(out long now);
        if (error != FiscalError.None) return error;
        if (buyerCode.Length > 0 && !FiscalCode.IsBuyer(buyerCode)) return FiscalError.BuyerWrong;
        if (IsAirport && !traveller.IsComplete) return FiscalError.TravellerMissing;
        if (NextNumber > MaxReceipts) return FiscalError.ZReportNeeded;
        Receipt.Open(operatorNumber, till, buyerCode);
        if (IsAirport) Receipt.Traveller.CopyFrom(traveller);
        _document.Begin(now, _state.OpenDay);
        return Keep(FiscalError.None);
    }

    /// <summary>Adds the buyer's code to the open receipt, once (OUG 28/1999, art. 4 (2)).</summary>
    public FiscalError SetBuyer(string code) => Receipt.IsOpen ? Receipt.SetBuyer(code) : FiscalError.ReceiptClosed;

    /// <summary>Sells a line.</summary>
    public FiscalError Sell(SaleLine line)
    {
        if (!Receipt.IsOpen) return FiscalError.ReceiptClosed;
        FiscalError error = Receipt.CheckSale(line);
        if (error != FiscalError.None) return error;
        int mark = _spool.Length;
        _document.Sale(line);
        error = Spooled(mark);
        if (error == FiscalError.None) Receipt.Sell(line);
        return error;
    }

    /// <summary>
    /// Takes off an earlier line of this receipt, or returned packaging; the law knows no other negative line
    /// (norms, art. 33 B c), 34 e), 37 (2)).
    /// </summary>
    public FiscalError TakeOff(SaleLine line)
    {
        if (!Receipt.IsOpen) return FiscalError.ReceiptClosed;
        FiscalError error = Receipt.CheckVoid(line, out int item);
        if (error == FiscalError.NoSuchLine && line.Kind == LineKind.Packaging) return TakeBack(line);
        if (error != FiscalError.None) return error;
        int mark = _spool.Length;
        _document.Void(line, Receipt.Items.ChangeOf(item));
        error = Spooled(mark);
        if (error == FiscalError.None) Receipt.Void(item);
        return error;
    }

    /// <summary>Shows the subtotal and gives a discount or surcharge on it.</summary>
    public FiscalError Subtotal(Adjustment adjustment, bool print)
    {
        if (!Receipt.IsOpen) return FiscalError.ReceiptClosed;
        FiscalError error = Receipt.CheckSubtotal(adjustment);
        if (error != FiscalError.None) return error;
        int mark = _spool.Length;
        bool adjusts = adjustment.Kind != AdjustmentKind.None;
        if (print || adjusts) _document.Subtotal(Receipt.Total);
        if (adjusts) _document.SubtotalAdjustment(adjustment);
        error = Spooled(mark);
        if (error == FiscalError.None && adjusts) Receipt.Adjust(adjustment);
        return error;
    }

    /// <summary>Why the host may add no text or code between the items; then <see cref="AddedText"/> keeps or drops it.</summary>
    /// <param name="mark">Where the addition begins, for <see cref="AddedText"/>.</param>
    internal FiscalError BeginText(out int mark)
    {
        mark = _spool.Length;
        if (!Receipt.IsOpen) return FiscalError.ReceiptClosed;
        return Receipt.PaymentBegun ? FiscalError.PaymentBegun : FiscalError.None;
    }

    /// <summary>Keeps what was added since the mark, or takes it out when the receipt's end would no longer fit.</summary>
    internal FiscalError AddedText(int mark) => Spooled(mark);

    /// <summary>Takes a payment; 0 bani for what is due.</summary>
    public FiscalError Pay(PaymentKind kind, long bani)
    {
        if (!Receipt.IsOpen) return FiscalError.ReceiptClosed;
        FiscalError error = Receipt.Payments.Check(kind, bani);
        if (error == FiscalError.None) Receipt.Payments.Pay(kind, bani);
        return error;
    }

    /// <summary>Charges a card, with more than is due if the drawer can hand out the rest.</summary>
    public FiscalError PayWithAdvance(long bani)
    {
        if (!Receipt.IsOpen) return FiscalError.ReceiptClosed;
        FiscalError error = Receipt.Payments.CheckCardAdvance(bani);
        if (error == FiscalError.None) Receipt.Payments.Pay(PaymentKind.Card, bani);
        return error;
    }

    /// <summary>Takes foreign cash; 0 hundredths of the currency for what is due.</summary>
    /// <param name="hundredths">What is handed over.</param>
    /// <param name="foreignChange">Change is given in the currency, else in lei.</param>
    public FiscalError PayForeign(long hundredths, bool foreignChange)
    {
        if (!Receipt.IsOpen) return FiscalError.ReceiptClosed;
        FiscalError error = Receipt.Payments.CheckForeign(_state.Currency, hundredths, foreignChange);
        if (error == FiscalError.None) Receipt.Payments.PayForeign(_state.Currency, hundredths, foreignChange);
        return error;
    }

    /// <summary>
    /// Issues the receipt: the one commit after which it is in the totals, in the journal and on paper. What keeps a
    /// receipt from being opened keeps it from being issued too (norms, art. 34 l), 38); until then it stays open.
    /// </summary>
    public FiscalError Issue()
    {
        if (!Receipt.IsOpen) return FiscalError.ReceiptClosed;
        FiscalError error = Receipt.CheckIssue();
        if (error != FiscalError.None) return error;
        error = _readiness.ForSale(out long now);
        if (error != FiscalError.None) return error;
        int mark = _spool.Length;
        _counting.Write();
        _document.Finish(now, _state.OpenDay, NextNumber);
        error = Measured(mark);
        if (error != FiscalError.None) return error;
        _state.Issued.Add(_state.OpenDay, NextNumber, Receipt.Lines, Receipt.Total);
        Receipt.AddTo(_state.Totals, _state.Currency);
        if (_state.FirstReceipt == 0) _state.FirstReceipt = now;
        Receipt.Forget();
        return _issuer.Decide(DocumentKind.Receipt, now);
    }

    /// <summary>Gives the receipt up: counted as cancelled, printed as such, no number used.</summary>
    public FiscalError Cancel()
    {
        if (!Receipt.IsOpen) return FiscalError.ReceiptClosed;
        FiscalError error = _clock.Read(out long now);
        if (error != FiscalError.None) return error;
        int mark = _spool.Length;
        _document.FinishCancelled(now);
        error = Measured(mark);
        if (error != FiscalError.None) return error;
        _state.Totals.Cancelled.Add(Receipt.Total);
        Receipt.Forget();
        return _issuer.Decide(DocumentKind.CancelledReceipt, now);
    }

    private bool IsAirport => _identity.Fiscal.Type == RegisterType.Airport;

    private FiscalError TakeBack(SaleLine line)
    {
        FiscalError error = Receipt.CheckPackaging(line);
        if (error != FiscalError.None) return error;
        int mark = _spool.Length;
        _document.Packaging(line);
        error = Spooled(mark);
        if (error == FiscalError.None) Receipt.TakeBack(line);
        return error;
    }

    private FiscalError Measured(int mark) => Keep(_issuer.Measure(), mark);

    private FiscalError Spooled(int mark) => Keep(_spool.Room < EndReserve ? FiscalError.TooManyItems : FiscalError.None, mark);

    private FiscalError Keep(FiscalError error, int mark)
    {
        if (_spool.Failure != FiscalError.None) error = _spool.Failure;
        if (error != FiscalError.None) _spool.Rewind(mark);
        return error;
    }

    private FiscalError Keep(FiscalError error)
    {
        if (_spool.Failure != FiscalError.None) error = _spool.Failure;
        if (error != FiscalError.None) Receipt.Forget();
        return error;
    }
}
