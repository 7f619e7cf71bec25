using System.Security.Cryptography.Pkcs;
using Nf.Firmware.FiscalMemory;
using static Nf.Tests.Machine.Online.OnlineRegister;

namespace Nf.Tests.Machine.Online;

/// <summary>A crypto module that takes its time: whoever else needs it, or the certificate, waits.</summary>
[TestClass]
public sealed class SlowModuleTests
{
    /// <summary>Five virtual seconds of the register's loop.</summary>
    private const int Slow = 100_000;

    [TestMethod]
    public void A_day_is_sent_over_a_new_way_out_while_the_next_one_is_signed()
    {
        using var online = Provisioned();
        online.Register.Hardware.Online!.Network!.Lan.Cable = false;
        online.Day();
        online.Register.Hardware.Online!.Network!.Lan.Cable = true;
        online.Vault.Polls = Slow;
        online.Day();
        online.Settle();
        Assert.AreEqual(2, online.Outbox.LastConfirmed, $"{online.Register.Register.OnlineError}");
    }

    [TestMethod]
    public void The_connection_is_tested_while_a_new_key_is_made()
    {
        using var online = Provisioned();
        online.DayThatAsksForRenewal();
        online.Vault.Polls = Slow;
        online.Restart();
        Assert.IsTrue(online.Register.Machine.RunUntil(() => online.Vault.IsBusy, 900_000_000), "a key is made");
        online.Register.Do(71, "1\t");
        online.Settle();
        Assert.AreEqual("0", online.Register.Do(71, "7\t").Fields[1]);
        online.Settle();
        Assert.AreEqual(2, online.Register.Register.Log.Count(RecordKind.OwnCertificate), $"{online.Register.Register.OnlineError}");
    }

    [TestMethod]
    [DataRow(100)]
    [DataRow(10_000)]
    [DataRow(Slow)]
    public void What_is_signed_while_the_certificate_changes_has_one_certificate(int polls)
    {
        using var online = Provisioned();
        online.DayThatAsksForRenewal();
        online.Vault.Polls = polls;
        online.Day();
        online.Settle();
        Assert.AreEqual(2, online.Register.Register.Log.Count(RecordKind.OwnCertificate));
        Assert.AreEqual(2, online.Outbox.LastConfirmed, $"{online.Register.Register.OnlineError}");
        foreach (var row in online.Desk.Messages.List().Where(row => row.Z is not null))
        {
            var signed = new SignedCms();
            signed.Decode(online.Desk.Messages.Body(row.Id)!);
            signed.CheckSignature(verifySignatureOnly: true);
            Assert.AreEqual(0, row.Code, row.Text);
        }
    }
}
