using Nf.Emulator.Machine;
using Nf.Firmware.Errors;
using Nf.Firmware.Online;
using static Nf.Tests.Machine.Online.OnlineRegister;

namespace Nf.Tests.Machine.Online;

/// <summary>What a register tells people of how it stands with ANAF.</summary>
[TestClass]
public sealed class OnlineInformationTests
{
    [TestMethod]
    public void New_register_has_nothing_to_tell()
    {
        using var online = New();
        Assert.AreEqual(new OnlineSnapshot(0, null, null, null, null, 0, OnlineActivity.Waiting, 0, null, null, null), Look(online));
        Assert.IsNull(RegisterSnapshot.Of(Rig.TestRegister.Fiscalised().Register).Online, "a register without the module");
    }

    [TestMethod]
    public void Certificates_are_told_with_their_ends()
    {
        using var online = Provisioned();
        var look = Look(online);
        Assert.AreEqual(online.Certificate.NotAfter.ToUniversalTime(), look.OwnCertificateUntil);
        Assert.AreEqual(online.Desk.Authority.Anaf.NotAfter.ToUniversalTime(), look.AnafCertificateUntil);
        Assert.AreEqual((1, 5), (look.Profile, look.DaysLeft));
        online.LoseModule();
        online.Restart();
        look = Look(online);
        Assert.IsNull(look.OwnCertificateUntil);
        Assert.IsNull(look.AnafCertificateUntil);
    }

    [TestMethod]
    public void Each_thing_that_it_does_for_a_day_is_seen_in_its_turn()
    {
        using var online = Provisioned();
        online.Register.SellSomething();
        online.Register.Do(69, "Z\t");
        online.Register.Machine.RunToRest();
        var seen = Seen(online);
        CollectionAssert.AreEqual(new[] { OnlineActivity.Signing, OnlineActivity.Connecting, OnlineActivity.Sending, OnlineActivity.Checking }, seen);
        var look = Look(online);
        Assert.AreEqual((0, 1), (look.Unsent, look.LastConfirmed));
        Assert.IsNotNull(look.LastConfirmedAt);
        Assert.IsNull(look.NextAttempt);
    }

    [TestMethod]
    public void Imports_and_tests_are_told()
    {
        using var online = New();
        online.Import(AnafFile);
        online.Import(OwnFile);
        online.Register.Machine.Receive(Nf.Emulator.Host.DatecsFrame.Build(0x77, 253, Nf.Emulator.Host.HostText.EncodeData($"{ConfigurationFile}\t")));
        CollectionAssert.Contains(Seen(online), OnlineActivity.Importing);
        online.Register.Do(71, "1\t");
        CollectionAssert.Contains(Seen(online), OnlineActivity.Testing);
    }

    [TestMethod]
    public void A_failed_attempt_is_told_with_what_to_do_and_when_the_next_one_comes()
    {
        using var online = Provisioned();
        online.Internet.Down = true;
        online.Day();
        var look = Look(online);
        Assert.AreEqual(ErrorSnapshot.Of(FiscalError.ServerUnreachable), look.Error);
        Assert.AreEqual(1, look.Unsent);
        Assert.IsNull(look.LastConfirmedAt);
        Assert.AreEqual(30, (look.NextAttempt!.Value - online.Register.Civil.Now).TotalMinutes, 1);
        online.Internet.Down = false;
        online.Register.Machine.Idle(TimeSpan.FromMinutes(31));
        online.Settle();
        Assert.IsNull(Look(online).Error);
    }

    [TestMethod]
    public void Waiting_for_a_silent_server_is_no_work_of_the_loop()
    {
        using var online = Provisioned();
        online.Silence();
        online.Register.Do(69, "Z\t");
        var machine = online.Register.Machine;
        Assert.IsTrue(machine.RunUntil(() => online.Host.Requests == 1, 600_000_000));
        machine.Idle(TimeSpan.FromSeconds(1));
        Assert.AreEqual(OnlineActivity.Sending, online.Register.Register.Online.Activity);
        var worked = 0;
        var end = machine.Hardware.Time.NowMicroseconds + 1_000_000;
        while (machine.Hardware.Time.NowMicroseconds < end)
            if (machine.Turn()) worked++;
        Assert.IsLessThan(100, worked);
    }

    private static OnlineSnapshot Look(OnlineRegister online) => RegisterSnapshot.Of(online.Register.Register).Online!;

    // What it does until it waits again, each once in the order that it began.
    private static List<OnlineActivity> Seen(OnlineRegister online)
    {
        List<OnlineActivity> seen = [];
        var quietTurns = 0;
        while (quietTurns < 1000)
        {
            online.Register.Machine.Turn();
            var now = online.Register.Register.Online.Activity;
            quietTurns = now == OnlineActivity.Waiting ? quietTurns + 1 : 0;
            if (now != OnlineActivity.Waiting && (seen.Count == 0 || seen[^1] != now)) seen.Add(now);
        }

        return seen;
    }
}
