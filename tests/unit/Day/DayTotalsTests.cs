#if NANOFRAMEWORK_1_0
using nanoFramework.TestFramework;
#endif
using Nf.Firmware.Bytes;
using Nf.Firmware.Day;
using Nf.Firmware.Money;

namespace Nf.Tests.Unit.Day;

[TestClass]
public class DayTotalsTests
{
    [TestMethod]
    public void What_is_saved_is_loaded()
    {
        DayTotals day = Filled();
        byte[] saved = Saved(day);
        var loaded = new DayTotals();
        loaded.Load(new ByteReader(saved));
        Same(saved, Saved(loaded));
        Assert.IsTrue(loaded.Receipts == 2 && loaded.BuyerReceipts == 1 && loaded.BuyerTotal == 1210 && loaded.BuyerVat == 210);
        Assert.IsTrue(loaded.Gross(4) == 999999999999 && loaded.Vat(0) == 210 && loaded.Total == 999999999999 + 1210);
        Assert.IsTrue(loaded.Payment(PaymentKind.Cash) == 1210 && loaded.Payment(PaymentKind.Other) == 7);
        Assert.IsTrue(loaded.Drawer == 1210 + 500 - 300 - 11);
        Assert.IsTrue(loaded.Foreign.Drawer == 2400 && loaded.Foreign.Currency.Rate == 497050);
        Assert.IsTrue(loaded.ServiceIn.Sum == 500 && loaded.ServiceOut.Sum == 300 && loaded.ServiceOut.Count == 1);
    }

    [TestMethod]
    public void A_cleared_day_is_a_new_one()
    {
        DayTotals day = Filled();
        day.Clear();
        Same(Saved(new DayTotals()), Saved(day));
    }

    [TestMethod]
    public void A_tally_adds_takes_away_and_is_saved()
    {
        var tally = new Tally();
        tally.Add(100);
        tally.Add(50);
        tally.Remove(100);
        Assert.IsTrue(tally.Count == 1 && tally.Sum == 50);
        var other = new Tally();
        other.Add(7);
        other.Add(tally);
        Assert.IsTrue(other.Count == 2 && other.Sum == 57);
        var bytes = new byte[Tally.SavedLength];
        other.Save(new ByteWriter(bytes));
        tally.Load(new ByteReader(bytes));
        Assert.IsTrue(tally.Count == 2 && tally.Sum == 57);
    }

    private static DayTotals Filled()
    {
        var day = new DayTotals();
        day.AddSales(0, 1210, 210);
        day.AddSales(4, 999999999999, 0);
        day.AddPayment(PaymentKind.Cash, 1210);
        day.AddPayment(PaymentKind.Other, 7);
        day.CountReceipt(true, 1210, 210);
        day.CountReceipt(false, 5, 1);
        day.MoveCash(500);
        day.MoveCash(-300);
        day.ItemDiscounts.Add(3);
        day.SubtotalDiscounts.Add(8);
        day.ItemSurcharges.Add(4);
        day.SubtotalSurcharges.Add(9);
        day.Packaging.Add(10);
        day.CashGiven.Add(11);
        var euro = new ForeignCurrency();
        euro.Set("EUR", 497050);
        day.Foreign.AddPayment(euro, 2000);
        day.Foreign.Move(euro, 500);
        day.Foreign.Move(euro, -100);
        day.Voids.Add(5);
        day.Cancelled.Add(6);
        return day;
    }

    private static byte[] Saved(DayTotals day)
    {
        var bytes = new byte[DayTotals.SavedLength];
        var writer = new ByteWriter(bytes);
        day.Save(writer);
        Assert.IsTrue(writer.Position == DayTotals.SavedLength);
        return bytes;
    }

    private static void Same(byte[] expected, byte[] actual)
    {
        for (int i = 0; i < expected.Length; i++) Assert.IsTrue(expected[i] == actual[i], "byte " + i.ToString());
    }
}
