using Nf.Emulator.Machine;
using Nf.Firmware.Errors;
using Nf.Firmware.FiscalMemory;
using Nf.Tests.Machine.Rig;
using static Nf.Tests.Machine.Online.OnlineRegister;

namespace Nf.Tests.Machine.Online;

/// <summary>A power cut at every write while days get to ANAF, one way or the other: sent at least once, accepted once.</summary>
[TestClass]
public sealed class SendingCutTests
{
    [TestMethod]
    [Article("HG 479/2003, norme anexa nr. 11 art. 8")]
    public void Every_write_of_a_Z_its_message_its_sending_a_new_configuration_and_the_renewal() => Cuts.AtEveryWrite(40, Evening);

    [TestMethod]
    [Article("OPANAF 146/2018 anexa nr. 2 II.13")]
    public void Every_write_of_an_export_its_unblocking_and_the_day_after() => Cuts.AtEveryWrite(40, Filing);

    private static void Evening(Action<PowerSupply> begin)
    {
        using var online = Provisioned(nrM: 1);
        online.Register.SellSomething();
        // ANAF says it once for each message: what a cut keeps from being obeyed comes again when the message does.
        online.Answer(Newer with { NrZ = 9, CertA = 1 });
        var technician = new PatientTechnician(online);
        begin(online.Register.Power);
        Assert.IsTrue(technician.Host.Send(69, "Z\t").Ok, "Z");
        technician.Settle();
        Cuts.End(online.Register.Power);
        online.Settle();
        online.Register.Machine.Idle(TimeSpan.FromMinutes(2));
        online.Settle();
        Assert.AreEqual(9, online.Register.Register.Configuration.BlockingDays);
        Assert.IsFalse(online.Register.Register.Configuration.RenewalDue, $"renewal: {online.Register.Register.OnlineError}");
        Check(online);
    }

    private static void Filing(Action<PowerSupply> begin)
    {
        using var online = Provisioned(nrM: 1);
        online.Internet.Down = true;
        online.Day();
        online.At(online.Register.Civil.Now.AddDays(6));
        online.Drive.Empty();
        var technician = new PatientTechnician(online);
        begin(online.Register.Power);
        var exported = technician.Host.Send(128, "A\t11-26\t");
        Assert.IsTrue(exported.Ok || exported.ErrorCode == (int)FiscalError.FolderNotEmpty, $"export: {exported.ErrorCode}");
        online.Drive.Put($"{Series}.P7B", online.FileExported());
        technician.Host.Guarded(online.InService);
        technician.Import(ConfigurationFile);
        technician.Host.Guarded(online.Register.Machine.RunToRest);
        Cuts.End(online.Register.Power);
        online.OutOfService();
        online.Internet.Down = false;
        Assert.AreEqual(FiscalError.None, online.Register.Register.BlockedBy);
        Assert.AreEqual(1, online.Register.Register.Log.Count(RecordKind.Unblocking));
        Check(online);
    }

    // The next day goes as well, and each of them counts once.
    private static void Check(OnlineRegister online)
    {
        online.Day();
        var register = online.Register.Register;
        var days = register.Log.Count(RecordKind.Closure);
        Assert.IsInRange(2, 3, days, "closures: a cut may have begun a day of its own");
        Assert.AreEqual(days, online.Outbox.LastConfirmed, $"{register.OnlineError}");
        Assert.AreEqual(0, online.Register.Hardware.FiscalMemory.Violations.Count, "a location was programmed twice");
        var messages = online.Desk.Messages.List();
        for (var z = 1; z <= days; z++) Assert.AreEqual(1, messages.Count(message => message.Z == z && message.Code == 0), $"Z {z} accepted");
        Assert.IsFalse(messages.Any(message => message.Code > 1), "a message was refused");
    }
}
