using Nf.Emulator.Machine;
using Nf.Emulator.Peripherals;
using Nf.Hal.Drivers;

namespace Nf.Tests.Machine.Drivers;

[TestClass]
public class Tps3823WatchdogTests
{
    private readonly VirtualTime _time = new();

    [TestMethod]
    public void ItExpiresWithoutFeeding()
    {
        var input = new WatchdogModel(_time);
        _time.AdvanceTo(1_600_000);
        Assert.IsFalse(input.Expired);
        _time.AdvanceTo(1_600_001);
        Assert.IsTrue(input.Expired);
    }

    [TestMethod]
    public void EveryFeedingCounts()
    {
        var input = new WatchdogModel(_time);
        var watchdog = new Tps3823Watchdog(input);
        for (var turn = 1; turn <= 10; turn++)
        {
            _time.AdvanceTo(turn * 1_500_000L);
            Assert.IsFalse(input.Expired);
            watchdog.Feed();
            Assert.AreEqual(turn * 1_500_000L, input.LastToggleMicroseconds);
        }
    }

    [TestMethod]
    public void ALevelThatStaysIsNoEdge()
    {
        var input = new WatchdogModel(_time);
        _time.AdvanceTo(1000);
        input.Set(false);
        Assert.AreEqual(0, input.LastToggleMicroseconds);
        input.Set(true);
        _time.AdvanceTo(2000);
        input.Set(true);
        Assert.AreEqual(1000, input.LastToggleMicroseconds);
    }
}
