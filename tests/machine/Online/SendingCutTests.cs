using Nf.Emulator.Anaf.Authority;
using Nf.Emulator.Anaf.Desk;
using Nf.Emulator.Host;
using Nf.Emulator.Machine;
using static Nf.Tests.Machine.Online.OnlineRegister;

namespace Nf.Tests.Machine.Online;

/// <summary>A power cut at the writes of a Z, its message, its sending, a configuration that comes back and the renewal that it asks for.</summary>
[TestClass]
public sealed class SendingCutTests
{
    [TestMethod]
    public void The_day_is_sent_at_least_once_and_accepted_once_and_the_answer_obeyed()
    {
        var sizes = new List<int>();
        Evening((_, size) => sizes.Add(size), null);
        Assert.IsGreaterThan(40, sizes.Count);
        foreach (var (write, bytes) in OnlineCuts.Of(sizes, 4))
        {
            try
            {
                Evening(null, (write, bytes));
            }
            catch (AssertFailedException e)
            {
                Assert.Fail($"cut at write {write} after {bytes} of {sizes[write]} bytes: {e.Message}");
            }
        }
    }

    private static void Evening(Action<StoreWrite, int>? watch, (int Write, int Bytes)? cut)
    {
        using var online = Provisioned();
        online.Register.SellSomething();
        // ANAF says it once for each message: what a cut keeps from being obeyed comes again when the message does.
        var profile = new AnafProfile(AnafProfile.IdOf(Series, new DateTime(2026, 11, 16, 6, 30, 0))) { TipP = 1, NrZ = 9, CertA = 1 };
        online.Desk.Prepared.Add(new PreparedAnswer { MP = profile });
        var power = online.Register.Power;
        power.Watch = watch;
        if (cut is { } c) power.CutAt(power.Writes + c.Write, c.Bytes);
        DatecsReply? reply = null;
        Guarded(online, () => reply = online.Register.Host.SendData(69, "Z\t"));
        while (reply is null) Guarded(online, () => reply = online.Register.Host.Repeat());
        Assert.IsTrue(reply.Ok, $"Z: {reply.ErrorCode}");
        Guarded(online, online.Settle);
        power.Watch = null;
        power.CutAt(-1, 0);
        online.Settle();
        Check(online);
    }

    private static void Check(OnlineRegister online)
    {
        online.Register.Machine.Idle(TimeSpan.FromMinutes(31));
        online.Settle();
        var register = online.Register.Register;
        Assert.AreEqual(1, register.Log.Count(Nf.Firmware.FiscalMemory.RecordKind.Closure), "closures");
        Assert.AreEqual(1, online.Outbox.LastConfirmed, $"{register.OnlineError}");
        Assert.AreEqual(9, register.Configuration.BlockingDays);
        Assert.IsFalse(register.Configuration.RenewalDue, $"renewal: {register.OnlineError}");
        Assert.AreEqual(0, online.Register.Hardware.FiscalMemory.Violations.Count, "a location was programmed twice");
        online.Day();
        Assert.AreEqual(2, online.Outbox.LastConfirmed, $"the next day: {register.OnlineError}");
        foreach (var z in new[] { 1, 2 })
            Assert.AreEqual(1, online.Desk.Messages.List().Count(message => message.Z == z && message.Code == 0), $"Z {z} accepted");
        Assert.IsFalse(online.Desk.Messages.List().Any(message => message.Code > 1), "a message was refused");
    }

    private static void Guarded(OnlineRegister online, Action action)
    {
        try
        {
            action();
        }
        catch (PowerCutException)
        {
            Guarded(online, online.Restart);
        }
    }
}
