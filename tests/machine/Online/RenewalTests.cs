using Nf.Emulator.Anaf.Authority;
using Nf.Firmware.Errors;
using Nf.Firmware.FiscalMemory;
using static Nf.Tests.Machine.Online.OnlineRegister;

namespace Nf.Tests.Machine.Online;

/// <summary>A new certificate, asked for by ANAF or brought by the technician, and the days around it.</summary>
[TestClass]
public sealed class RenewalTests
{
    [TestMethod]
    [Article("HG 479/2003, norme art. 22 A j)")]
    [Article("HG 479/2003, norme anexa nr. 11 art. 2")]
    [Article("OPANAF 146/2018 anexa nr. 2 II.13")]
    public void The_certificate_is_renewed_when_ANAF_asks()
    {
        using var online = Provisioned();
        online.Answer(Newer with { CertA = 1 });
        online.Day();
        online.Settle();
        Assert.AreEqual(FiscalError.None, online.Register.Register.OnlineError);
        Assert.AreEqual(2, online.Register.Register.Log.Count(RecordKind.OwnCertificate));
        Assert.IsFalse(online.Register.Register.Configuration.RenewalDue);
        online.Day();
        Assert.AreEqual(2, online.Outbox.LastConfirmed, "the new certificate signs and connects");
    }

    [TestMethod]
    public void A_day_that_waited_with_the_old_certificate_is_taken_with_the_new_one()
    {
        using var online = Provisioned();
        online.Internet.Down = true;
        online.Day();
        online.Desk.Registers.Add(Series, "U", "99999991", online.Now);
        using var another = online.Desk.Registers.WithKey(Series)!;
        online.InService();
        online.Drive.Put($"{Series}.PEM", TechnicianFiles.Certificate(another));
        online.Import(OwnFile);
        online.OutOfService();
        online.Internet.Down = false;
        online.Register.Machine.Idle(TimeSpan.FromMinutes(31));
        online.Settle();
        Assert.AreEqual(1, online.Outbox.LastConfirmed, $"{online.Register.Register.OnlineError}");
    }

    [TestMethod]
    public void A_day_that_is_closed_while_the_certificate_is_renewed_is_sent()
    {
        using var online = Provisioned();
        online.DayThatAsksForRenewal();
        online.Day();
        online.Settle();
        Assert.AreEqual(2, online.Register.Register.Log.Count(RecordKind.OwnCertificate));
        Assert.AreEqual(2, online.Outbox.LastConfirmed, $"{online.Register.Register.OnlineError}");
    }
}
