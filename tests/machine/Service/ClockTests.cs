using Nf.Firmware.Errors;
using Nf.Tests.Machine.Register;
using Nf.Tests.Machine.Rig;
using static Nf.Tests.Machine.Service.ServiceSteps;

namespace Nf.Tests.Machine.Service;

/// <summary>Setting the clock, and summer time (norms, art. 33 A e), 34 i), k)).</summary>
[TestClass]
public sealed class ClockTests
{
    [TestMethod]
    [Article("HG 479/2003, norme art. 33 A e)")]
    [Article("HG 479/2003, norme art. 34 i)")]
    [Article("HG 479/2003, norme art. 34 k)")]
    public void The_clock_is_set_with_a_closed_day_and_never_back_before_a_document()
    {
        var register = TestRegister.Fiscalised();
        register.Receipt();
        register.Refused(FiscalError.ZReportNeeded, 61, "17-11-26 08:00:00\t");
        register.CloseDay();
        register.Refused(FiscalError.ClockBeforeLastRecord, 61, "16-11-26 06:59:59\t");
        register.Do(61, "17-11-26 08:00:00\t");
        StringAssert.StartsWith(register.Do(62).Fields[0], "17-11-26 08:00:0");
        register.Refused(FiscalError.ClockWrong, 61, "17-13-26 08:00:00\t");
        register.Refused(FiscalError.ClockWrong, 61, "17-11-26\t");
        register.Receipt().Has("DATA: 17-11-2026 ORA: 08:00:00");
    }

    [TestMethod]
    public void A_lost_clock_is_set_within_a_day_that_could_not_be_closed_without()
    {
        var register = TestRegister.Fiscalised();
        register.Receipt();
        register.Hardware.Clock.BatteryDead = true;
        register.Hardware.Clock.BatteryDead = false;
        register.Refused(FiscalError.ClockLost, 69, "Z\t");
        register.Refused(FiscalError.ClockBeforeLastRecord, 61, "16-11-26 06:59:59\t");
        register.Do(61, "16-11-26 09:00:00\t");
        register.Refused(FiscalError.ZReportNeeded, 61, "16-11-26 09:30:00\t");
        register.CloseDay().Has("DATA: 16-11-2026 ORA: 09:00:00");
    }

    [TestMethod]
    public void A_wrong_year_takes_the_technician_and_his_confirmation()
    {
        var register = TestRegister.Fiscalised();
        register.Refused(FiscalError.ClockTooFar, 61, "16-11-36 08:00:00\t");
        register.Refused(FiscalError.ClockTooFar, 61, "16-11-36 08:00:00\t");
        register.InService();
        register.Refused(FiscalError.ClockTooFar, 61, "16-11-36 08:00:00\t");
        register.Refused(FiscalError.ClockTooFar, 61, "16-11-37 08:00:00\t");
        register.Refused(FiscalError.ClockTooFar, 61, "16-11-36 08:00:00\t");
        register.Do(61, "16-11-36 08:00:00\t");
        register.Do(61, "16-11-26 08:00:00\t");
        register.Do(149, "0\t");
        register.Receipt().Has("DATA: 16-11-2026 ORA: 08:00:00");
    }

    [TestMethod]
    public void Summer_time_begins_by_itself()
    {
        var register = At(2027, 3, 28, 2, 59, 50);
        StringAssert.StartsWith(register.Do(62).Fields[0], "28-03-27 02:59:5");
        Assert.IsFalse(register.Do(62).Fields[0].EndsWith(" DST", StringComparison.Ordinal));
        register.Machine.Idle(TimeSpan.FromSeconds(15));
        StringAssert.Matches(register.Do(62).Fields[0], new("^28-03-27 04:00:0\\d DST$"));
        register.Machine.PowerOn();
        StringAssert.StartsWith(register.Receipt().First(line => line.StartsWith("DATA", StringComparison.Ordinal)), "DATA: 28-03-2027 ORA: 04:00:");
        StringAssert.StartsWith(register.Do(62).Fields[0], "28-03-27 04:00:");
    }

    [TestMethod]
    public void It_ends_by_itself_when_no_document_lies_in_the_hour_that_comes_twice()
    {
        var register = At(2026, 10, 25, 3, 59, 50);
        StringAssert.EndsWith(register.Do(62).Fields[0], " DST");
        register.Machine.Idle(TimeSpan.FromSeconds(15));
        StringAssert.Matches(register.Do(62).Fields[0], new("^25-10-26 03:00:0\\d$"));
        register.Machine.Idle(TimeSpan.FromHours(1));
        StringAssert.Matches(register.Do(62).Fields[0], new("^25-10-26 04:00:0\\d$"), "once is enough");
        register.Machine.PowerOn();
        StringAssert.StartsWith(register.Do(62).Fields[0], "25-10-26 04:00:");
    }

    [TestMethod]
    public void Diagnostics_tell_the_season_that_the_clock_runs_on_in_the_hour_that_comes_twice()
    {
        var register = At(2026, 10, 25, 3, 59, 50);
        register.Machine.Idle(TimeSpan.FromSeconds(15));
        register.Do(71, "0\t");
        register.Machine.RunToRest();
        StringAssert.EndsWith(register.Paper.Single(line => line.StartsWith("ORĂ DE VARĂ", StringComparison.Ordinal)), " NU");
    }

    [TestMethod]
    [Article("HG 479/2003, norme art. 34 k)")]
    public void It_ends_later_when_a_document_does_and_no_document_goes_back()
    {
        var register = At(2026, 10, 25, 3, 50, 0);
        register.Receipt();
        register.Machine.Idle(TimeSpan.FromMinutes(15));
        StringAssert.Matches(register.Do(62).Fields[0], new("^25-10-26 04:0[45]:\\d\\d DST$"), "still summer");
        StringAssert.StartsWith(register.Receipt().First(line => line.StartsWith("DATA", StringComparison.Ordinal)), "DATA: 25-10-2026 ORA: 04:05:0");
        register.Machine.Idle(TimeSpan.FromMinutes(59));
        StringAssert.EndsWith(register.Do(62).Fields[0], " DST");
        register.Machine.Idle(TimeSpan.FromMinutes(2));
        StringAssert.Matches(register.Do(62).Fields[0], new("^25-10-26 04:0[5-7]:\\d\\d$"));
        register.Receipt();
    }

    [TestMethod]
    public void A_register_that_was_off_catches_up()
    {
        var register = At(2026, 10, 24, 20, 0, 0);
        register.Receipt();
        register.CloseDay();
        register.Civil.Jump(TimeSpan.FromDays(30));
        register.Machine.PowerOn();
        StringAssert.Matches(register.Do(62).Fields[0], new("^23-11-26 19:0\\d:\\d\\d$"));
        register.Civil.Jump(TimeSpan.FromDays(150));
        register.Machine.PowerOn();
        StringAssert.Matches(register.Do(62).Fields[0], new("^22-04-27 20:0\\d:\\d\\d DST$"));
    }

    [TestMethod]
    [DataRow(" DST", "25-10-26 03:00:00")]
    [DataRow("", "25-10-26 04:00:00")]
    public void In_the_hour_that_comes_twice_the_host_says_which(string mark, string halfAnHourLater)
    {
        var register = At(2026, 10, 24, 8, 0, 0);
        register.Do(61, $"25-10-26 03:30:00{mark}\t");
        register.Machine.Idle(TimeSpan.FromMinutes(30));
        Assert.AreEqual(halfAnHourLater, register.Do(62).Fields[0][..17]);
    }

    [TestMethod]
    public void A_power_cut_within_the_shift_shifts_once()
    {
        foreach (var (month, day, hour, expected) in new[] { (3, 28, 2, "28-03-27 04:00:"), (10, 31, 3, "31-10-27 03:00:") })
        {
            for (var write = 0; write < 4; write++)
            {
                foreach (var bytes in new[] { 0, 3, int.MaxValue })
                {
                    var register = At(2027, month, day, hour, 59, 50);
                    var writes = register.Power.Writes;
                    register.Power.CutAt(writes + write, bytes);
                    try
                    {
                        register.Machine.Idle(TimeSpan.FromSeconds(20));
                    }
                    catch (Nf.Emulator.Machine.PowerCutException)
                    {
                        register.Machine.PowerOn();
                    }

                    StringAssert.StartsWith(register.Do(62).Fields[0], expected, $"cut at write {write} after {bytes} bytes");
                }
            }
        }
    }

    [TestMethod]
    [Article("HG 479/2003, norme art. 34 k)")]
    public void Before_fiscalisation_the_technician_sets_it_freely()
    {
        var register = Fresh();
        register.Refused(FiscalError.ServiceSwitchNeeded, 61, "01-01-27 08:00:00\t");
        register.InService();
        register.Do(61, "01-01-30 08:00:00\t");
        register.Do(61, "01-01-27 08:00:00\t");
        StringAssert.StartsWith(register.Do(62).Fields[0], "01-01-27 08:00:0");
    }

    private static TestRegister At(int year, int month, int day, int hour, int minute, int second)
    {
        var register = new TestRegister();
        var moment = new DateTime(year, month, day, hour, minute, second);
        register.Civil.Set(moment.AddHours(-12));
        Assert.AreEqual(FiscalError.None, register.Machine.PowerOn());
        Assert.AreEqual(FiscalError.None, register.Register.Fiscalise(Nf.Emulator.Machine.DemoShop.Order()));
        register.Civil.Set(moment);
        return register;
    }
}
