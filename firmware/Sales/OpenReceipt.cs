using System;
using Nf.Firmware.Day;
using Nf.Firmware.Errors;
using Nf.Firmware.Identity;
using Nf.Firmware.Money;

namespace Nf.Firmware.Sales;

/// <summary>The receipt that is being made: its lines, sums and payments. Power takes it away; nothing is counted yet.</summary>
/// <remarks>A Check method says whether something may happen and changes nothing; the method after it makes it happen.</remarks>
public sealed class OpenReceipt
{
    /// <summary>Lines on one receipt at most.</summary>
    public const int MaxItems = 200;

    private readonly RegisterIdentity _identity;
    private readonly DayTotals _day;
    private readonly uint[] _names = new uint[MaxItems];
    private readonly long[] _prices = new long[MaxItems];
    private readonly int[] _quantities = new int[MaxItems];
    private readonly long[] _nets = new long[MaxItems];
    private readonly long[] _changes = new long[MaxItems];
    private readonly byte[] _itemGroups = new byte[MaxItems];
    private readonly LineKind[] _kinds = new LineKind[MaxItems];
    private readonly bool[] _voided = new bool[MaxItems];
    private readonly byte[] _departments = new byte[MaxItems];
    private readonly short[] _articles = new short[MaxItems];
    private readonly byte[] _articleGroups = new byte[MaxItems];
    private readonly long[] _gross = new long[VatGroups.Count];
    private readonly long[] _fixed = new long[VatGroups.Count];

    // Paper, record and totals ask for each group's VAT: it is worked out once for the sales that it is contained in.
    private readonly long[] _vat = new long[VatGroups.Count];
    private readonly long[] _vatKnownFor = new long[VatGroups.Count];
    private int _items;
    private int _tips;

    public OpenReceipt(RegisterIdentity identity, DayTotals day)
    {
        _identity = identity;
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
    public long Paid => Payments.Paid;

    public ReceiptPayments Payments { get; } = new ReceiptPayments();

    public Tally Voids { get; } = new Tally();

    /// <summary>Packaging taken back.</summary>
    public Tally Packaging { get; } = new Tally();

    public Tally ItemDiscounts { get; } = new Tally();

    public Tally SubtotalDiscounts { get; } = new Tally();

    public Tally ItemSurcharges { get; } = new Tally();

    public Tally SubtotalSurcharges { get; } = new Tally();

    /// <summary>What an airport shop must say of the traveller; empty on other registers.</summary>
    public Traveller Traveller { get; } = new Traveller();

    public bool PaymentBegun => Payments.Count > 0;

    /// <summary>What is still to pay, bani.</summary>
    public long Due => Total > Paid ? Total - Paid : 0;

    /// <summary>What goes back to the buyer, bani.</summary>
    public long Change => Paid > Total ? Paid - Total : 0;

    /// <summary>Sales of a group on this receipt, bani.</summary>
    public long Gross(int group) => _gross[group];

    /// <summary>VAT of a group on this receipt, bani; contained in the price.</summary>
    public long Vat(int group)
    {
        if (_gross[group] == _vatKnownFor[group]) return _vat[group];
        _vat[group] = _identity.HasVat(group) ? Amount.VatContained(_gross[group], _identity.Groups.Rate(group)) : 0;
        _vatKnownFor[group] = _gross[group];
        return _vat[group];
    }

    /// <summary>Sales exempt from VAT, bani.</summary>
    public long ExemptTotal
    {
        get
        {
            long sum = 0;
            for (int i = 0; i < VatGroups.Count; i++)
                if (_identity.Groups.Kind(i) == VatGroupKind.Exempt) sum += _gross[i];
            return sum;
        }
    }

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

    public void Open(int operatorNumber, int till, string buyerCode)
    {
        Forget();
        IsOpen = true;
        Operator = operatorNumber;
        Till = till;
        BuyerCode = buyerCode;
    }

    /// <summary>Adds the buyer's code later; once, and before the receipt is issued.</summary>
    public FiscalError SetBuyer(string code)
    {
        if (!FiscalCode.IsBuyer(code)) return FiscalError.BuyerWrong;
        if (BuyerCode.Length > 0) return FiscalError.BuyerAlreadySet;
        BuyerCode = code;
        return FiscalError.None;
    }

    /// <summary>Closes the receipt's pages; what it added to the day was added by whoever issued it.</summary>
    public void Forget()
    {
        IsOpen = false;
        BuyerCode = "";
        Traveller.Clear();
        _items = 0;
        HasArticles = false;
        _tips = 0;
        Lines = 0;
        Total = 0;
        Payments.Clear();
        Voids.Clear();
        Packaging.Clear();
        ItemDiscounts.Clear();
        SubtotalDiscounts.Clear();
        ItemSurcharges.Clear();
        SubtotalSurcharges.Clear();
        Array.Clear(_gross, 0, _gross.Length);
        Array.Clear(_vat, 0, _vat.Length);
        Array.Clear(_vatKnownFor, 0, _vatKnownFor.Length);
        Array.Clear(_fixed, 0, _fixed.Length);
    }

    /// <summary>Works out the line's value and says whether it may be sold.</summary>
    public FiscalError CheckSale(SaleLine line)
    {
        FiscalError error = CheckLine(line);
        if (error != FiscalError.None) return error;
        if (_items >= MaxItems) return FiscalError.TooManyItems;
        error = CheckKind(line);
        if (error == FiscalError.None) error = WorkOut(line);
        if (error == FiscalError.None) error = line.Adjustment.Apply(line.Value);
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
        LineKind kind = line.Kind;
        _kinds[_items] = kind;
        if (kind == LineKind.Tip) _tips++;
        if (IsFixed(kind)) _fixed[line.Group] += line.Net;
        _items++;
        Lines++;
        _gross[line.Group] += line.Net;
        Total += line.Net;
        long change = line.Adjustment.Change;
        if (change < 0) ItemDiscounts.Add(-change);
        if (change > 0) ItemSurcharges.Add(change);
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
        if (IsFixed(_kinds[item])) return FiscalError.None;
        return Free(line.Group) < _nets[item] ? FiscalError.NegativeTurnover : FiscalError.None;
    }

    /// <summary>What the voided line's discount or surcharge had changed it by, bani.</summary>
    public long AdjustmentOf(int item) => _changes[item];

    /// <summary>Takes back a line that <see cref="CheckVoid"/> found.</summary>
    public void Void(int item)
    {
        _voided[item] = true;
        if (_kinds[item] == LineKind.Tip) _tips--;
        if (IsFixed(_kinds[item])) _fixed[_itemGroups[item]] -= _nets[item];
        Lines--;
        _gross[_itemGroups[item]] -= _nets[item];
        Total -= _nets[item];
        Voids.Add(_nets[item]);
        if (_changes[item] < 0) ItemDiscounts.Remove(-_changes[item]);
        if (_changes[item] > 0) ItemSurcharges.Remove(_changes[item]);
    }

    /// <summary>
    /// Says whether packaging may be taken back: its value was in the price of what was sold before (norms, art. 37 (2)),
    /// so neither the total nor the group's sum can fall below zero by it.
    /// </summary>
    public FiscalError CheckPackaging(SaleLine line)
    {
        FiscalError error = CheckLine(line);
        if (error != FiscalError.None) return error;
        if (line.Adjustment.Kind != AdjustmentKind.None) return FiscalError.AdjustmentForbidden;
        error = WorkOut(line);
        if (error != FiscalError.None) return error;
        return Free(line.Group) < line.Value ? FiscalError.NegativeTurnover : FiscalError.None;
    }

    /// <summary>Takes back packaging that <see cref="CheckPackaging"/> found good.</summary>
    public void TakeBack(SaleLine line)
    {
        _gross[line.Group] -= line.Value;
        Total -= line.Value;
        Packaging.Add(line.Value);
    }

    /// <summary>Works out a discount or surcharge on the subtotal and says whether it may be given.</summary>
    public FiscalError CheckSubtotal(Adjustment adjustment)
    {
        if (PaymentBegun) return FiscalError.PaymentBegun;
        if (adjustment.Kind == AdjustmentKind.None) return FiscalError.None;
        if (Total == 0) return FiscalError.NoItems;
        FiscalError error = adjustment.Apply(Total);
        if (error != FiscalError.None) return error;
        if (FreeTotal == 0) return FiscalError.AdjustmentForbidden;
        return FreeTotal + adjustment.Change < 0 ? FiscalError.NegativeTurnover : CheckGrowth(adjustment.Change);
    }

    /// <summary>
    /// Spreads the change over the groups in proportion to their sums, tips and deposits left out, which keep their value;
    /// the parts add up to the whole.
    /// </summary>
    public void Adjust(Adjustment adjustment)
    {
        long magnitude = adjustment.Change < 0 ? -adjustment.Change : adjustment.Change;
        long whole = FreeTotal;
        long cumulative = 0;
        long given = 0;
        for (int i = 0; i < VatGroups.Count && whole > 0; i++)
        {
            cumulative += Free(i);
            long upToHere = Amount.Share(magnitude, cumulative, whole);
            _gross[i] += adjustment.Change < 0 ? given - upToHere : upToHere - given;
            given = upToHere;
        }

        Total += adjustment.Change;
        if (adjustment.Change < 0) SubtotalDiscounts.Add(magnitude);
        if (adjustment.Change > 0) SubtotalSurcharges.Add(magnitude);
    }

    /// <summary>Says whether a payment may be taken.</summary>
    /// <param name="kind">The way of payment; only cash may exceed what is due.</param>
    /// <param name="bani">What is handed over; 0 for what is due.</param>
    public FiscalError CheckPayment(PaymentKind kind, long bani)
    {
        FiscalError error = CheckPaying(bani);
        if (error != FiscalError.None) return error;
        return bani > Due && kind != PaymentKind.Cash ? FiscalError.SumAbove : FiscalError.None;
    }

    /// <summary>Says whether a card may be charged with more than is due: the rest is handed out in cash.</summary>
    /// <param name="bani">What the card is charged with; 0 for what is due.</param>
    public FiscalError CheckCardAdvance(long bani)
    {
        FiscalError error = CheckPaying(bani);
        return error != FiscalError.None ? error : CheckDrawer(bani - Due);
    }

    /// <summary>Takes a payment in lei that was found good.</summary>
    public void Pay(PaymentKind kind, long bani) => Payments.Add(kind, bani == 0 ? Due : bani, 0);

    /// <summary>Says whether foreign cash may be taken.</summary>
    /// <param name="currency">The currency in use.</param>
    /// <param name="hundredths">What is handed over, in hundredths of it; 0 for what is due.</param>
    /// <param name="foreignChange">Change is given in the currency, else in lei from the drawer.</param>
    public FiscalError CheckForeign(ForeignCurrency currency, long hundredths, bool foreignChange)
    {
        if (!currency.IsSet) return FiscalError.ForeignNotSet;
        FiscalError error = CheckPaying(hundredths);
        if (error != FiscalError.None) return error;
        if (hundredths == 0) hundredths = currency.Covering(Due);
        long bani = currency.ToBani(hundredths);
        if (bani == 0 || bani > Amount.MaxReceipt) return FiscalError.ValueWrong;
        return foreignChange ? FiscalError.None : CheckDrawer(bani - Due);
    }

    /// <summary>Takes foreign cash that <see cref="CheckForeign"/> found good.</summary>
    public void PayForeign(ForeignCurrency currency, long hundredths, bool foreignChange)
    {
        if (hundredths == 0) hundredths = currency.Covering(Due);
        Payments.Add(PaymentKind.ForeignCash, currency.ToBani(hundredths), hundredths);
        if (Change > 0 && foreignChange) Payments.GiveForeignChange(currency.FromBani(Change));
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
    /// <param name="day">The day.</param>
    /// <param name="currency">The foreign currency in use.</param>
    public void AddTo(DayTotals day, ForeignCurrency currency)
    {
        for (int i = 0; i < VatGroups.Count; i++) day.AddSales(i, _gross[i], Vat(i));
        Payments.AddTo(day, Change, currency);
        day.CountReceipt(BuyerCode.Length > 0, Total, TotalVat);
        day.Voids.Add(Voids);
        day.Packaging.Add(Packaging);
        day.ItemDiscounts.Add(ItemDiscounts);
        day.SubtotalDiscounts.Add(SubtotalDiscounts);
        day.ItemSurcharges.Add(ItemSurcharges);
        day.SubtotalSurcharges.Add(SubtotalSurcharges);
    }

    private FiscalError CheckLine(SaleLine line)
    {
        if (PaymentBegun) return FiscalError.PaymentBegun;
        if (line.NameLength == 0) return FiscalErrors.Value(1);
        if (line.Group < 0 || line.Group >= VatGroups.Count || _identity.Groups.Kind(line.Group) == VatGroupKind.Unused) return FiscalError.VatGroupUnused;
        if (line.Price < 0 || line.Price > Amount.MaxPrice) return FiscalError.PriceTooLarge;
        return line.Quantity <= 0 || line.Quantity > Amount.MaxQuantity ? FiscalError.QuantityWrong : FiscalError.None;
    }

    // Tips and deposits are no supplies: no VAT on them, and nothing that changes them (OUG 28/1999, art. 2^3; HG 1074/2021).
    private FiscalError CheckKind(SaleLine line)
    {
        LineKind kind = line.Kind;
        if (!IsFixed(kind)) return FiscalError.None;
        if (_identity.HasVat(line.Group) && _identity.Groups.Rate(line.Group) > 0) return FiscalError.VatOnLineForbidden;
        if (_identity.Groups.Kind(line.Group) == VatGroupKind.OtherTax) return FiscalError.VatOnLineForbidden;
        if (line.Adjustment.Kind != AdjustmentKind.None) return FiscalError.AdjustmentForbidden;
        return kind == LineKind.Tip && _tips > 0 ? FiscalError.TipTwice : FiscalError.None;
    }

    private static FiscalError WorkOut(SaleLine line)
    {
        line.Value = Amount.LineValue(line.Price, line.Quantity);
        if (line.Value == 0) return FiscalError.ProductZero;
        return line.Value > Amount.MaxReceipt ? FiscalError.ProductTooLarge : FiscalError.None;
    }

    private FiscalError CheckGrowth(long change)
    {
        if (Total + change > Amount.MaxReceipt) return FiscalError.ReceiptOverflow;
        return _day.Total + Total + change > Amount.MaxDay ? FiscalError.DayOverflow : FiscalError.None;
    }

    private FiscalError CheckPaying(long sum)
    {
        if (Lines == 0 && Total == 0) return _items == 0 ? FiscalError.NoItems : FiscalError.TotalZero;
        if (Total == 0) return FiscalError.TotalZero;
        if (Due == 0 || Payments.Count >= ReceiptPayments.Max) return FiscalError.SumAbove;
        return sum < 0 ? FiscalError.ValueWrong : FiscalError.None;
    }

    // What is handed out in lei must be in the drawer, what this receipt brought included.
    private FiscalError CheckDrawer(long handedOut) =>
        handedOut > _day.Drawer + Payments.PaidInCash ? FiscalError.NotEnoughCash : FiscalError.None;

    private static bool IsFixed(LineKind kind) => kind == LineKind.Tip || kind == LineKind.Deposit;

    // What a group holds beside tips and deposits.
    private long Free(int group) => _gross[group] - _fixed[group];

    private long FreeTotal
    {
        get
        {
            long sum = 0;
            for (int i = 0; i < VatGroups.Count; i++) sum += Free(i);
            return sum;
        }
    }

    private bool IsSame(int item, SaleLine line) =>
        _itemGroups[item] == line.Group && _prices[item] == line.Price && _quantities[item] == line.Quantity
        && (line.Article == 0 || _articles[item] == line.Article);
}
