using Nf.Emulator.Machine;
using Nf.Firmware.FiscalMemory;
using Nf.Tests.Machine.Rig;
using static Nf.Tests.Machine.Online.OnlineRegister;

namespace Nf.Tests.Machine.Online;

/// <summary>A power cut at every write of the three imports: each is in force or not, and the technician only has to go on.</summary>
[TestClass]
public sealed class ProvisioningCutTests
{
    [TestMethod]
    public void Every_write_of_the_imports() => Cuts.AtEveryWrite(60, Visit);

    private static void Visit(Action<PowerSupply> begin)
    {
        using var online = New();
        var technician = new PatientTechnician(online);
        begin(online.Register.Power);
        foreach (var option in new[] { AnafFile, OwnFile, ConfigurationFile }) technician.Import(option);
        technician.Host.Guarded(online.Register.Machine.RunToRest);
        Cuts.End(online.Register.Power);
        Check(online);
    }

    private static void Check(OnlineRegister online)
    {
        var log = online.Register.Register.Log;
        foreach (var kind in new[] { RecordKind.AnafCertificate, RecordKind.OwnCertificate, RecordKind.Configuration })
            Assert.AreEqual(1, log.Count(kind), $"{kind}");
        Assert.AreEqual(0, online.Register.Hardware.FiscalMemory.Violations.Count, "a location was programmed twice");
        foreach (var title in new[] { "CERTIFICAT ANAF", "CERTIFICAT APARAT", "CONFIGURARE ANAF" })
            Assert.IsInRange(1, 2, online.Register.Paper.Count(line => line.Trim() == title), $"{title}: a torn line at most is printed again");
        Assert.AreEqual(1, online.Register.Register.Configuration.Profile);
        Assert.AreEqual(5, online.Register.Register.Configuration.BlockingDays);
        online.InService();
        online.OutOfService();
        online.Restart();
        online.Day();
        Assert.AreEqual(online.Outbox.LastClosed, online.Outbox.LastConfirmed, $"the day is sent: {online.Register.Register.OnlineError}");
    }
}
