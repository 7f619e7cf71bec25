using Nf.Firmware.Day;
using Nf.Firmware.Errors;
using Nf.Firmware.Identity;
using Nf.Firmware.Money;

namespace Nf.Firmware.Sales;

/// <summary>The receipt that is being made: its lines, sums and payments. Power takes it away; nothing is counted yet.</summary>
/// <remarks>A Check method says whether something may happen and changes nothing; the method after it makes it happen.</remarks>
public sealed class OpenReceipt
{
    private readonly RegisterIdentity _identity;
    private readonly DayTotals _day;
    private readonly ReceiptItems _items = new ReceiptItems();
    private readonly ReceiptSums _sums;
    private readonly ReceiptPayments _payments;

    public OpenReceipt(RegisterIdentity identity, DayTotals day)
    {
        _identity = identity;
        _day = day;
        _sums = new ReceiptSums(identity);
        _payments = new ReceiptPayments(_items, _sums, day);
    }

    public bool IsOpen { get; private set; }

    /// <summary>1 to 30.</summary>
    public int Operator { get; private set; }

    /// <summary>The register's number in the shop, 1 to 99999.</summary>
    public int Till { get; private set; }

    /// <summary>The buyer's fiscal code; empty when none was asked for.</summary>
    public string BuyerCode { get; private set; } = "";

    /// <summary>What was sold, line by line.</summary>
    public ReceiptItems Items => _items;

    /// <summary>What it comes to, group by group.</summary>
    public ReceiptSums Sums => _sums;

    /// <summary>Lines sold and not voided.</summary>
    public int Lines => _items.Lines;

    /// <summary>Bani, VAT included.</summary>
    public long Total => _sums.Total;

    /// <summary>What is due and what was paid.</summary>
    public ReceiptPayments Payments => _payments;

    public Tally Voids { get; } = new Tally();

    /// <summary>Packaging taken back.</summary>
    public Tally Packaging { get; } = new Tally();

    public Tally ItemDiscounts { get; } = new Tally();

    public Tally SubtotalDiscounts { get; } = new Tally();

    public Tally ItemSurcharges { get; } = new Tally();

    public Tally SubtotalSurcharges { get; } = new Tally();

    /// <summary>What an airport shop must say of the traveller; empty on other registers.</summary>
    public Traveller Traveller { get; } = new Traveller();

    public bool PaymentBegun => _payments.Count > 0;

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
        _items.Clear();
        _sums.Clear();
        _payments.Clear();
        Voids.Clear();
        Packaging.Clear();
        ItemDiscounts.Clear();
        SubtotalDiscounts.Clear();
        ItemSurcharges.Clear();
        SubtotalSurcharges.Clear();
    }

    /// <summary>Works out the line's value and says whether it may be sold.</summary>
    public FiscalError CheckSale(SaleLine line)
    {
        FiscalError error = CheckLine(line);
        if (error != FiscalError.None) return error;
        if (_items.Count >= ReceiptItems.Max) return FiscalError.TooManyItems;
        error = CheckKind(line);
        if (error == FiscalError.None) error = WorkOut(line);
        if (error == FiscalError.None) error = line.Adjustment.Apply(line.Value);
        return error != FiscalError.None ? error : CheckGrowth(line.Net);
    }

    /// <summary>Adds a line that <see cref="CheckSale"/> found good.</summary>
    public void Sell(SaleLine line)
    {
        int item = _items.Add(line);
        _sums.Add(line.Group, _items.NetOf(item), _items.KeepsValue(item));
        long change = _items.ChangeOf(item);
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
        item = _items.Find(line);
        if (item < 0) return FiscalError.NoSuchLine;
        long net = _items.NetOf(item);
        line.Value = net - _items.ChangeOf(item);
        if (_items.KeepsValue(item)) return FiscalError.None;
        return _sums.Free(line.Group) < net ? FiscalError.NegativeTurnover : FiscalError.None;
    }

    /// <summary>Takes back a line that <see cref="CheckVoid"/> found.</summary>
    public void Void(int item)
    {
        long net = _items.NetOf(item);
        _items.Void(item);
        _sums.Add(_items.GroupOf(item), -net, _items.KeepsValue(item));
        Voids.Add(net);
        long change = _items.ChangeOf(item);
        if (change < 0) ItemDiscounts.Remove(-change);
        if (change > 0) ItemSurcharges.Remove(change);
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
        return _sums.Free(line.Group) < line.Value ? FiscalError.NegativeTurnover : FiscalError.None;
    }

    /// <summary>Takes back packaging that <see cref="CheckPackaging"/> found good.</summary>
    public void TakeBack(SaleLine line)
    {
        _sums.Add(line.Group, -line.Value, false);
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
        long free = _sums.FreeTotal;
        if (free == 0) return FiscalError.AdjustmentForbidden;
        return free + adjustment.Change < 0 ? FiscalError.NegativeTurnover : CheckGrowth(adjustment.Change);
    }

    /// <summary>Gives a discount or surcharge that <see cref="CheckSubtotal"/> found good.</summary>
    public void Adjust(Adjustment adjustment)
    {
        long change = adjustment.Change;
        _sums.Spread(change);
        if (change < 0) SubtotalDiscounts.Add(-change);
        if (change > 0) SubtotalSurcharges.Add(change);
    }

    /// <summary>Says whether the receipt may be issued.</summary>
    public FiscalError CheckIssue()
    {
        if (_items.Count == 0) return FiscalError.NoItems;
        if (Total == 0) return FiscalError.TotalZero;
        if (!PaymentBegun) return FiscalError.PaymentNotBegun;
        return _payments.Due > 0 ? FiscalError.SumBelow : FiscalError.None;
    }

    /// <summary>Adds the receipt to the day's sums.</summary>
    /// <param name="day">The day.</param>
    /// <param name="currency">The foreign currency in use.</param>
    public void AddTo(DayTotals day, ForeignCurrency currency)
    {
        _sums.AddTo(day);
        _payments.AddTo(day, currency);
        day.CountReceipt(BuyerCode.Length > 0, Total, _sums.TotalVat);
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
        if (!LineKinds.KeepsValue(kind)) return FiscalError.None;
        if (_identity.HasVat(line.Group) && _identity.Groups.Rate(line.Group) > 0) return FiscalError.VatOnLineForbidden;
        if (_identity.Groups.Kind(line.Group) == VatGroupKind.OtherTax) return FiscalError.VatOnLineForbidden;
        if (line.Adjustment.Kind != AdjustmentKind.None) return FiscalError.AdjustmentForbidden;
        return kind == LineKind.Tip && _items.HasTip ? FiscalError.TipTwice : FiscalError.None;
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
}
