using Nf.Emulator.Anaf.Authority;
using Nf.Tests.Machine.Online;

namespace Nf.Tests.Machine.Paper;

/// <summary>Paper of a register with the online module: what each import brought, and the term on the Z.</summary>
[TestClass]
public sealed class OnlinePaperTests
{
    [TestMethod]
    [EachWidth]
    public void Imports(int columns)
    {
        using var online = OnlineRegister.New(columns);
        Import(online, OnlineRegister.AnafFile, 10, "provisioning-anaf");
        Import(online, OnlineRegister.OwnFile, 11, "provisioning-own");
        Import(online, OnlineRegister.ConfigurationFile, 12, "provisioning-configuration");
        online.Put(new AnafReset(new DateTime(2026, 11, 16, 7, 0, 0), new DateOnly(2026, 11, 20)));
        Import(online, OnlineRegister.ConfigurationFile, 13, "provisioning-reset");
    }

    [TestMethod]
    [EachWidth]
    public void An_unblocking(int columns)
    {
        using var online = OnlineRegister.Provisioned(columns);
        online.Internet.Down = true;
        online.Day();
        var filed = new DateTime(2026, 11, 16, 12, 0, 0);
        online.Outbox.RegisterMessage(Nf.Firmware.Time.CivilTime.FromDateTime(filed), 1, 1);
        online.InService();
        online.Put(OnlineRegister.Newer with { CodD = AnafProfile.IdOf(OnlineRegister.Series, filed) });
        Import(online, OnlineRegister.ConfigurationFile, 14, "provisioning-unblocking");
        Report(online, 15, "U", "report-unblockings");
    }

    [TestMethod]
    [EachWidth]
    public void Reports_of_what_came_from_ANAF(int columns)
    {
        using var online = OnlineRegister.Provisioned(columns);
        Report(online, 10, "A", "report-anaf-certificates");
        Report(online, 11, "C", "report-own-certificates");
        Report(online, 12, "P", "report-configurations");
    }

    [TestMethod]
    [EachWidth]
    public void The_self_diagnosis_with_what_ANAF_waits_for(int columns)
    {
        using var online = OnlineRegister.Provisioned(columns);
        online.Day();
        online.Internet.Down = true;
        online.Day();
        online.Register.At(18, 0).Print(71, "0\t");
        GoldenPaper.Check("report-diagnostics-online", online.Register);
    }

    [TestMethod]
    [Article("HG 479/2003, norme anexa nr. 11 art. 9")]
    [EachWidth]
    public void A_Z_with_the_days_until_blocking(int columns)
    {
        using var online = OnlineRegister.Provisioned(columns);
        online.Answer(OnlineRegister.Newer with { AfisM = 1 });
        online.Day();
        online.Register.At(18, 0).Print(69, "Z\t");
        GoldenPaper.Check("report-z-term", online.Register);
    }

    [TestMethod]
    [EachWidth]
    public void A_month_for_declaration_A4200(int columns)
    {
        using var online = OnlineRegister.Provisioned(columns);
        online.Day();
        online.Register.At(18, 0).Print(128, "A\t11-26\t");
        GoldenPaper.Check("report-a4200", online.Register);
    }

    [TestMethod]
    [EachWidth]
    public void What_became_of_the_sending(int columns)
    {
        using var online = OnlineRegister.Provisioned(columns);
        online.Register.Do(255, "AnafResultPrint\t\t1\t");
        online.Day();
        GoldenPaper.Check("sending-slip", online.Register);
        online.Internet.Down = true;
        online.Day();
        GoldenPaper.Check("sending-slip-failed", online.Register);
        online.Day();
        online.Internet.Down = false;
        online.Register.Machine.Idle(TimeSpan.FromMinutes(31));
        online.Settle();
        GoldenPaper.Check("sending-slip-days", online.Register);
    }

    private static void Report(OnlineRegister online, int hour, string type, string name)
    {
        online.Register.At(hour, 0).Print(95, type + "\t");
        GoldenPaper.Check(name, online.Register);
    }

    private static void Import(OnlineRegister online, int option, int hour, string name)
    {
        online.Register.At(hour, 0);
        online.Import(option);
        GoldenPaper.Check(name, online.Register);
    }
}
