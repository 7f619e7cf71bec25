using System.Globalization;
using System.Text;
using CsCheck;
using Nf.Firmware.Time;

namespace Nf.Tests.Machine.Core;

/// <summary>The core's calendar against .NET's.</summary>
[TestClass]
public class CivilTimeTests
{
    private static readonly DateTime Epoch = new(2000, 1, 1);

    private static readonly Gen<long> Seconds = Gen.Long[0, CivilTime.Max];

    [TestMethod]
    [Article("HG 479/2003, norme art. 58 (2)")]
    public void Every_day_that_media_can_hold_is_written_as_the_platform_writes_it()
    {
        for (long seconds = 0; seconds <= CivilTime.Max; seconds += CivilTime.SecondsPerDay) SameText(seconds);
    }

    [TestMethod]
    public void Any_second_is_written_as_the_platform_writes_it() => Seconds.Sample(SameText);

    [TestMethod]
    public void A_time_goes_to_the_platform_and_back() => Seconds.Sample(seconds =>
    {
        DateTime time = CivilTime.ToDateTime(seconds);
        Assert.AreEqual(Epoch.AddSeconds(seconds), time);
        Assert.AreEqual(seconds, CivilTime.FromDateTime(time));
        Assert.AreEqual(seconds, CivilTime.FromDateTime(time.AddMilliseconds(999)));
    });

    [TestMethod]
    public void What_the_host_may_write_is_read() =>
        Gen.Select(Gen.Long[0, 36525 * CivilTime.SecondsPerDay - 1], Gen.Bool).Sample((seconds, summer) =>
        {
            string text = Text("dd-MM-yy HH:mm:ss", seconds) + (summer ? " DST" : "");
            Assert.IsTrue(CivilTime.TryParseHost(Encoding.ASCII.GetBytes(text), 0, text.Length, out long read), text);
            Assert.AreEqual(seconds, read);
        });

    /// <summary>Every half hour of the two months of change, for a century.</summary>
    [TestMethod]
    [DataRow(3)]
    [DataRow(10)]
    public void Summer_time_is_that_of_bucharest(int month)
    {
        TimeZoneInfo bucharest = Bucharest();
        for (int year = 2000; year < 2100; year++)
        {
            DateTime end = new DateTime(year, month, 1).AddMonths(1);
            for (DateTime time = new(year, month, 1); time < end; time = time.AddMinutes(30))
            {
                bool expected = bucharest.IsDaylightSavingTime(time) || bucharest.IsAmbiguousTime(time) || bucharest.IsInvalidTime(time);
                if (expected != CivilTime.IsSummerTime(CivilTime.FromDateTime(time))) Assert.Fail($"{time:s}: expected {expected}");
            }
        }
    }

    /// <summary>The machine's own data, or the same rule in the platform's words where it has none.</summary>
    private static TimeZoneInfo Bucharest()
    {
        if (TimeZoneInfo.TryFindSystemTimeZoneById("Europe/Bucharest", out TimeZoneInfo? found)) return found;
        TimeZoneInfo.AdjustmentRule rule = TimeZoneInfo.AdjustmentRule.CreateAdjustmentRule(
            DateTime.MinValue.Date, DateTime.MaxValue.Date, TimeSpan.FromHours(1), LastSunday(3, 3), LastSunday(10, 4));
        return TimeZoneInfo.CreateCustomTimeZone("Bucharest", TimeSpan.FromHours(2), null, null, null, [rule]);
    }

    private static TimeZoneInfo.TransitionTime LastSunday(int month, int hour) =>
        TimeZoneInfo.TransitionTime.CreateFloatingDateRule(new DateTime(1, 1, 1, hour, 0, 0), month, 5, DayOfWeek.Sunday);

    private static void SameText(long seconds)
    {
        byte[] b = new byte[14];
        Assert.AreEqual(Text("dd-MM-yyyy", seconds), Encoding.ASCII.GetString(b, 0, CivilTime.WriteDate(b, 0, seconds)));
        Assert.AreEqual(Text("dd-MM-yy", seconds), Encoding.ASCII.GetString(b, 0, CivilTime.WriteShortDate(b, 0, seconds)));
        Assert.AreEqual(Text("HH:mm:ss", seconds), Encoding.ASCII.GetString(b, 0, CivilTime.WriteTime(b, 0, seconds)));
        Assert.AreEqual(Text("yyyyMMddHHmmss", seconds), Encoding.ASCII.GetString(b, 0, CivilTime.WriteStamp(b, 0, seconds)));
    }

    private static string Text(string format, long seconds) =>
        Epoch.AddSeconds(seconds).ToString(format, CultureInfo.InvariantCulture);
}
