using System.Text.Json;
using System.Text.RegularExpressions;
using Nf.Emulator.Anaf.Desk;
using Nf.Emulator.State;
using Nf.Emulator.Visit;
using Nf.Firmware.Errors;
using Nf.Tests.Machine.CommandLine;
using Nf.Tests.Machine.State;

namespace Nf.Tests.Machine.Visit;

/// <summary><c>nf technician</c>: from an offline register to ANAF's confirmation over real sockets, and what stops it.</summary>
[TestClass]
public sealed class TechnicianCommandTests
{
    [TestMethod]
    public void Visit_ends_with_the_confirmed_Z_in_under_a_minute()
    {
        using var folder = new TempFolder();
        Fiscalised(folder);
        var visit = NfProcess.Run("technician", "--state", folder["state"], "--out", folder["papers"]);
        Assert.AreEqual(0, visit.ExitCode, visit.Error);
        foreach (var step in TechnicianVisit.Steps) Assert.Contains($"s  {step}", visit.Output);
        Assert.IsLessThan(60, Seconds(visit, @"([0-9.]+) s  together"));
        Assert.IsLessThan(Seconds(visit, @"([0-9.]+) s  together"), Seconds(visit, "HTTP 200 after ([0-9]+) ms") / 1000, "the test on the register's clock took no longer than the visit on the wall's");
        using (var desk = AnafDesk.Open(Path.Combine(folder["state"], "anaf"), TimeProvider.System.GetUtcNow()))
        {
            Assert.AreEqual(1, desk.Registers.Find("1234567890")!.LastZ);
            Assert.IsTrue(desk.Messages.List().All(message => message.Code == 0), "every message was right");
            Assert.HasCount(2, desk.Messages.List(), "the test's empty message and the Z");
        }

        using var state = StateDirectory.OpenReadOnly(folder["state"]);
        var register = RegisterCopy.Of(state).Register;
        Assert.AreEqual(1, register.Configuration.Profile);
        Assert.IsFalse(register.Reporting.Outbox.HasUnsent);
        Papers(folder);
    }

    [TestMethod]
    public void Register_that_is_not_fiscalised_is_refused()
    {
        using var folder = new TempFolder();
        StateDirectory.Open(folder["state"], createIfMissing: true).Dispose();
        Refused(FiscalError.NotFiscalised, folder);
    }

    [TestMethod]
    public void Wrong_password_and_wrong_setting_stop_the_visit_which_can_be_begun_again()
    {
        using var folder = new TempFolder();
        Fiscalised(folder);
        Refused(FiscalErrors.Value(3), folder, "--way", "cellular", "--pin", "12");
        Refused(FiscalError.WrongPassword, folder, "--password", "0000");
        var visit = NfProcess.Run("technician", "--state", folder["state"], "--out", folder["papers"], "--way", "cellular");
        Assert.AreEqual(0, visit.ExitCode, visit.Error);
    }

    [TestMethod]
    public void What_cannot_be_used_is_told_before_anything_is_done()
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder["visit.json"], """{"operator":null}""");
        File.WriteAllText(folder["file"], "");
        Unusable("visit.json", "--state", folder["state"], "--visit", folder["visit.json"]);
        Unusable("--out", "--state", folder["state"], "--out", folder["file"]);
        Unusable("there is no register", "--state", folder["state"], "--out", folder["papers"]);
        Assert.IsFalse(Directory.Exists(folder["state"]));
    }

    private static double Seconds(NfResult visit, string pattern) =>
        double.Parse(Regex.Match(visit.Output, pattern).Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);

    private static void Papers(TempFolder folder)
    {
        var data = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder["papers"], VisitDocuments.Data))).RootElement;
        Assert.AreEqual("1234567890", data.GetProperty("series").GetString());
        Assert.AreEqual(1, data.GetProperty("intervention").GetProperty("after").GetProperty("z").GetInt32());
        Assert.AreEqual(TechnicianVisit.Steps.Count, data.GetProperty("intervention").GetProperty("work").GetArrayLength());
        Assert.Contains("raport Z 0001 transmis și confirmat de ANAF", data.GetProperty("intervention").GetProperty("work").ToString());
        Assert.Contains("REZULTAT: BINE", data.GetProperty("connection").ToString());
        Assert.Contains("Z NR: 0001", data.GetProperty("closure").ToString());
        Assert.IsTrue(File.Exists(Path.Combine(folder["papers"], VisitDocuments.Intervention)));
        Assert.IsTrue(File.Exists(Path.Combine(folder["papers"], VisitDocuments.Declaration)));
    }

    private static void Refused(FiscalError error, TempFolder folder, params string[] more)
    {
        var visit = NfProcess.Run(["technician", "--state", folder["state"], "--out", folder["papers"], .. more]);
        Assert.AreEqual(1, visit.ExitCode, visit.Error);
        Assert.Contains($"refused: {(int)error} {FiscalErrors.Cause(error)}", visit.Error);
    }

    private static void Unusable(string word, params string[] arguments)
    {
        var visit = NfProcess.Run(["technician", .. arguments]);
        Assert.AreEqual(2, visit.ExitCode, visit.Error);
        Assert.Contains(word, visit.Error);
    }

    // A register of nf articles is fiscalised with demo data, and its clock has the wall's time.
    private static void Fiscalised(TempFolder folder) =>
        Assert.AreEqual(0, NfProcess.Run("articles", "export", folder["articles.csv"], "--state", folder["state"]).ExitCode);
}
