using Nf.Emulator.Anaf.Authority;
using Nf.Emulator.Anaf.Desk;
using Nf.Firmware.Errors;
using static Nf.Tests.Machine.Online.OnlineRegister;

namespace Nf.Tests.Machine.Online;

/// <summary>The connection test with ANAF's server, as a host asks for it with command 71.</summary>
[TestClass]
public sealed class ServerTestTests
{
    [TestMethod]
    [Article("HG 479/2003, norme art. 33 A i)")]
    public void The_empty_message_is_sent_and_the_report_printed()
    {
        using var online = Provisioned();
        Assert.AreEqual("0", Outcome(online)[0], "no test yet");
        Test(online);
        CollectionAssert.AreEqual(new[] { "2", "0", "1", "1", "200" }, Outcome(online).Take(5).ToArray());
        Assert.AreEqual(1, online.Host.Requests);
        Assert.IsTrue(online.Register.Paper.Any(line => line.Trim() == "CONEXIUNE REUȘITĂ"));
        Test(online);
        Assert.AreEqual(2, online.Host.Requests);
        Assert.AreEqual(FiscalError.None, online.Register.Register.OnlineError);
    }

    [TestMethod]
    public void Without_a_network_it_says_so_and_changes_nothing()
    {
        using var online = Provisioned();
        online.Internet.Down = true;
        Test(online);
        CollectionAssert.AreEqual(new[] { "2", $"{(int)FiscalError.ServerUnreachable}", "1", "1", "0" }, Outcome(online).Take(5).ToArray());
        Assert.IsTrue(online.Register.Paper.Any(line => line.Trim() == "CONEXIUNE NEREUȘITĂ"));
        Assert.IsFalse(online.Register.Register.Reporting.Events.IsNetworkOut, "the test is no attempt to send");
    }

    [TestMethod]
    [DataRow(AnswerKind.Refuse, FiscalError.ServerRefused)]
    [DataRow(AnswerKind.HttpError, FiscalError.ServerStatus)]
    [DataRow(AnswerKind.OtherId, FiscalError.AnswerWrong)]
    [DataRow(AnswerKind.Unsigned, null)]
    [DataRow(AnswerKind.OtherSigner, null)]
    public void An_answer_that_is_none_of_ANAF_fails_the_test(AnswerKind kind, FiscalError? expected)
    {
        using var online = Provisioned();
        online.Desk.Prepared.Add(new PreparedAnswer { Kind = kind });
        Test(online);
        var error = Outcome(online)[1];
        if (expected is { } wanted) Assert.AreEqual($"{(int)wanted}", error);
        else Assert.AreNotEqual("0", error);
        Assert.IsTrue(online.Register.Paper.Any(line => line.Trim() == "CONEXIUNE NEREUȘITĂ"));
    }

    [TestMethod]
    public void What_it_needs_first_is_told()
    {
        using var online = New();
        online.Register.Refused(FiscalError.AnafCertificateFirst, 71, "1\t");
        online.Import(AnafFile);
        online.Register.Refused(FiscalError.OwnCertificateFirst, 71, "1\t");
        online.Import(OwnFile);
        online.Register.Refused(FiscalError.ServerAddressMissing, 71, "1\t");
        online.Import(ConfigurationFile);
        Test(online);
        Assert.AreEqual("0", Outcome(online)[1], "in service mode as well");
    }

    [TestMethod]
    public void One_at_a_time_and_an_import_ends_it()
    {
        using var online = Provisioned();
        online.Register.Do(71, "1\t");
        online.Register.Refused(FiscalError.ConnectionTestRuns, 71, "1\t");
        Assert.AreEqual("1", Outcome(online)[0]);
        online.InService();
        online.Put(Profile with { IdM = AnafProfile.IdOf(Series, new DateTime(2026, 11, 16, 7, 0, 0)), NrZ = 8 });
        online.Import(ConfigurationFile);
        online.Settle();
        Assert.AreEqual(8, online.Register.Register.Configuration.BlockingDays);
        Assert.AreEqual($"{(int)FiscalError.ConnectionTestStopped}", Outcome(online)[1]);
        Test(online);
        Assert.AreEqual("0", Outcome(online)[1]);
    }

    [TestMethod]
    public void A_configuration_in_its_answer_is_obeyed_and_days_that_wait_follow_it()
    {
        using var online = Provisioned();
        online.Internet.Down = true;
        online.Day();
        online.Internet.Down = false;
        online.Answer(Newer with { NrZ = 9 });
        Test(online);
        Assert.AreEqual(9, online.Register.Register.Configuration.BlockingDays);
        online.Settle();
        Assert.AreEqual(1, online.Outbox.LastConfirmed, "long before nrM");
    }

    [TestMethod]
    public void A_sending_under_way_gives_way_and_begins_anew()
    {
        using var online = Provisioned();
        online.Register.SellSomething();
        online.Register.Do(69, "Z\t");
        online.Register.Machine.RunToRest();
        Assert.IsTrue(online.Register.Machine.RunUntil(() => !online.Register.Register.IsOnlineQuiet, 900_000_000), "the day is on its way");
        Test(online);
        online.Settle();
        Assert.AreEqual("0", Outcome(online)[1]);
        Assert.AreEqual(1, online.Outbox.LastConfirmed);
    }

    private static void Test(OnlineRegister online)
    {
        online.Register.Do(71, "1\t");
        Assert.IsTrue(online.Register.Machine.RunUntil(() => online.Register.Register.IsOnlineQuiet, 900_000_000), "the test goes on for ever");
        online.Register.Machine.RunToRest();
    }

    private static string[] Outcome(OnlineRegister online) => [.. online.Register.Do(71, "7\t").Fields];
}
