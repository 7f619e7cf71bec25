using Nf.Firmware.Day;
using Nf.Firmware.Errors;
using Nf.Firmware.Money;

namespace Nf.Firmware.Sales;

/// <summary>What is due of an open receipt and what it was paid with; only the last payment can be more than what was due.</summary>
/// <remarks>A Check method says whether a payment may be taken and changes nothing; the method after it takes it.</remarks>
public sealed class ReceiptPayments
{
    /// <summary>Payments on one receipt at most.</summary>
    public const int Max = 10;

    private readonly ReceiptItems _items;
    private readonly ReceiptSums _sums;
    private readonly DayTotals _day;
    private readonly PaymentKind[] _kinds = new PaymentKind[Max];
    private readonly long[] _bani = new long[Max];
    private readonly long[] _foreign = new long[Max];

    internal ReceiptPayments(ReceiptItems items, ReceiptSums sums, DayTotals day)
    {
        _items = items;
        _sums = sums;
        _day = day;
    }

    public int Count { get; private set; }

    /// <summary>Bani handed over, foreign currency at its rate.</summary>
    public long Paid { get; private set; }

    /// <summary>Cash in lei among it, bani.</summary>
    public long PaidInCash { get; private set; }

    /// <summary>What is still to pay, bani.</summary>
    public long Due
    {
        get
        {
            long due = _sums.Total - Paid;
            return due > 0 ? due : 0;
        }
    }

    /// <summary>What goes back to the buyer, bani.</summary>
    public long Change
    {
        get
        {
            long change = Paid - _sums.Total;
            return change > 0 ? change : 0;
        }
    }

    /// <summary>What goes back to the buyer in foreign currency, in hundredths of it.</summary>
    public long ForeignChange { get; private set; }

    /// <summary>The change is given in the currency of the last payment.</summary>
    public bool ChangeIsForeign { get; private set; }

    public PaymentKind KindAt(int index) => _kinds[index];

    /// <summary>What was handed over in a payment, bani; change not taken off.</summary>
    public long SumAt(int index) => _bani[index];

    /// <summary>What was handed over in foreign currency, in hundredths of it; 0 for a payment in lei.</summary>
    public long ForeignAt(int index) => _foreign[index];

    /// <summary>The way of the last payment.</summary>
    public PaymentKind Last => _kinds[Count - 1];

    /// <summary>Says whether a payment may be taken.</summary>
    /// <param name="kind">The way of payment; only cash may exceed what is due.</param>
    /// <param name="bani">What is handed over; 0 for what is due.</param>
    public FiscalError Check(PaymentKind kind, long bani)
    {
        FiscalError error = CheckAny(bani);
        if (error != FiscalError.None) return error;
        return bani > Due && kind != PaymentKind.Cash ? FiscalError.SumAbove : CheckRest(bani);
    }

    /// <summary>Says whether a card may be charged with more than is due: the rest is handed out in cash.</summary>
    /// <param name="bani">What the card is charged with; 0 for what is due.</param>
    public FiscalError CheckCardAdvance(long bani)
    {
        FiscalError error = CheckAny(bani);
        if (error == FiscalError.None) error = CheckRest(bani);
        return error != FiscalError.None ? error : CheckDrawer(bani - Due);
    }

    /// <summary>Takes a payment in lei that was found good.</summary>
    public void Pay(PaymentKind kind, long bani) => Add(kind, bani == 0 ? Due : bani, 0);

    /// <summary>Says whether foreign cash may be taken.</summary>
    /// <param name="currency">The currency in use.</param>
    /// <param name="hundredths">What is handed over, in hundredths of it; 0 for what is due.</param>
    /// <param name="foreignChange">Change is given in the currency, else in lei from the drawer.</param>
    public FiscalError CheckForeign(ForeignCurrency currency, long hundredths, bool foreignChange)
    {
        if (!currency.IsSet) return FiscalError.ForeignNotSet;
        FiscalError error = CheckAny(hundredths);
        if (error != FiscalError.None) return error;
        if (hundredths == 0) hundredths = currency.Covering(Due);
        long bani = currency.ToBani(hundredths);
        if (bani == 0 || bani > Amount.MaxReceipt) return FiscalError.ValueWrong;
        error = CheckRest(bani);
        return error != FiscalError.None || foreignChange ? error : CheckDrawer(bani - Due);
    }

    /// <summary>Takes foreign cash that <see cref="CheckForeign"/> found good.</summary>
    public void PayForeign(ForeignCurrency currency, long hundredths, bool foreignChange)
    {
        if (hundredths == 0) hundredths = currency.Covering(Due);
        Add(PaymentKind.ForeignCash, currency.ToBani(hundredths), hundredths);
        if (!foreignChange || Change == 0) return;
        ForeignChange = currency.FromBani(Change);
        ChangeIsForeign = true;
    }

    internal void Clear()
    {
        Count = 0;
        Paid = 0;
        PaidInCash = 0;
        ForeignChange = 0;
        ChangeIsForeign = false;
    }

    /// <summary>Adds the payments to the day's sums; what goes back to the buyer is taken off the last one.</summary>
    /// <param name="day">The day.</param>
    /// <param name="currency">The foreign currency in use.</param>
    internal void AddTo(DayTotals day, ForeignCurrency currency)
    {
        long change = Change;
        for (int i = 0; i < Count; i++)
        {
            bool last = i == Count - 1;
            day.AddPayment(_kinds[i], last ? _bani[i] - change : _bani[i]);
            if (_kinds[i] == PaymentKind.ForeignCash) day.Foreign.AddPayment(currency, last ? _foreign[i] - ForeignChange : _foreign[i]);
        }

        if (change > 0 && Last != PaymentKind.Cash && !ChangeIsForeign) day.CashGiven.Add(change);
    }

    private void Add(PaymentKind kind, long bani, long foreign)
    {
        _kinds[Count] = kind;
        _bani[Count] = bani;
        _foreign[Count] = foreign;
        Count++;
        Paid += bani;
        if (kind == PaymentKind.Cash) PaidInCash += bani;
    }

    private FiscalError CheckAny(long sum)
    {
        if (_sums.Total == 0) return _items.Count == 0 ? FiscalError.NoItems : FiscalError.TotalZero;
        if (Due == 0) return FiscalError.SumAbove;
        return sum < 0 ? FiscalError.ValueWrong : FiscalError.None;
    }

    // No rest may be left that nothing more can pay; 0 pays it.
    private FiscalError CheckRest(long bani) =>
        Count == Max - 1 && bani != 0 && bani < Due ? FiscalError.LastPaymentShort : FiscalError.None;

    // What is handed out in lei must be in the drawer, what this receipt brought included.
    private FiscalError CheckDrawer(long handedOut) =>
        handedOut > _day.Drawer + PaidInCash ? FiscalError.NotEnoughCash : FiscalError.None;
}
