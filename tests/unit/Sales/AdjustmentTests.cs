#if NANOFRAMEWORK_1_0
using nanoFramework.TestFramework;
#endif
using Nf.Firmware.Errors;
using Nf.Firmware.Sales;

namespace Nf.Tests.Unit.Sales;

[TestClass]
public class AdjustmentTests
{
    [TestMethod]
    public void A_percentage_is_rounded_half_up()
    {
        Comes(AdjustmentKind.DiscountPercent, 1000, 1005, -101);
        Comes(AdjustmentKind.DiscountPercent, 1000, 1004, -100);
        Comes(AdjustmentKind.SurchargePercent, 1000, 1005, 101);
        Comes(AdjustmentKind.DiscountPercent, 1, 10, 0);
    }

    [TestMethod]
    public void A_sum_is_what_it_is()
    {
        Comes(AdjustmentKind.DiscountSum, 1005, 1005, -1005);
        Comes(AdjustmentKind.SurchargeSum, 999999999, 1, 999999999);
        Comes(AdjustmentKind.None, 0, 1005, 0);
    }

    [TestMethod]
    public void A_discount_takes_at_most_the_sum()
    {
        Refused(AdjustmentKind.DiscountSum, 1006, 1005, FiscalError.NegativeTurnover);
        Refused(AdjustmentKind.DiscountPercent, 10000, 1005, FiscalError.ValueTooLarge);
        Refused(AdjustmentKind.SurchargePercent, 10000, 1005, FiscalError.ValueTooLarge);
        Refused(AdjustmentKind.DiscountPercent, 0, 1005, FiscalError.ValueWrong);
        Refused(AdjustmentKind.SurchargeSum, -1, 1005, FiscalError.ValueWrong);
    }

    private static void Comes(AdjustmentKind kind, long given, long sum, long change)
    {
        var adjustment = new Adjustment();
        adjustment.Set(kind, given);
        Assert.IsTrue(adjustment.Apply(sum) == FiscalError.None);
        Assert.IsTrue(adjustment.Change == change);
    }

    private static void Refused(AdjustmentKind kind, long given, long sum, FiscalError error)
    {
        var adjustment = new Adjustment();
        adjustment.Set(kind, given);
        Assert.IsTrue(adjustment.Apply(sum) == error);
        Assert.IsTrue(adjustment.Change == 0);
    }
}
