#if NANOFRAMEWORK_1_0
using nanoFramework.TestFramework;
#endif
using Nf.Firmware.Bytes;
using Nf.Firmware.Day;

namespace Nf.Tests.Unit.Day;

[TestClass]
public class VatGroupsTests
{
    [TestMethod]
    public void A_rate_out_of_range_changes_nothing()
    {
        var groups = new VatGroups();
        Assert.IsFalse(groups.AnyUsed);
        Assert.IsTrue(groups.Set(0, VatGroupKind.Rate, 9999));
        Assert.IsFalse(groups.Set(0, VatGroupKind.Rate, 10000));
        Assert.IsFalse(groups.Set(0, VatGroupKind.Rate, -1));
        Assert.IsFalse(groups.Set(0, VatGroupKind.Exempt, 1));
        Assert.IsTrue(groups.Kind(0) == VatGroupKind.Rate && groups.Rate(0) == 9999 && groups.AnyUsed);
    }

    [TestMethod]
    public void What_is_saved_is_loaded()
    {
        var groups = new VatGroups();
        groups.Set(0, VatGroupKind.Rate, 2100);
        groups.Set(3, VatGroupKind.Rate, 0);
        groups.Set(4, VatGroupKind.Exempt, 0);
        var bytes = new byte[VatGroups.SavedLength];
        groups.Save(new ByteWriter(bytes));
        var loaded = new VatGroups();
        loaded.Load(new ByteReader(bytes));
        Assert.IsTrue(loaded.Kind(0) == VatGroupKind.Rate && loaded.Rate(0) == 2100);
        Assert.IsTrue(loaded.Kind(1) == VatGroupKind.Unused && loaded.Kind(3) == VatGroupKind.Rate && loaded.Kind(4) == VatGroupKind.Exempt);
    }

    [TestMethod]
    public void Groups_are_lettered()
    {
        Assert.AreEqual("A", VatGroups.Letter(0).ToString());
        Assert.AreEqual("G", VatGroups.Letter(6).ToString());
    }

    [TestMethod]
    public void F_is_other_taxes_and_G_exempt_and_neither_can_be_set()
    {
        var groups = new VatGroups();
        Assert.IsFalse(groups.Set(5, VatGroupKind.Rate, 2100));
        Assert.IsFalse(groups.Set(6, VatGroupKind.Unused, 0));
        Assert.IsFalse(groups.Set(0, VatGroupKind.OtherTax, 0));
        Assert.IsTrue(groups.Kind(5) == VatGroupKind.OtherTax && groups.Kind(6) == VatGroupKind.Exempt);
        Assert.IsTrue(groups.Kind(0) == VatGroupKind.Unused && !groups.AnyUsed);
    }
}
