using Nf.Emulator.Anaf.Desk;
using Nf.Emulator.Machine;
using Nf.Firmware.Errors;
using Nf.Tests.Machine.Register;
using Nf.Tests.Machine.Rig;

namespace Nf.Tests.Machine.Online;

/// <summary>After a Z ANAF's confirmation, or why there is none, on paper: when it is asked for, once, and never within a receipt.</summary>
[TestClass]
public sealed class SendingSlipTests
{
    private const string Good = "MESAJ ANAF TRANSMIS";
    private const string Bad = "MESAJ ANAF NETRANSMIS";

    [TestMethod]
    public void Without_the_option_nothing_is_printed()
    {
        using var online = OnlineRegister.Provisioned();
        online.Day();
        Assert.AreEqual("0", online.Register.Do(255, "AnafResultPrint\t\t\t").Fields[0]);
        Assert.AreEqual(0, Count(online, Good));
        online.Register.Do(255, "AnafResultPrint\t\t1\t");
        online.Settle();
        Assert.AreEqual(0, Count(online, Good), "what was before the option is not told");
    }

    [TestMethod]
    public void Each_confirmed_Z_is_told_of_once()
    {
        using var online = New();
        online.Day();
        online.Register.LastDocument().HasInOrder("MAGAZIN DEMO SRL", Good, "SERIA FISCALĂ 1234567890", "RAPORT Z 0001", "CONFIRMAT DE ANAF", "BON NEFISCAL");
        online.Restart();
        online.Settle();
        Assert.AreEqual(1, Count(online, Good));
        online.Day();
        online.Register.LastDocument().Has("RAPORT Z 0002");
        Assert.AreEqual(2, Count(online, Good));
    }

    [TestMethod]
    public void A_failure_is_told_once_for_each_Z_with_what_to_do_and_then_the_confirmation_of_all()
    {
        using var online = New();
        online.Internet.Down = true;
        online.Day();
        var error = online.Register.Register.OnlineError;
        var slip = online.Register.LastDocument();
        slip.HasInOrder(Bad, "RAPORT Z 0001", $"COD EROARE {(int)error}", "ZILE PÂNĂ LA BLOCARE 5", "BON NEFISCAL");
        var text = string.Join(' ', slip);
        Assert.Contains($"CAUZA: {FiscalErrors.Cause(error)}", text);
        Assert.Contains($"CE FACEȚI: {FiscalErrors.Next(error)}", text);
        online.Register.Machine.Idle(TimeSpan.FromMinutes(95));
        online.Settle();
        online.Restart();
        online.Settle();
        Assert.AreEqual(1, Count(online, Bad), "later attempts are not told of");
        online.Day();
        online.Register.LastDocument().HasInOrder(Bad, "DE LA RAPORT Z 0001", "LA RAPORT Z 0002");
        online.Internet.Down = false;
        online.Register.Machine.Idle(TimeSpan.FromMinutes(31));
        online.Settle();
        online.Register.LastDocument().HasInOrder(Good, "DE LA RAPORT Z 0001", "LA RAPORT Z 0002", "CONFIRMAT DE ANAF");
        Assert.AreEqual(1, Count(online, Good));
        Assert.AreEqual(2, Count(online, Bad));
    }

    [TestMethod]
    public void A_refusal_of_the_server_is_a_failure()
    {
        using var online = New();
        online.Desk.Prepared.Add(new PreparedAnswer { Kind = AnswerKind.Refuse });
        online.Day();
        online.Register.LastDocument().HasInOrder(Bad, $"COD EROARE {(int)FiscalError.ServerRefused}");
    }

    [TestMethod]
    public void An_open_receipt_is_whole_before_the_slip_comes()
    {
        using var online = New();
        online.Internet.Down = true;
        online.Day();
        online.Register.Open().Sell("1.00");
        online.Internet.Down = false;
        online.Register.Machine.Idle(TimeSpan.FromMinutes(31));
        online.Settle();
        Assert.AreEqual(1, online.Outbox.LastConfirmed);
        Assert.AreEqual(0, Count(online, Good));
        online.Register.Do(53, "0\t\t");
        online.Register.Do(56);
        online.Settle();
        Assert.AreEqual(1, Count(online, Good));
        online.Register.LastDocument().Has(Good);
        var paper = online.Register.Paper;
        Assert.AreEqual(2, paper.Count(line => line.Contains("BF:0001")), "one on each day");
        Assert.IsLessThan(Array.FindIndex(paper, line => line.Contains(Good)), Array.FindLastIndex(paper, line => line.Contains("BF:0001")));
    }

    [TestMethod]
    public void A_slip_that_waits_for_paper_is_not_forgotten_at_a_restart()
    {
        using var online = New();
        online.Register.SellSomething();
        online.Register.Do(69, "Z\t");
        online.Register.Machine.RunToRest();
        online.Register.Hardware.Printer.PaperLoaded = false;
        online.Settle();
        Assert.AreEqual(1, online.Outbox.LastConfirmed);
        Assert.AreEqual(0, Count(online, Good));
        online.Restart();
        online.Register.Hardware.Printer.PaperLoaded = true;
        online.Settle();
        Assert.AreEqual(1, Count(online, Good));
    }

    [TestMethod]
    public void A_confirmation_is_printed_exactly_once_whatever_cuts_the_power() => Cuts.AtEveryWrite(20, Evening);

    private static void Evening(Action<PowerSupply> begin)
    {
        using var online = New();
        online.Register.SellSomething();
        var technician = new PatientTechnician(online);
        begin(online.Register.Power);
        Assert.IsTrue(technician.Host.Send(69, "Z\t").Ok, "Z");
        technician.Settle();
        Cuts.End(online.Register.Power);
        online.Settle();
        online.Restart();
        online.Settle();
        Assert.AreEqual(1, online.Outbox.LastConfirmed);
        Assert.AreEqual(1, Slips(online), string.Join('\n', online.Register.Paper));
    }

    // The line in which the power went may stand there twice.
    private static int Slips(OnlineRegister online)
    {
        var paper = online.Register.Paper;
        return Enumerable.Range(1, paper.Length - 1).Count(i => paper[i].Trim() == Good && paper[i - 1].Trim() != Good);
    }

    private static OnlineRegister New()
    {
        var online = OnlineRegister.Provisioned();
        online.Register.Do(255, "AnafResultPrint\t\t1\t");
        return online;
    }

    private static int Count(OnlineRegister online, string title) => online.Register.Paper.Count(line => line.Trim() == title);
}
