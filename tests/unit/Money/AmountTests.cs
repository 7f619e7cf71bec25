#if NANOFRAMEWORK_1_0
using nanoFramework.TestFramework;
#endif
using System;
using Nf.Firmware.Money;

namespace Nf.Tests.Unit.Money;

[TestClass]
public class AmountTests
{
    [TestMethod]
    public void A_line_is_rounded_half_up_at_the_third_decimal()
    {
        Equal(333, Amount.LineValue(999, 333));
        Equal(1, Amount.LineValue(1, 500));
        Equal(0, Amount.LineValue(1, 499));
        Equal(1300, Amount.LineValue(650, 2000));
        Equal(0, Amount.LineValue(650, 0));
    }

    [TestMethod]
    public void A_negative_line_is_the_mirror_of_the_positive_one()
    {
        Equal(-1, Amount.LineValue(-1, 500));
        Equal(0, Amount.LineValue(-1, 499));
        Equal(-333, Amount.LineValue(-999, 333));
    }

    [TestMethod]
    public void The_largest_line_does_not_wrap()
    {
        Equal(999999998000000, Amount.LineValue(Amount.MaxPrice, Amount.MaxQuantity));
        Equal(-999999998000000, Amount.LineValue(-Amount.MaxPrice, Amount.MaxQuantity));
    }

    [TestMethod]
    public void A_percentage_is_rounded_half_up_with_the_sign_of_both()
    {
        Equal(10, Amount.Percent(100, 1000));
        Equal(1, Amount.Percent(5, 1000));
        Equal(0, Amount.Percent(4, 1000));
        Equal(-1, Amount.Percent(-5, 1000));
        Equal(-1, Amount.Percent(5, -1000));
        Equal(1, Amount.Percent(-5, -1000));
        Equal(9999899999990, Amount.Percent(Amount.MaxDay, Amount.MaxRate));
    }

    [TestMethod]
    public void Vat_is_contained_in_the_price()
    {
        Equal(2100, Amount.VatContained(12100, 2100));
        Equal(1, Amount.VatContained(6, 2100));
        Equal(0, Amount.VatContained(2, 2100));
        Equal(991, Amount.VatContained(10000, 1100));
        Equal(-991, Amount.VatContained(-10000, 1100));
        Equal(0, Amount.VatContained(10000, 0));
        // 3 x 2000 / 12000 is a half exactly.
        Equal(1, Amount.VatContained(3, 2000));
    }

    [TestMethod]
    public void Shares_by_differences_add_up_to_the_part()
    {
        Equal(0, Amount.Share(100, 0, 3));
        Equal(33, Amount.Share(100, 1, 3));
        Equal(67, Amount.Share(100, 2, 3));
        Equal(100, Amount.Share(100, 3, 3));
        Equal(-67, Amount.Share(-100, 2, 3));
        Equal(Amount.MaxReceipt, Amount.Share(Amount.MaxReceipt, Amount.MaxReceipt, Amount.MaxReceipt));
    }

    [TestMethod]
    public void Arguments_past_their_bounds_are_refused()
    {
        Refused(() => Amount.LineValue(Amount.MaxPrice + 1, 1));
        Refused(() => Amount.LineValue(-Amount.MaxPrice - 1, 1));
        Refused(() => Amount.LineValue(1, Amount.MaxQuantity + 1L));
        Refused(() => Amount.LineValue(1, -1));
        Refused(() => Amount.Percent(Amount.MaxDay + 1, 1));
        Refused(() => Amount.Percent(long.MinValue, 1));
        Refused(() => Amount.Percent(1, Amount.MaxRate + 1));
        Refused(() => Amount.Percent(1, -Amount.MaxRate - 1));
        Refused(() => Amount.VatContained(-Amount.MaxDay - 1, 1));
        Refused(() => Amount.VatContained(1, -1));
        Refused(() => Amount.VatContained(1, Amount.MaxRate + 1));
        Refused(() => Amount.Share(Amount.MaxReceipt + 1, 1, 1));
        Refused(() => Amount.Share(1, 2, 1));
        Refused(() => Amount.Share(1, -1, 1));
        Refused(() => Amount.Share(1, 0, 0));
        Refused(() => Amount.Share(1, 1, Amount.MaxReceipt + 1));
    }

    private static void Equal(long expected, long actual) => Assert.AreEqual(expected, actual);

    private static void Refused(Action action) => Check.Throws(typeof(ArgumentOutOfRangeException), action);
}
