using Nf.Firmware.Supervision;

namespace Nf.Tests.Machine.Supervision;

/// <summary>A fault that nobody expected: kept, restarted from, and not for ever.</summary>
[TestClass]
public sealed class SupervisorTests
{
    [TestMethod]
    public void A_fault_in_a_turn_is_kept_with_its_time_and_restarts_the_register()
    {
        SupervisedRegister register = new();
        register.Run(TimeSpan.FromSeconds(3));
        register.Turns = () => throw new InvalidOperationException("no answer from device ș");
        register.Run(TimeSpan.FromMilliseconds(10));
        register.Turns = () => { };
        register.Run(TimeSpan.FromSeconds(1));
        Assert.AreEqual(1, register.Restarts);
        Assert.AreEqual("System.InvalidOperationException", register.Faults.Type);
        Assert.AreEqual("no answer from device ?", register.Faults.Message);
        Assert.IsFalse(register.Faults.AtStart);
        Assert.AreEqual(1, register.Faults.Total);
        Assert.AreEqual(3000, register.Faults.Uptime);
        Assert.AreEqual(new DateTime(2026, 11, 25, 9, 0, 3), new DateTime(2000, 1, 1).AddSeconds(register.Faults.Moment));
    }

    [TestMethod]
    public void A_fault_at_each_start_ends_in_a_register_that_stands_still_and_writes_no_more()
    {
        SupervisedRegister register = new() { Starts = () => throw new IndexOutOfRangeException() };
        var before = register.Power.Writes;
        register.Run(TimeSpan.FromHours(1));
        Assert.AreEqual(Supervisor.MostInARow - 1, register.Restarts);
        Assert.AreEqual(Supervisor.MostInARow, register.Power.Writes - before);
        Assert.IsTrue(register.Supervisor.HasStopped);
        Assert.AreEqual(1, register.StoppedTold);
        Assert.IsTrue(register.Faults.AtStart);
    }

    [TestMethod]
    public void Restarts_come_later_and_later_and_the_watchdog_is_fed_meanwhile()
    {
        SupervisedRegister register = new();
        List<long> starts = [];
        register.Starts = () =>
        {
            starts.Add(register.Time.Milliseconds);
            throw new IndexOutOfRangeException();
        };
        register.Run(TimeSpan.FromMinutes(2));
        CollectionAssert.AreEqual(new[] { 0L, 2000, 4000, 8000 }, starts.Zip(starts.Skip(1), (one, next) => (next - one) / 1000 * 1000).ToList());
        Assert.IsFalse(register.WatchdogBit, "the watchdog bit while the supervisor waited");
    }

    [TestMethod]
    public void Switching_a_stopped_register_off_and_on_is_one_try()
    {
        SupervisedRegister register = new() { Starts = () => throw new IndexOutOfRangeException() };
        register.Run(TimeSpan.FromMinutes(1));
        register.SwitchOn();
        register.Run(TimeSpan.FromMinutes(1));
        Assert.AreEqual(Supervisor.MostInARow + 1, register.Faults.Total);
        Assert.IsTrue(register.Supervisor.HasStopped);
        register.Starts = () => { };
        register.SwitchOn();
        register.Run(TimeSpan.FromMinutes(11));
        Assert.IsFalse(register.Supervisor.HasStopped);
        Assert.AreEqual(0, register.Faults.InARow, "ten minutes of work end the row");
        Assert.AreEqual(Supervisor.MostInARow + 1, register.Faults.Total);
    }

    [TestMethod]
    public void Without_a_memory_to_count_in_there_is_no_restart()
    {
        SupervisedRegister register = new() { Starts = () => throw new IndexOutOfRangeException(), MemoryConnected = false };
        register.SwitchOn();
        register.Run(TimeSpan.FromMinutes(1));
        Assert.AreEqual(0, register.Restarts);
        Assert.IsTrue(register.Supervisor.HasStopped);
    }

    [TestMethod]
    public void A_loop_that_hangs_feeds_no_watchdog()
    {
        SupervisedRegister register = new();
        register.Run(TimeSpan.FromSeconds(1));
        register.Turns = () => register.Time.AdvanceTo(register.Time.NowMicroseconds + 5_000_000);
        register.Run(TimeSpan.FromSeconds(5));
        Assert.IsTrue(register.WatchdogBit);
    }
}
