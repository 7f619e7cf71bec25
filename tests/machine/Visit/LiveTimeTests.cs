using System.Diagnostics;
using Nf.Emulator.Anaf.Desk;
using Nf.Emulator.Host;
using Nf.Emulator.Machine;
using Nf.Firmware.Errors;

namespace Nf.Tests.Machine.Visit;

/// <summary>The time of a register that lives: it works on without a rest while it signs, and waits as long as the wall does.</summary>
[TestClass]
public sealed class LiveTimeTests
{
    [TestMethod]
    public async Task Days_message_is_signed_in_a_fraction_of_the_time_that_rests_between_its_slices_would_take()
    {
        await using var rig = await LiveVisitRig.StartAsync();
        Assert.IsTrue((await rig.VisitAsync()).IsComplete);
        var slices = await rig.Live.BetweenCommandsAsync((machine, _) => SlicesOfAMessage(machine));
        using var line = rig.Connect();
        var before = await rig.Site.AskAsync(Now);
        Assert.IsTrue(new DatecsClient(line).Send(69, "Z").Ok);
        Assert.IsTrue(await rig.Site.WaitAsync(machine => machine.Register.Reporting.Maker.IsDone, TimeSpan.FromMinutes(3)));
        var took = await rig.Site.AskAsync(Now) - before;
        Assert.IsLessThan(slices * LiveRegister.IdleInterval * 1000L / 4, took, $"{slices} slices, {took / 1000} ms");
    }

    [TestMethod]
    public async Task Time_follows_the_wall_while_the_server_is_waited_for()
    {
        await using var rig = await LiveVisitRig.StartAsync();
        Assert.IsTrue((await rig.VisitAsync()).IsComplete);
        rig.Anaf.Prepared.Add(new PreparedAnswer { Kind = AnswerKind.Silence });
        using var line = rig.Connect();
        Assert.IsTrue(new DatecsClient(line).Send(69, "Z").Ok);
        Assert.IsTrue(await rig.Site.WaitAsync(machine => rig.Anaf.Messages.Count == 3, TimeSpan.FromMinutes(3)), "the day has not come");
        var (time, wall) = (await rig.Site.AskAsync(Now), Stopwatch.StartNew());
        Assert.IsFalse(await rig.Site.WaitAsync(machine => machine.Register.OnlineError != FiscalError.None, TimeSpan.FromSeconds(2)), "it did not wait");
        Assert.IsLessThan(wall.ElapsedMilliseconds + 500, (await rig.Site.AskAsync(Now) - time) / 1000);
    }

    private static int SlicesOfAMessage(RegisterMachine machine)
    {
        Assert.IsTrue(new DatecsClient(new MachineChannel(machine)).Send(69, "Z").Ok);
        machine.RunToRest();
        var slices = 0;
        while (!machine.Register.Reporting.Maker.IsDone)
            if (machine.Turn()) slices++;
        return slices;
    }

    private static long Now(RegisterMachine machine) => machine.Hardware.Time.NowMicroseconds;
}
