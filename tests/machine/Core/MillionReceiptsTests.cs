using System.Numerics;
using Nf.Firmware.Day;
using Nf.Firmware.Errors;
using Nf.Firmware.Identity;
using Nf.Firmware.Money;
using Nf.Firmware.Sales;

namespace Nf.Tests.Machine.Core;

/// <summary>A million receipts against a second calculation, written from the law alone, in numbers that cannot overflow.</summary>
[TestClass]
public sealed class MillionReceiptsTests
{
    private const int Count = 1_000_000;
    private const int Seed = 20261116;
    private const int DayLength = 500;

    private static readonly int[] Rates = [2100, 1100, 900, 0, 0, 0, 0];

    private readonly Random _random = new(Seed);
    private readonly RegisterIdentity _identity = new();
    private readonly DayTotals _day = new();
    private readonly SaleLine _line = new();
    private readonly Adjustment _subtotal = new();
    private readonly OpenReceipt _receipt;
    private readonly BigInteger[] _dayGross = new BigInteger[VatGroups.Count];
    private readonly BigInteger[] _dayVat = new BigInteger[VatGroups.Count];
    private BigInteger _dayCash;

    public MillionReceiptsTests()
    {
        for (var i = 0; i < 4; i++) _identity.Groups.Set(i, VatGroupKind.Rate, Rates[i]);
        _identity.Groups.Set(4, VatGroupKind.Exempt, 0);
        _receipt = new OpenReceipt(_identity, _day);
        _identity.Fiscal.VatPayer = true;
        _line.Name[0] = (byte)'A';
        _line.NameLength = 1;
    }

    [TestMethod]
    [Article("HG 479/2003, norme art. 25 (2)")]
    [Article("HG 479/2003, norme art. 64 (2) g)-i)")]
    public void Lines_groups_vat_payments_and_days_agree()
    {
        for (var number = 1; number <= Count; number++)
        {
            Receipt(number);
            if (number % DayLength == 0) CloseDay();
        }
    }

    private void Receipt(int number)
    {
        var gross = new long[VatGroups.Count];
        _receipt.Open(1, 1, "");
        for (var lines = _random.Next(1, 6); lines > 0; lines--) Sell(gross, number);
        if (_random.Next(8) == 0) VoidLast(gross);
        if (_random.Next(4) == 0 && _receipt.Total > 0) AdjustSubtotal(gross, number);
        for (var i = 0; i < VatGroups.Count; i++) Same(gross[i], _receipt.Sums.Gross(i), number, "group");
        Same(gross.Sum(), _receipt.Total, number, "total");
        if (_receipt.Total == 0) Assert.IsTrue(_receipt.CheckIssue() is FiscalError.TotalZero or FiscalError.NoItems);
        else Issue(gross, number);
        _receipt.Forget();
    }

    private void Sell(long[] gross, int number)
    {
        _line.Group = _random.Next(VatGroups.Count);
        _line.Price = Size(999_999);
        _line.Quantity = _random.Next(3) == 0 ? Size(9_999) : 1000 * _random.Next(1, 9);
        var kind = _random.Next(5) == 0 ? (AdjustmentKind)_random.Next(1, 5) : AdjustmentKind.None;
        var given = kind == AdjustmentKind.None ? 0 : Size(9_999);
        _line.Adjustment.Set(kind, given);
        var value = HalfUp((decimal)_line.Price * _line.Quantity / 1000m);
        var error = _receipt.CheckSale(_line);
        if (value == 0)
        {
            Assert.AreEqual(FiscalError.ProductZero, error, $"receipt {number}");
            return;
        }

        var net = value + Change(kind, given, value);
        Assert.AreEqual(net < 0 ? FiscalError.NegativeTurnover : FiscalError.None, error, $"receipt {number}");
        if (net < 0) return;
        Same(value, _line.Value, number, "line");
        Same(net, _line.Net, number, "line with its adjustment");
        _receipt.Sell(_line);
        gross[_line.Group] += net;
    }

    // The line sold or refused last: what is found has its own value and adjustment, so only the sums are compared.
    private void VoidLast(long[] gross)
    {
        if (_receipt.CheckVoid(_line, out var item) != FiscalError.None) return;
        var before = _receipt.Total;
        var net = _line.Value + _receipt.Items.ChangeOf(item);
        _receipt.Void(item);
        Assert.AreEqual(before - net, _receipt.Total);
        gross[_line.Group] -= net;
    }

    private void AdjustSubtotal(long[] gross, int number)
    {
        var kind = (AdjustmentKind)_random.Next(1, 5);
        var given = Size(9_999);
        _subtotal.Set(kind, given);
        var whole = _receipt.Total;
        var change = Change(kind, given, whole);
        var error = _receipt.CheckSubtotal(_subtotal);
        Assert.AreEqual(whole + change < 0 ? FiscalError.NegativeTurnover : FiscalError.None, error, $"receipt {number}");
        if (error != FiscalError.None) return;
        _receipt.Adjust(_subtotal);
        Same(whole + change, _receipt.Total, number, "subtotal with its adjustment");
        for (var i = 0; i < VatGroups.Count; i++)
        {
            var part = _receipt.Sums.Gross(i) - gross[i];
            var apart = BigInteger.Abs((BigInteger)part * whole - (BigInteger)change * gross[i]);
            Assert.IsTrue(apart <= whole && _receipt.Sums.Gross(i) >= 0, $"receipt {number}: group {i} gets {part} of {change}");
            gross[i] += part;
        }
    }

    private void Issue(long[] gross, int number)
    {
        var given = _random.Next(2) == 0 ? 0 : _receipt.Total + Size(9_999);
        Assert.AreEqual(FiscalError.None, _receipt.Payments.Check(PaymentKind.Cash, given));
        _receipt.Payments.Pay(PaymentKind.Cash, given);
        Same(given == 0 ? 0 : given - gross.Sum(), _receipt.Payments.Change, number, "change");
        Assert.AreEqual(FiscalError.None, _receipt.CheckIssue());
        for (var i = 0; i < VatGroups.Count; i++)
        {
            var vat = HalfUp((decimal)gross[i] * Rates[i] / (10000 + Rates[i]));
            Same(vat, _receipt.Sums.Vat(i), number, "VAT");
            _dayGross[i] += gross[i];
            _dayVat[i] += vat;
        }

        _dayCash += gross.Sum();
        _receipt.AddTo(_day, new ForeignCurrency());
    }

    private void CloseDay()
    {
        for (var i = 0; i < VatGroups.Count; i++)
        {
            Assert.AreEqual(_dayGross[i], _day.Gross(i));
            Assert.AreEqual(_dayVat[i], _day.Vat(i));
        }

        Assert.AreEqual(_dayCash, _day.Payment(PaymentKind.Cash));
        Assert.AreEqual(_dayCash, _day.Drawer);
        Array.Clear(_dayGross);
        Array.Clear(_dayVat);
        _dayCash = 0;
        _day.Clear();
    }

    private static long Change(AdjustmentKind kind, long given, long sum) => kind switch
    {
        AdjustmentKind.SurchargePercent => HalfUp(sum * given / 10000m),
        AdjustmentKind.DiscountPercent => -HalfUp(sum * given / 10000m),
        AdjustmentKind.SurchargeSum => given,
        AdjustmentKind.DiscountSum => -given,
        _ => 0,
    };

    private static long HalfUp(decimal bani) => (long)Math.Floor(bani + 0.5m);

    /// <summary>Small numbers as often as large ones: rounding shows in the small.</summary>
    private long Size(int max) => _random.Next(1, (int)Math.Min(max, Math.Pow(10, _random.Next(1, 7))) + 1);

    private static void Same(long expected, long actual, int number, string what)
    {
        if (expected != actual) Assert.Fail($"receipt {number}: {what} is {actual}, not {expected}");
    }
}
