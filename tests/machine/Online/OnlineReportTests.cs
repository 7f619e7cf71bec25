using Nf.Firmware.Errors;
using Nf.Tests.Machine.Register;
using Nf.Tests.Machine.Reports;
using Nf.Tests.Machine.Rig;

namespace Nf.Tests.Machine.Online;

/// <summary>What a register tells of itself and ANAF on paper: records of the fiscal memory, and the self-diagnosis.</summary>
[TestClass]
public sealed class OnlineReportTests
{
    [TestMethod]
    [Article("HG 479/2003, norme art. 22 H d)")]
    public void The_self_diagnosis_follows_the_register_from_profile_0_to_ANAF()
    {
        using var online = OnlineRegister.New();
        online.OutOfService();
        Diagnosis(online).HasInOrder("TRANSMITERE LA ANAF", "PROFIL 0", "MODUL CRIPTOGRAFIC OK", "CERTIFICAT ANAF LIPSĂ", "CERTIFICAT APARAT LIPSĂ",
            "RAPOARTE Z NETRANSMISE 0", "ULTIMA EROARE 0", "CALEA 1 ETHERNET", "BON NEFISCAL");
        online.InService();
        online.ImportAll();
        online.OutOfService();
        Diagnosis(online).HasInOrder("PROFIL 1", "CERTIFICAT ANAF OK", "VALABIL DIN 15-11-2026", "CERTIFICAT APARAT OK", "ZILE PÂNĂ LA BLOCARE 5",
            "RAPOARTE Z NETRANSMISE 0");
        online.Day();
        var good = Diagnosis(online);
        good.HasInOrder("RAPOARTE Z NETRANSMISE 0", "ULTIMA EROARE 0", "ULTIMA CONECTARE ETHERNET");
        Assert.Contains(line => line.StartsWith("CONFIRMARE: 16-11-2026 ", StringComparison.Ordinal), good);
    }

    [TestMethod]
    public void The_self_diagnosis_tells_what_waits_why_and_what_to_do()
    {
        using var online = OnlineRegister.Provisioned();
        online.Internet.Down = true;
        online.Day();
        online.At(new DateTime(2026, 11, 18, 22, 0, 0));
        var error = online.Register.Register.OnlineError;
        Diagnosis(online).HasInOrder("ZILE PÂNĂ LA BLOCARE 3", "RAPOARTE Z NETRANSMISE 1", $"ULTIMA EROARE {(int)error}");
        var text = string.Join(' ', Diagnosis(online));
        Assert.Contains("CAUZA: " + FiscalErrors.Cause(error), text);
        Assert.Contains("CE FACEȚI: " + FiscalErrors.Next(error), text);
    }

    [TestMethod]
    public void The_self_diagnosis_tells_of_certificates_that_ran_out_or_were_lost()
    {
        using var online = OnlineRegister.Provisioned();
        online.At(new DateTime(2036, 12, 1, 10, 0, 0));
        Diagnosis(online).HasInOrder("CERTIFICAT ANAF OK", "CERTIFICAT APARAT EXPIRAT", "VALABIL PÂNĂ LA 16-11-2036");
        online.LoseModule();
        online.Restart();
        Diagnosis(online).HasInOrder("CERTIFICAT ANAF LIPSĂ", "VALABIL DIN 15-11-2026", "CERTIFICAT APARAT LIPSĂ");
    }

    [TestMethod]
    public void A_register_without_the_online_module_has_no_such_section() =>
        TestRegister.Fiscalised().Report(71, "0\t").HasNot("ANAF");

    [TestMethod]
    public void Records_of_the_online_module_have_reports_of_their_own()
    {
        using var online = OnlineRegister.Provisioned();
        var register = online.Register;
        register.Report(95, "A\t").HasInOrder("CERTIFICATE ANAF", "CERTIFICAT ANAF NR. 1", "SURSA MEDIU EXTERN", "[SHA-256]", "ÎNREGISTRĂRI 1", "BON NEFISCAL");
        register.Report(94, "C\t").HasInOrder("CERTIFICATE APARAT", "CERTIFICAT APARAT NR. 1", "ÎNREGISTRĂRI 1");
        register.Report(95, "P\t").HasInOrder("CONFIGURĂRI ANAF", "CONFIGURARE ANAF NR. 1", "PROFIL 1", "ÎNREGISTRĂRI 1");
        register.Report(95, "U\t").HasInOrder("DEBLOCĂRI ANAF", "ÎNREGISTRĂRI 0");
        register.Refused(FiscalErrors.Value(4), 95, "C\t\t\t1\t");
    }

    private static string[] Diagnosis(OnlineRegister online)
    {
        online.Register.Machine.RunToRest();
        return online.Register.Report(71, "0\t");
    }
}
