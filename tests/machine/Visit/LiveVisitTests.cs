using System.Diagnostics;
using System.Text.Json;
using Nf.Emulator.Host;
using Nf.Emulator.Machine;
using Nf.Emulator.Visit;
using Nf.Firmware.Errors;

namespace Nf.Tests.Machine.Visit;

/// <summary>The technician's visit to a register that lives: its time is the wall's, and its host line goes on.</summary>
[TestClass]
public sealed class LiveVisitTests
{
    [TestMethod]
    public async Task Visit_goes_from_an_offline_register_to_the_confirmed_Z_in_under_a_minute()
    {
        await using var rig = await LiveVisitRig.StartAsync();
        var watch = Stopwatch.StartNew();
        var progress = await rig.VisitAsync();
        Assert.IsNull(progress.Failure, progress.Failure?.Cause);
        Assert.IsTrue(progress.IsComplete);
        CollectionAssert.AreEqual(TechnicianVisit.Steps.ToArray(), progress.Done.Select(step => step.Name).ToArray());
        Assert.IsLessThan(60, watch.Elapsed.TotalSeconds);
        Assert.AreEqual(1, rig.Anaf.Registers.Find("1234567890")!.LastZ);
        var data = JsonDocument.Parse(File.ReadAllText(rig.Visits.Papers.Find(VisitDocuments.Data)!)).RootElement;
        Assert.AreEqual(TechnicianVisit.Steps.Count, data.GetProperty("intervention").GetProperty("work").GetArrayLength());
        Assert.Contains("REZULTAT: BINE", data.GetProperty("connection").ToString());
        Assert.Contains("Z NR: 0001", data.GetProperty("closure").ToString());
        var online = (await rig.Site.AskAsync(machine => RegisterSnapshot.Of(machine.Register))).Online!;
        Assert.AreEqual((1, 0, 1), (online.Profile, online.Unsent, online.LastConfirmed));
        Assert.IsNotNull(online.OwnCertificateUntil);
        Assert.IsNotNull(online.AnafCertificateUntil);
        Assert.AreEqual(30, online.DaysLeft);
    }

    [TestMethod]
    public async Task Refused_with_an_open_day_the_register_sells_on_and_the_visit_is_begun_again_after_the_Z()
    {
        await using var rig = await LiveVisitRig.StartAsync();
        using var line = rig.Connect();
        var host = new DatecsClient(line);
        Sell(host);
        var progress = await rig.VisitAsync();
        Assert.AreEqual((int)FiscalError.ZReportNeeded, progress.Failure!.Error);
        Assert.AreEqual(FiscalErrors.Next(FiscalError.ZReportNeeded), progress.Failure.Next);
        Assert.AreEqual(TechnicianVisit.AnafFile, progress.Next);
        Assert.IsFalse(rig.Visits.Papers.Exist);
        Assert.IsFalse(await rig.Site.AskAsync(machine => machine.Hardware.ServiceJumper.Closed), "the switch is left on");
        Sell(host);
        Assert.IsTrue(host.Send(69, "Z").Ok);
        progress = await rig.VisitAsync();
        Assert.IsTrue(progress.IsComplete, progress.Failure?.Cause);
        Assert.AreEqual(2, rig.Anaf.Registers.Find("1234567890")!.LastZ);
    }

    [TestMethod]
    public async Task Register_that_is_not_fiscalised_is_refused_before_anything_is_done()
    {
        await using var rig = await LiveVisitRig.StartAsync(fiscalised: false);
        var progress = await rig.VisitAsync();
        Assert.AreEqual((int)FiscalError.NotFiscalised, progress.Failure!.Error);
        Assert.IsEmpty(progress.Done);
        Assert.AreEqual(0, rig.Anaf.Registers.Count);
    }

    [TestMethod]
    public async Task One_visit_at_a_time_and_the_host_line_goes_on_meanwhile()
    {
        await using var rig = await LiveVisitRig.StartAsync();
        using var line = rig.Connect();
        var host = new DatecsClient(line);
        Assert.IsTrue(rig.Visits.Begin(LiveVisitRig.Plan));
        Assert.IsFalse(rig.Visits.Begin(LiveVisitRig.Plan), "two visits at once");
        var answers = 0;
        for (; !rig.Visits.Ended.IsCompleted; answers++) Assert.IsTrue(host.Send(74).Ok);
        Assert.IsGreaterThan(10, answers);
        Assert.IsTrue(rig.Visits.Progress.IsComplete, rig.Visits.Progress.Failure?.Cause);
        Assert.HasCount(2, rig.Anaf.Messages.List(), "the test's empty message and the Z");
    }

    [TestMethod]
    public async Task Register_that_is_switched_off_ends_the_visit()
    {
        await using var rig = await LiveVisitRig.StartAsync();
        Assert.IsTrue(rig.Visits.Begin(LiveVisitRig.Plan));
        rig.Live.Dispose();
        await rig.Visits.Ended.WaitAsync(TimeSpan.FromMinutes(1));
        Assert.IsFalse(rig.Visits.Progress.IsUnderWay);
        Assert.Contains("oprit", rig.Visits.Progress.Failure!.Cause);
    }

    [TestMethod]
    public async Task Silence_of_the_register_is_the_callers_matter_and_does_not_end_it()
    {
        await using var rig = await LiveVisitRig.StartAsync();
        await Assert.ThrowsExactlyAsync<HostLinkException>(() => rig.Site.AskAsync<int>(_ => throw new HostLinkException("silence")));
        Assert.IsTrue(await rig.Site.AskAsync(machine => machine.AtRest));
    }

    private static void Sell(DatecsClient host)
    {
        Assert.IsTrue(host.Send(48, "1", "0001", "1", "", "").Ok);
        Assert.IsTrue(host.SendData(49, "Lapte\t2\t8.90\t1.000\t\t\t1\tBUC\t").Ok);
        Assert.IsTrue(host.Send(53, "0", "").Ok);
        Assert.IsTrue(host.Send(56).Ok);
    }
}
