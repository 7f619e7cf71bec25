using Nf.Emulator.Host;
using Nf.Emulator.Machine;
using Nf.Firmware.Errors;
using Nf.Firmware.FiscalMemory;
using static Nf.Tests.Machine.Online.OnlineRegister;

namespace Nf.Tests.Machine.Online;

/// <summary>A power cut at the writes of the three imports: each is in force or not, and the technician only has to go on.</summary>
[TestClass]
public sealed class ProvisioningCutTests
{
    [TestMethod]
    public void Writes_of_the_imports()
    {
        var sizes = new List<int>();
        Visit((_, size) => sizes.Add(size), null);
        Assert.IsGreaterThan(60, sizes.Count);
        foreach (var (write, bytes) in OnlineCuts.Of(sizes, 2))
        {
            try
            {
                Visit(null, (write, bytes));
            }
            catch (AssertFailedException e)
            {
                Assert.Fail($"cut at write {write} after {bytes} of {sizes[write]} bytes: {e.Message}");
            }
        }
    }

    private static void Visit(Action<StoreWrite, int>? watch, (int Write, int Bytes)? cut)
    {
        using var online = New();
        var power = online.Register.Power;
        power.Watch = watch;
        if (cut is { } c) power.CutAt(power.Writes + c.Write, c.Bytes);
        foreach (var option in new[] { AnafFile, OwnFile, ConfigurationFile }) Carry(online, option);
        Guarded(online, online.Register.Machine.RunToRest);
        power.Watch = null;
        power.CutAt(-1, 0);
        Check(online);
    }

    private static void Carry(OnlineRegister online, int option)
    {
        DatecsReply? reply = null;
        Guarded(online, () => reply = online.Register.Host.SendData(253, $"{option}\t"));
        while (reply is null) Guarded(online, () => reply = online.Register.Host.Repeat());
        if (reply.ErrorCode == (int)FiscalError.ServicePasswordNeeded)
        {
            Guarded(online, online.InService);
            Carry(online, option);
            return;
        }

        // The notice that a document was interrupted began a day.
        if (reply.ErrorCode == (int)FiscalError.ZReportNeeded)
        {
            online.Register.Do(69, "Z\t");
            online.Register.Machine.RunToRest();
            Carry(online, option);
            return;
        }

        Assert.IsTrue(reply.Ok, $"import {option}: {reply.ErrorCode}");
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
