#if NANOFRAMEWORK_1_0
using nanoFramework.TestFramework;
#endif
using System;
using Nf.Firmware.Time;

namespace Nf.Tests.Unit.Time;

[TestClass]
public class CivilTimeTests
{
    [TestMethod]
    public void Seconds_count_from_the_year_2000()
    {
        Assert.IsTrue(CivilTime.FromDateTime(new DateTime(2000, 1, 1)) == 0);
        Assert.IsTrue(CivilTime.FromDateTime(new DateTime(2000, 3, 1, 0, 0, 1)) == 60 * CivilTime.SecondsPerDay + 1);
        Assert.IsTrue(CivilTime.FromDateTime(new DateTime(2026, 11, 24, 13, 5, 9)) == 848840709);
        DateTime back = CivilTime.ToDateTime(848840709);
        Assert.AreEqual(2026, back.Year);
        Assert.AreEqual(11, back.Month);
        Assert.AreEqual(24, back.Day);
        Assert.AreEqual(13, back.Hour);
        Assert.AreEqual(5, back.Minute);
        Assert.AreEqual(9, back.Second);
    }

    [TestMethod]
    public void A_time_is_written_in_each_form()
    {
        long seconds = At(2026, 2, 3, 4, 5, 6);
        byte[] b = new byte[16];
        Assert.AreEqual("03-02-2026", Ascii.Text(b, 1, CivilTime.WriteDate(b, 1, seconds)));
        Assert.AreEqual("03-02-26", Ascii.Text(b, 1, CivilTime.WriteShortDate(b, 1, seconds)));
        Assert.AreEqual("04:05:06", Ascii.Text(b, 1, CivilTime.WriteTime(b, 1, seconds)));
        Assert.AreEqual("20260203040506", Ascii.Text(b, 1, CivilTime.WriteStamp(b, 1, seconds)));
    }

    [TestMethod]
    public void Month_ends_and_leap_days_are_right()
    {
        Assert.AreEqual("20000101000000", Stamp(0));
        Assert.AreEqual("20000229235959", Stamp(At(2000, 2, 29, 23, 59, 59)));
        Assert.AreEqual("20000301000000", Stamp(At(2000, 2, 29, 23, 59, 59) + 1));
        Assert.AreEqual("20270228235959", Stamp(At(2027, 3, 1, 0, 0, 0) - 1));
        Assert.AreEqual("20991231235959", Stamp(At(2100, 1, 1, 0, 0, 0) - 1));
        Assert.AreEqual("21000301000000", Stamp(At(2100, 2, 28, 0, 0, 0) + CivilTime.SecondsPerDay));
        Assert.AreEqual("21360207062815", Stamp(CivilTime.Max));
    }

    [TestMethod]
    public void A_time_that_media_cannot_hold_is_refused()
    {
        Check.Throws(typeof(ArgumentOutOfRangeException), () => Stamp(-1));
        Check.Throws(typeof(ArgumentOutOfRangeException), () => Stamp(CivilTime.Max + 1));
    }

    [TestMethod]
    public void Summer_time_begins_and_ends_on_the_last_sunday()
    {
        Summer(false, At(2026, 3, 29, 2, 59, 59));
        Summer(true, At(2026, 3, 29, 3, 0, 0));
        Summer(true, At(2026, 10, 25, 3, 59, 59));
        Summer(false, At(2026, 10, 25, 4, 0, 0));
        // The last day of the month is a Sunday.
        Summer(false, At(2024, 3, 30, 12, 0, 0));
        Summer(true, At(2024, 3, 31, 12, 0, 0));
        Summer(true, At(2027, 10, 30, 12, 0, 0));
        Summer(false, At(2027, 10, 31, 12, 0, 0));
        Summer(false, At(2026, 1, 15, 12, 0, 0));
        Summer(true, At(2026, 7, 15, 12, 0, 0));
        Summer(false, At(2026, 12, 15, 12, 0, 0));
    }

    [TestMethod]
    public void The_host_writes_a_time_with_or_without_summer_time()
    {
        Reads(At(2026, 11, 24, 13, 5, 9), "24-11-26 13:05:09");
        Reads(At(2026, 7, 1, 0, 0, 0), "01-07-26 00:00:00 DST");
        Reads(At(2028, 2, 29, 23, 59, 59), "29-02-28 23:59:59");
        Reads(0, "01-01-00 00:00:00");
    }

    [TestMethod]
    public void Any_other_time_is_refused()
    {
        string[] wrong =
        {
            "", "24-11-26", "24-11-26 13:05", "24-11-2026 13:05:09", "24.11.26 13:05:09", "24-11-26T13:05:09", "24-11-26 13-05-09",
            "00-11-26 13:05:09", "31-11-26 13:05:09", "29-02-27 13:05:09", "24-00-26 13:05:09", "24-13-26 13:05:09",
            "24-11-26 24:05:09", "24-11-26 13:60:09", "24-11-26 13:05:60", "x4-11-26 13:05:09", "24-11-26 13:05:0x",
            "24-11-26 13:05:09 DSX", "24-11-26 13:05:09 dst", "24-11-26 13:05:09 ", "24-11-26 13:05:09XDST", "-1-11-26 13:05:09",
        };
        for (int i = 0; i < wrong.Length; i++)
        {
            byte[] text = Ascii.Bytes(wrong[i]);
            Assert.IsFalse(CivilTime.TryParseHost(text, 0, text.Length, out long seconds), wrong[i]);
            Assert.IsTrue(seconds == 0);
        }
    }

    private static void Reads(long expected, string text)
    {
        byte[] bytes = Ascii.Bytes("x" + text);
        Assert.IsTrue(CivilTime.TryParseHost(bytes, 1, text.Length, out long seconds), text);
        Assert.AreEqual(expected, seconds);
    }

    private static void Summer(bool expected, long seconds) =>
        Assert.AreEqual(expected, CivilTime.IsSummerTime(seconds), Stamp(seconds));

    private static string Stamp(long seconds)
    {
        byte[] b = new byte[14];
        return Ascii.Text(b, 0, CivilTime.WriteStamp(b, 0, seconds));
    }

    private static long At(int year, int month, int day, int hour, int minute, int second) =>
        CivilTime.FromDateTime(new DateTime(year, month, day, hour, minute, second));
}
