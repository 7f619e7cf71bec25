using Nf.Emulator.Machine;
using Nf.Emulator.Peripherals;

namespace Nf.Tests.Machine.Drivers;

[TestClass]
public class CivilTimeTests
{
    private static readonly DateTime Start = new(2026, 7, 24, 10, 0, 0);

    [TestMethod]
    public void VirtualCivilTimeStartsWhereItIsMade()
    {
        var time = new VirtualTime();
        time.AdvanceTo(5_000_000);
        var civil = new VirtualCivilTime(time, Start);
        Assert.AreEqual(Start, civil.Now);
        time.AdvanceTo(5_000_001);
        Assert.AreEqual(Start.AddMicroseconds(1), civil.Now);
    }

    [TestMethod]
    public void VirtualCivilTimeJumpsForwardOnly() =>
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(
            () => new VirtualCivilTime(new VirtualTime(), Start).Jump(TimeSpan.FromTicks(-1)));

    [TestMethod]
    public void WallCivilTimeAdvancesFromItsBaseAndTellsANewOne()
    {
        var wall = new StoppedWall(new DateTime(2026, 8, 1, 12, 0, 0));
        ClockBase? told = null;
        var civil = new WallCivilTime(new ClockBase(Start, new DateTime(2026, 7, 31, 12, 0, 0)), wall, value => told = value);
        Assert.AreEqual(Start.AddDays(1), civil.Now);
        Assert.IsNull(told);

        civil.Set(new DateTime(2030, 1, 1));
        Assert.AreEqual(new ClockBase(new DateTime(2030, 1, 1), wall.Utc), told);
        wall.Utc = wall.Utc.AddSeconds(90);
        Assert.AreEqual(new DateTime(2030, 1, 1, 0, 1, 30), civil.Now);
    }

    [TestMethod]
    [DataRow(1, 2)]
    [DataRow(7, 3)]
    public void RomaniaIsTwoOrThreeHoursAhead(int month, int hours)
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById("Europe/Bucharest", out _)) return;
        var utc = new DateTime(2026, month, 15, 12, 0, 0);
        var start = ClockBase.Romania(new StoppedWall(utc));
        Assert.AreEqual(utc.AddHours(hours), start.Civil);
        Assert.AreEqual(utc, start.Utc);
    }

    private sealed class StoppedWall(DateTime utc) : TimeProvider
    {
        public DateTime Utc { get; set; } = utc;

        public override DateTimeOffset GetUtcNow() => new(DateTime.SpecifyKind(Utc, DateTimeKind.Utc));
    }
}
