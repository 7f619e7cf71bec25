using Nf.Emulator.Anaf.Authority;
using Nf.Emulator.Anaf.Desk;
using Nf.Firmware.Errors;
using Nf.Firmware.FiscalMemory;
using Nf.Firmware.Online;
using static Nf.Tests.Machine.Online.OnlineRegister;

namespace Nf.Tests.Machine.Online;

/// <summary>A register of profile 1 sends its days, obeys what comes back, and blocks when ANAF does not have them.</summary>
[TestClass]
public sealed class SendingTests
{
    [TestMethod]
    [Article("HG 479/2003, norme art. 22 J b)")]
    [Article("HG 479/2003, norme anexa nr. 11 art. 4")]
    [Article("OUG 28/1999 art. 3^1")]
    [Article("OPANAF 146/2018 anexa nr. 3")]
    public void A_day_is_sent_after_its_Z_and_confirmed()
    {
        using var online = Provisioned();
        online.Day();
        Assert.AreEqual(FiscalError.None, online.Register.Register.OnlineError);
        Assert.AreEqual(1, online.Host.Requests);
        Assert.AreEqual(1, online.Outbox.LastConfirmed);
        online.Register.Machine.Idle(TimeSpan.FromHours(2));
        Assert.AreEqual(1, online.Host.Requests, "nobody is called when there is nothing to send");
    }

    [TestMethod]
    [Article("HG 479/2003, norme anexa nr. 11 art. 3 (1) d)")]
    [Article("OPANAF 146/2018 anexa nr. 2 II.9")]
    public void The_empty_message_goes_every_nrM_when_the_option_is_on()
    {
        using var online = Provisioned();
        online.Register.Do(255, "AnafEmptyMessage\t\t1\t");
        online.Register.Machine.Idle(TimeSpan.FromMinutes(31));
        online.Settle();
        Assert.AreEqual(FiscalError.None, online.Register.Register.OnlineError);
        Assert.AreEqual(1, online.Host.Requests);
        online.Day();
        Assert.AreEqual(1, online.Outbox.LastConfirmed);
    }

    [TestMethod]
    [Article("HG 479/2003, norme anexa nr. 11 art. 5")]
    public void With_rapZ_2_it_waits_for_nrT()
    {
        using var online = Provisioned();
        online.Answer(Newer with { RapZ = 2, NrT = 90 });
        online.Day();
        online.Day();
        Assert.AreEqual(1, online.Host.Requests);
        online.Register.Machine.Idle(TimeSpan.FromMinutes(91));
        online.Settle();
        Assert.AreEqual(2, online.Host.Requests);
    }

    [TestMethod]
    [Article("HG 479/2003, norme anexa nr. 11 art. 1")]
    [Article("HG 479/2003, norme anexa nr. 11 art. 8")]
    public void Without_a_network_it_tries_every_nrM_and_sends_all_in_order()
    {
        using var online = Provisioned();
        online.Internet.Down = true;
        online.Day();
        Assert.AreNotEqual(FiscalError.None, online.Register.Register.OnlineError);
        Assert.IsTrue(online.Register.Register.Reporting.Events.IsNetworkOut);
        online.Day();
        var tries = online.Internet.Connections;
        online.Register.Machine.Idle(TimeSpan.FromMinutes(25));
        Assert.AreEqual(tries, online.Internet.Connections, "before nrM");
        online.Internet.Down = false;
        online.Register.Machine.Idle(TimeSpan.FromMinutes(8));
        online.Settle();
        Assert.AreEqual(2, online.Outbox.LastConfirmed);
        Assert.IsFalse(online.Register.Register.Reporting.Events.IsNetworkOut);
    }

    [TestMethod]
    public void A_host_learns_how_it_stands_with_the_server()
    {
        using var online = Provisioned();
        online.Internet.Down = true;
        online.Day();
        var fields = online.Register.Do(71, "2\t").Fields;
        Assert.AreEqual("", fields[0], "no confirmation yet");
        CollectionAssert.AreEqual(new[] { "1", "1", "1" }, fields.Skip(2).Take(3).ToArray(), "unsent, which failed, how often");
        Assert.AreEqual($"{(int)online.Register.Register.OnlineError}", fields[5]);
        Assert.AreEqual("30", fields[12], "minutes until the next attempt");
        online.Internet.Down = false;
        online.Register.Machine.Idle(TimeSpan.FromMinutes(31));
        online.Settle();
        fields = online.Register.Do(71, "2\t").Fields;
        StringAssert.StartsWith(fields[0], "16-11-26 ");
        CollectionAssert.AreEqual(new[] { "0", "0", "0", "0" }, fields.Skip(2).Take(4).ToArray());
        online.Restart();
        Assert.AreEqual(fields[0], online.Register.Do(71, "2\t").Fields[0], "kept over a power cut");
    }

    [TestMethod]
    [Article("HG 479/2003, norme anexa nr. 11 art. 5")]
    public void At_power_up_it_sends_what_is_unsent()
    {
        using var online = Provisioned();
        online.Internet.Down = true;
        online.Day();
        online.Internet.Down = false;
        online.Restart();
        online.Settle();
        Assert.AreEqual(1, online.Outbox.LastConfirmed);
    }

    [TestMethod]
    [DataRow(AnswerKind.Refuse, FiscalError.ServerRefused)]
    [DataRow(AnswerKind.HttpError, FiscalError.AnswerWrong)]
    [DataRow(AnswerKind.OtherId, FiscalError.AnswerWrong)]
    [DataRow(AnswerKind.Unsigned, null)]
    [DataRow(AnswerKind.OtherSigner, null)]
    [DataRow(AnswerKind.Garbage, null)]
    public void What_is_no_confirmation_keeps_the_day(AnswerKind kind, FiscalError? expected)
    {
        using var online = Provisioned();
        online.Desk.Prepared.Add(new PreparedAnswer { Kind = kind });
        online.Day();
        Assert.AreEqual(0, online.Outbox.LastConfirmed);
        if (expected is { } error) Assert.AreEqual(error, online.Register.Register.OnlineError);
        else Assert.AreNotEqual(FiscalError.None, online.Register.Register.OnlineError);
        online.Register.Machine.Idle(TimeSpan.FromMinutes(31));
        online.Settle();
        Assert.AreEqual(1, online.Outbox.LastConfirmed);
    }

    [TestMethod]
    [Article("HG 479/2003, norme anexa nr. 11 art. 3 (3)")]
    [Article("OPANAF 146/2018 anexa nr. 2 II.10")]
    public void A_configuration_in_an_answer_is_obeyed_also_when_the_message_is_refused()
    {
        using var online = Provisioned();
        online.Desk.Prepared.Add(new PreparedAnswer { Kind = AnswerKind.Refuse, MP = Newer with { NrZ = 9, NrM = 7, NrT = 8, AfisM = 1, Urls = [new(4, "https://anaf.test/aeroport")] } });
        online.Day();
        var configuration = online.Register.Register.Configuration;
        Assert.AreEqual(9, configuration.BlockingDays);
        Assert.AreEqual(7, configuration.RetryMinutes);
        Assert.AreEqual(8, configuration.SendMinutes);
        Assert.AreEqual("https://anaf.test/aeroport", configuration.Url(4));
        Assert.AreEqual("https://anaf.test/bon", configuration.Url(1), "what is not said stays");
        Assert.IsTrue(configuration.GoToService);
        Assert.AreEqual(1, online.Register.Register.Log.Count(RecordKind.Configuration), "intervals alone take no record");
        online.Restart();
        Assert.AreEqual(9, online.Register.Register.Configuration.BlockingDays);
    }

    [TestMethod]
    public void An_older_configuration_is_not_obeyed()
    {
        using var online = Provisioned();
        online.Answer(Newer with { NrZ = 9 });
        online.Day();
        online.Answer(Newer with { NrZ = 3 });
        online.Day();
        Assert.AreEqual(9, online.Register.Register.Configuration.BlockingDays);
        Assert.AreEqual(2, online.Outbox.LastConfirmed, "the day counts all the same");
    }

    [TestMethod]
    public void A_profile_that_the_server_changes_is_recorded()
    {
        using var online = Provisioned();
        online.Answer(Newer with { TipP = 0, Urls = [] });
        online.Day();
        online.Settle();
        Assert.AreEqual(0, online.Register.Register.Configuration.Profile);
        Assert.AreEqual(2, online.Register.Register.Log.Count(RecordKind.Configuration));
        online.Day();
        Assert.AreEqual(1, online.Host.Requests);
    }

    [TestMethod]
    [Article("HG 479/2003, norme anexa nr. 11 art. 8")]
    [Article("HG 479/2003, norme anexa nr. 11 art. 9")]
    [Article("OUG 28/1999 art. 3 (3) e)")]
    public void A_register_whose_days_ANAF_does_not_have_blocks_and_goes_on_once_they_are_sent()
    {
        using var online = Provisioned();
        online.Internet.Down = true;
        online.Day();
        Assert.IsTrue(online.Register.Paper.Any(line => line.StartsWith("ZILE PÂNĂ LA BLOCARE")));
        var closed = online.Register.Civil.Now;
        online.At(closed.AddDays(4));
        online.Register.Machine.Idle(TimeSpan.FromSeconds(3));
        StringAssert.Contains(online.Register.Hardware.Display.Lower, "BLOCARE ÎN 1 ZI");
        online.Register.SellSomething();
        online.Register.Do(69, "Z\t");
        online.Register.Machine.RunToRest();
        online.At(closed.AddDays(5).AddMinutes(1));
        Assert.AreEqual(FiscalError.BlockedUnsent, online.Register.Register.BlockedBy);
        online.Register.Refused(FiscalError.BlockedUnsent, 48, "1\t0001\t1\t\t\t");
        online.Register.Do(69, "X\t");
        online.Internet.Down = false;
        online.Register.Machine.Idle(TimeSpan.FromMinutes(31));
        online.Settle();
        online.Register.SellSomething();
    }

    [TestMethod]
    [Article("OPANAF 146/2018 anexa nr. 2 II.13")]
    public void CodD_unblocks_after_an_offline_filing()
    {
        using var online = Provisioned();
        online.Internet.Down = true;
        online.Day();
        var filed = new DateTime(2026, 11, 16, 12, 0, 0);
        Assert.AreEqual(FiscalError.None, online.Outbox.RegisterMessage(Nf.Firmware.Time.CivilTime.FromDateTime(filed), 1, 1));
        online.At(online.Register.Civil.Now.AddDays(6));
        online.Register.Refused(FiscalError.BlockedUnsent, 48, "1\t0001\t1\t\t\t");
        online.InService();
        online.Put(Newer with { CodD = AnafProfile.IdOf(Series, filed.AddSeconds(1)) });
        online.Refused(FiscalError.UnblockCodeWrong, ConfigurationFile);
        online.Put(Newer with { CodD = AnafProfile.IdOf(Series, filed) });
        online.Import(ConfigurationFile);
        online.OutOfService();
        Assert.AreEqual(1, online.Register.Register.Log.Count(RecordKind.Unblocking));
        online.Register.SellSomething();
    }

    [TestMethod]
    public void Day_whose_message_is_made_after_a_restart_is_sent_when_it_is()
    {
        using var online = OnlineRegister.Provisioned(signsInSoftware: true);
        online.Internet.Down = true;
        online.Day();
        online.Register.Machine.TurnTime = () => 2000;
        online.Register.SellSomething();
        online.Register.Do(69, "Z\t");
        online.Internet.Down = false;
        // The first day is sent while the second one's message is still signed.
        online.Restart();
        Assert.IsTrue(online.Register.Machine.RunUntil(() => online.Outbox.LastConfirmed == 2, 600_000_000), $"day {online.Outbox.LastConfirmed}");
    }

    [TestMethod]
    public void A_file_that_is_refused_meanwhile_leaves_the_answer_alone()
    {
        using var online = Provisioned();
        online.Internet.Down = true;
        online.Day();
        online.InService();
        online.Drive.Put("ANAF.PEM", [.. TechnicianFiles.Anaf(online.Desk.Authority), .. "-----BEGIN CERTIFICATE-----\n????\n"u8]);
        online.Internet.Down = false;
        // After a connection test the day goes out again.
        online.Register.Do(71, "1\t");
        Assert.IsTrue(online.Register.Machine.RunUntil(() => online.Register.Register.Online!.Activity == OnlineActivity.Checking, 60_000_000), "its answer came");
        online.Refused(FiscalError.PemInvalid, AnafFile);
        online.Settle();
        Assert.AreEqual(1, online.Outbox.LastConfirmed, $"{online.Register.Register.OnlineError}");
    }
}
