using Nf.Firmware.Day;
using Nf.Firmware.Money;

namespace Nf.Firmware.Sales;

/// <summary>What an open receipt was paid with; only the last payment can be more than what was due.</summary>
public sealed class ReceiptPayments
{
    /// <summary>Payments on one receipt at most.</summary>
    public const int Max = 10;

    private readonly PaymentKind[] _kinds = new PaymentKind[Max];
    private readonly long[] _sums = new long[Max];
    private readonly long[] _foreign = new long[Max];

    public int Count { get; private set; }

    /// <summary>Bani handed over, foreign currency at its rate.</summary>
    public long Paid { get; private set; }

    /// <summary>Cash in lei among it, bani.</summary>
    public long PaidInCash { get; private set; }

    /// <summary>What goes back to the buyer in foreign currency, in hundredths of it.</summary>
    public long ForeignChange { get; private set; }

    /// <summary>The change is given in the currency of the last payment.</summary>
    public bool ChangeIsForeign { get; private set; }

    public PaymentKind KindAt(int index) => _kinds[index];

    /// <summary>What was handed over in a payment, bani; change not taken off.</summary>
    public long SumAt(int index) => _sums[index];

    /// <summary>What was handed over in foreign currency, in hundredths of it; 0 for a payment in lei.</summary>
    public long ForeignAt(int index) => _foreign[index];

    /// <summary>The way of the last payment.</summary>
    public PaymentKind Last => _kinds[Count - 1];

    public void Add(PaymentKind kind, long bani, long foreign)
    {
        _kinds[Count] = kind;
        _sums[Count] = bani;
        _foreign[Count] = foreign;
        Count++;
        Paid += bani;
        if (kind == PaymentKind.Cash) PaidInCash += bani;
    }

    /// <summary>The change of the last payment goes back in its own currency.</summary>
    public void GiveForeignChange(long hundredths)
    {
        ForeignChange = hundredths;
        ChangeIsForeign = true;
    }

    public void Clear()
    {
        Count = 0;
        Paid = 0;
        PaidInCash = 0;
        ForeignChange = 0;
        ChangeIsForeign = false;
    }

    /// <summary>Adds the payments to the day's sums.</summary>
    /// <param name="day">The day.</param>
    /// <param name="change">What goes back to the buyer, bani; it is taken off the last payment.</param>
    /// <param name="currency">The foreign currency in use.</param>
    public void AddTo(DayTotals day, long change, ForeignCurrency currency)
    {
        for (int i = 0; i < Count; i++)
        {
            bool last = i == Count - 1;
            day.AddPayment(_kinds[i], last ? _sums[i] - change : _sums[i]);
            if (_kinds[i] == PaymentKind.ForeignCash) day.Foreign.AddPayment(currency, last ? _foreign[i] - ForeignChange : _foreign[i]);
        }

        if (change > 0 && Last != PaymentKind.Cash && !ChangeIsForeign) day.CashGiven.Add(change);
    }
}
