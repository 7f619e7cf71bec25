using System;
using Nf.Firmware.Day;
using Nf.Firmware.Errors;
using Nf.Firmware.Money;

namespace Nf.Firmware.Sales;

/// <summary>The receipt that is being made: its lines, sums and payments. Power takes it away; nothing is counted yet.</summary>
/// <remarks>A Check method says whether something may happen and changes nothing; the method after it makes it happen.</remarks>
public sealed class OpenReceipt
{
    /// <summary>Lines on one receipt at most.</summary>
    public const int MaxItems = 200;

    /// <summary>Payments on one receipt at most.</summary>
    public const int MaxPayments = 10;

    private readonly VatGroups _groups;
    private readonly DayTotals _day;
    private readonly uint[] _names = new uint[MaxItems];
    private readonly long[] _prices = new long[MaxItems];
    private readonly int[] _quantities = new int[MaxItems];
    private readonly long[] _nets = new long[MaxItems];
    private readonly long[] _changes = new long[MaxItems];
    private readonly byte[] _itemGroups = new byte[MaxItems];
    private readonly bool[] _voided = new bool[MaxItems];
    private readonly byte[] _departments = new byte[MaxItems];
    private readonly short[] _articles = new short[MaxItems];
    private readonly byte[] _articleGroups = new byte[MaxItems];
    private readonly long[] _gross = new long[VatGroups.Count];
    private readonly PaymentKind[] _paymentKinds = new PaymentKind[MaxPayments];
    private readonly long[] _paymentSums = new long[MaxPayments];
    private int _items;

    public OpenReceipt(VatGroups groups, DayTotals day)
    {
        _groups = groups;
        _day = day;
    }

    public bool IsOpen { get; private set; }

    /// <summary>1 to 30.</summary>
    public int Operator { get; private set; }

    /// <summary>The register's number in the shop, 1 to 99999.</summary>
    public int Till { get; private set; }

    /// <summary>The buyer's fiscal code; empty when none was asked for.</summary>
    public string BuyerCode { get; private set; } = "";

    /// <summary>Lines sold and not voided.</summary>
    public int Lines { get; private set; }

    /// <summary>Lines sold, voided ones too.</summary>
    public int Items => _items;

    /// <summary>A line was sold as an article of the base.</summary>
    public bool HasArticles { get; private set; }

    /// <summary>Bani, VAT included.</summary>
    public long Total { get; private set; }

    /// <summary>Bani handed over so far.</summary>
    public long Paid { get; private set; }

    public int Payments { get; private set; }

    public Tally Voids { get; } = new Tally();

    public Tally Discounts { get; } = new Tally();

    public Tally Surcharges { get; } = new Tally();

    public bool PaymentBegun => Payments > 0;

    /// <summary>What is still to pay, bani.</summary>
    public long Due => Total > Paid ? Total - Paid : 0;

    /// <summary>What goes back to the buyer, bani.</summary>
    public long Change => Paid > Total ? Paid - Total : 0;

    /// <summary>Sales of a group on this receipt, bani.</summary>
    public long Gross(int group) => _gross[group];

    /// <summary>VAT of a group on this receipt, bani; contained in the price.</summary>
    public long Vat(int group) =>
        _groups.Kind(group) == VatGroupKind.Rate ? Amount.VatContained(_gross[group], _groups.Rate(group)) : 0;

    public long TotalVat
    {
        get
        {
            long sum = 0;
            for (int i = 0; i < VatGroups.Count; i++) sum += Vat(i);
            return sum;
        }
    }

    public bool IsVoided(int item) => _voided[item];

    /// <summary>The line's article, 0 for none.</summary>
    public int ArticleOf(int item) => _articles[item];

    /// <summary>The line's article group, 0 for none.</summary>
    public int ArticleGroupOf(int item) => _articleGroups[item];

    /// <summary>The line's department, 0 for none.</summary>
    public int DepartmentOf(int item) => _departments[item];

    /// <summary>Thousandths.</summary>
    public long QuantityOf(int item) => _quantities[item];

    /// <summary>What the line came to with its own discount or surcharge, bani.</summary>
    public long NetOf(int item) => _nets[item];

    public PaymentKind PaymentKindAt(int index) => _paymentKinds[index];

    /// <summary>What was handed over in a payment, bani; change not taken off.</summary>
    public long PaymentSumAt(int index) => _paymentSums[index];

    public void Open(int operatorNumber, int till, string buyerCode)
    {
        Forget();
        IsOpen = true;
        Operator = operatorNumber;
        Till = till;
        BuyerCode = buyerCode;
    }

    /// <summary>Closes the receipt's pages; what it added to the day was added by whoever issued it.</summary>
    public void Forget()
    {
        IsOpen = false;
        BuyerCode = "";
        _items = 0;
        HasArticles = false;
        Lines = 0;
        Total = 0;
        Paid = 0;
        Payments = 0;
        Voids.Clear();
        Discounts.Clear();
        Surcharges.Clear();
        Array.Clear(_gross, 0, _gross.Length);
    }

    /// <summary>Works out the line's value and says whether it may be sold.</summary>
    public FiscalError CheckSale(SaleLine line)
    {
        FiscalError error = CheckLine(line);
        if (error != FiscalError.None) return error;
        if (_items >= MaxItems) return FiscalError.TooManyItems;
        line.Value = Amount.LineValue(line.Price, line.Quantity);
        if (line.Value == 0) return FiscalError.ProductZero;
        if (line.Value > Amount.MaxReceipt) return FiscalError.ProductTooLarge;
        error = line.Adjustment.Apply(line.Value);
        return error != FiscalError.None ? error : CheckGrowth(line.Net);
    }

    /// <summary>Adds a line that <see cref="CheckSale"/> found good.</summary>
    public void Sell(SaleLine line)
    {
        _names[_items] = line.NameCheck;
        _prices[_items] = line.Price;
        _quantities[_items] = (int)line.Quantity;
        _nets[_items] = line.Net;
        _changes[_items] = line.Adjustment.Change;
        _itemGroups[_items] = (byte)line.Group;
        _voided[_items] = false;
        _departments[_items] = (byte)line.Department;
        _articles[_items] = (short)line.Article;
        _articleGroups[_items] = (byte)line.ArticleGroup;
        HasArticles |= line.Article > 0;
        _items++;
        Lines++;
        _gross[line.Group] += line.Net;
        Total += line.Net;
        CountChange(line.Adjustment.Change);
    }

    /// <summary>Finds the line to take back: the latest that is alike and not voided yet (norms, art. 33 B c)).</summary>
    /// <param name="line">Name, group, price and quantity; gets the value and adjustment of the line that it voids.</param>
    /// <param name="item">The line's index for <see cref="Void"/>.</param>
    public FiscalError CheckVoid(SaleLine line, out int item)
    {
        item = -1;
        FiscalError error = CheckLine(line);
        if (error != FiscalError.None) return error;
        uint name = line.NameCheck;
        for (int i = _items - 1; i >= 0 && item < 0; i--)
            if (!_voided[i] && _names[i] == name && IsSame(i, line)) item = i;
        if (item < 0) return FiscalError.NoSuchLine;
        line.Value = _nets[item] - _changes[item];
        return _gross[line.Group] < _nets[item] ? FiscalError.NegativeTurnover : FiscalError.None;
    }

    /// <summary>What the voided line's discount or surcharge had changed it by, bani.</summary>
    public long AdjustmentOf(int item) => _changes[item];

    /// <summary>Takes back a line that <see cref="CheckVoid"/> found.</summary>
    public void Void(int item)
    {
        _voided[item] = true;
        Lines--;
        _gross[_itemGroups[item]] -= _nets[item];
        Total -= _nets[item];
        Voids.Add(_nets[item]);
        if (_changes[item] < 0) Discounts.Remove(-_changes[item]);
        if (_changes[item] > 0) Surcharges.Remove(_changes[item]);
    }

    /// <summary>Works out a discount or surcharge on the subtotal and says whether it may be given.</summary>
    public FiscalError CheckSubtotal(Adjustment adjustment)
    {
        if (PaymentBegun) return FiscalError.PaymentBegun;
        if (adjustment.Kind == AdjustmentKind.None) return FiscalError.None;
        if (Total == 0) return FiscalError.NoItems;
        FiscalError error = adjustment.Apply(Total);
        return error != FiscalError.None ? error : CheckGrowth(adjustment.Change);
    }

    /// <summary>Spreads the change over the groups in proportion to their sums; the parts add up to the whole.</summary>
    public void Adjust(Adjustment adjustment)
    {
        long magnitude = adjustment.Change < 0 ? -adjustment.Change : adjustment.Change;
        long whole = Total;
        long cumulative = 0;
        long given = 0;
        for (int i = 0; i < VatGroups.Count && whole > 0; i++)
        {
            cumulative += _gross[i];
            long upToHere = Amount.Share(magnitude, cumulative, whole);
            _gross[i] += adjustment.Change < 0 ? given - upToHere : upToHere - given;
            given = upToHere;
        }

        Total += adjustment.Change;
        CountChange(adjustment.Change);
    }

    /// <summary>Says whether a payment may be taken.</summary>
    /// <param name="kind">The way of payment; only cash may exceed what is due.</param>
    /// <param name="bani">What is handed over; 0 for what is due.</param>
    public FiscalError CheckPayment(PaymentKind kind, long bani)
    {
        if (Lines == 0 && Total == 0) return _items == 0 ? FiscalError.NoItems : FiscalError.TotalZero;
        if (Total == 0) return FiscalError.TotalZero;
        if (Due == 0 || Payments >= MaxPayments) return FiscalError.SumAbove;
        if (bani < 0) return FiscalError.ValueWrong;
        return bani > Due && kind != PaymentKind.Cash ? FiscalError.SumAbove : FiscalError.None;
    }

    /// <summary>Takes a payment that <see cref="CheckPayment"/> found good.</summary>
    public void Pay(PaymentKind kind, long bani)
    {
        long sum = bani == 0 ? Due : bani;
        _paymentKinds[Payments] = kind;
        _paymentSums[Payments] = sum;
        Payments++;
        Paid += sum;
    }

    /// <summary>Says whether the receipt may be issued.</summary>
    public FiscalError CheckIssue()
    {
        if (_items == 0) return FiscalError.NoItems;
        if (Total == 0) return FiscalError.TotalZero;
        if (!PaymentBegun) return FiscalError.PaymentNotBegun;
        return Due > 0 ? FiscalError.SumBelow : FiscalError.None;
    }

    /// <summary>Adds the receipt to the day's sums.</summary>
    public void AddTo(DayTotals day)
    {
        for (int i = 0; i < VatGroups.Count; i++) day.AddSales(i, _gross[i], Vat(i));
        for (int i = 0; i < Payments; i++) day.AddPayment(_paymentKinds[i], _paymentSums[i]);
        if (Change > 0) day.AddPayment(PaymentKind.Cash, -Change);
        day.CountReceipt(BuyerCode.Length > 0, Total, TotalVat);
        day.Voids.Add(Voids);
        day.Discounts.Add(Discounts);
        day.Surcharges.Add(Surcharges);
    }

    private FiscalError CheckLine(SaleLine line)
    {
        if (PaymentBegun) return FiscalError.PaymentBegun;
        if (line.NameLength == 0) return FiscalErrors.Value(1);
        if (line.Group < 0 || line.Group >= VatGroups.Count || _groups.Kind(line.Group) == VatGroupKind.Unused) return FiscalError.VatGroupUnused;
        if (line.Price < 0 || line.Price > Amount.MaxPrice) return FiscalError.PriceTooLarge;
        return line.Quantity <= 0 || line.Quantity > Amount.MaxQuantity ? FiscalError.QuantityWrong : FiscalError.None;
    }

    private FiscalError CheckGrowth(long change)
    {
        if (Total + change > Amount.MaxReceipt) return FiscalError.ReceiptOverflow;
        return _day.Total + Total + change > Amount.MaxDay ? FiscalError.DayOverflow : FiscalError.None;
    }

    private bool IsSame(int item, SaleLine line) =>
        _itemGroups[item] == line.Group && _prices[item] == line.Price && _quantities[item] == line.Quantity
        && (line.Article == 0 || _articles[item] == line.Article);

    private void CountChange(long change)
    {
        if (change < 0) Discounts.Add(-change);
        if (change > 0) Surcharges.Add(change);
    }
}
