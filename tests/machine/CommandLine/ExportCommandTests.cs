using System.Text;
using Nf.Tests.Machine.State;

namespace Nf.Tests.Machine.CommandLine;

/// <summary><c>nf report</c> and <c>nf export</c>: the firmware's reports of a stored register, which stays as it is.</summary>
[TestClass]
public sealed class ExportCommandTests
{
    private const string Day = "@2026-11-16 08:00:00\nS^ȘTRUDEL^450^1000^BUC^2^1\nP^1^\n\nZ^\n";

    [TestMethod]
    public void Exports_are_files_named_by_the_fiscal_series()
    {
        using var folder = new TempFolder();
        var state = Played(folder);
        var before = Contents(state);
        Done(NfProcess.Run("export", "mf", "--state", state, "--out", folder["out"]));
        Done(NfProcess.Run("export", "je", "--state", state, "--out", folder["out"], "--encoding", "utf-8"));
        Done(NfProcess.Run("export", "journal", "--state", state, "--out", folder["out"], "--from", "2026-11-16", "--to", "2026-11-16"));
        CollectionAssert.AreEqual(new[] { "1234567890-Z0001.TXT", "1234567890.JE", "1234567890.MF" },
            Directory.EnumerateFiles(folder["out"]).Select(Path.GetFileName).Order(StringComparer.Ordinal).ToArray());
        Assert.AreEqual(File.ReadAllText(Path.Combine(state, "card", "Z0001.TXT")), File.ReadAllText(Path.Combine(folder["out"], "1234567890-Z0001.TXT")));
        Assert.Contains("ȘTRUDEL", File.ReadAllText(Path.Combine(folder["out"], "1234567890.JE")));
        Assert.AreEqual(before, Contents(state), "nothing of the register changes");
    }

    [TestMethod]
    public void A_file_with_other_contents_is_replaced_when_that_is_asked_for()
    {
        using var folder = new TempFolder();
        var state = Played(folder);
        Directory.CreateDirectory(folder["out"]);
        File.WriteAllText(Path.Combine(folder["out"], "1234567890.MF"), "x");
        var refused = NfProcess.Run("export", "mf", "--state", state, "--out", folder["out"]);
        Assert.AreEqual(1, refused.ExitCode);
        Assert.StartsWith("nf: refused: -190061 ", refused.Error);
        Assert.AreEqual("x", File.ReadAllText(Path.Combine(folder["out"], "1234567890.MF")));
        Done(NfProcess.Run("export", "mf", "--summary", "--replace", "--state", state, "--out", folder["out"]));
        Assert.Contains("RAPORT MEMORIE FISCALĂ SUMAR", File.ReadAllText(Path.Combine(folder["out"], "1234567890.MF")));
    }

    [TestMethod]
    [DataRow("summary", "RAPORT MEMORIE FISCALĂ SUMAR")]
    [DataRow("detailed", "RAPORT MEMORIE FISCALĂ DETALIAT")]
    [DataRow("journal", "RAPORT JURNAL ELECTRONIC")]
    [DataRow("media", "INIȚIALIZĂRI JURNAL ELECTRONIC")]
    [DataRow("headers", "SCHIMBĂRI ANTET")]
    [DataRow("vat", "SCHIMBĂRI COTE TVA")]
    [DataRow("resets", "RESETĂRI RAM")]
    [DataRow("diagnostics", "DIAGNOZĂ")]
    public void Reports_go_to_standard_output(string what, string title)
    {
        using var folder = new TempFolder();
        var result = NfProcess.Run("report", what, "--state", Played(folder));
        Done(result);
        Assert.Contains(title, result.Output);
        Assert.Contains("BON NEFISCAL", result.Output);
    }

    [TestMethod]
    public void What_has_no_records_is_refused_with_1()
    {
        using var folder = new TempFolder();
        var result = NfProcess.Run("report", "summary", "--z-from", "9", "--state", Played(folder));
        Assert.AreEqual(1, result.ExitCode);
        Assert.StartsWith("nf: refused: -100005 ", result.Error);
    }

    [TestMethod]
    [DataRow("export mf", "--out")]
    [DataRow("export nothing --out .", "nothing")]
    [DataRow("report summary --from 16.11.2026", "yyyy-MM-dd")]
    [DataRow("report summary --from 2026-11-16 --z-to 3", "not by both")]
    [DataRow("export je --out . --encoding latin1", "latin1")]
    public void A_wrong_command_line_ends_with_2(string arguments, string says)
    {
        var result = NfProcess.Run(arguments.Split(' '));
        Assert.AreEqual(2, result.ExitCode, result.Error);
        Assert.Contains(says, result.Error);
    }

    private static string Played(TempFolder folder)
    {
        File.WriteAllText(folder["day.txt"], Day);
        Done(NfProcess.Run("play", folder["day.txt"], "--state", folder["state"]));
        return folder["state"];
    }

    private static void Done(NfResult result) => Assert.AreEqual(0, result.ExitCode, result.Error);

    private static string Contents(string state)
    {
        var text = new StringBuilder();
        foreach (var file in Directory.EnumerateFiles(state, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            text.Append(Path.GetFileName(file)).Append(' ').AppendLine(Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(file))));
        return text.ToString();
    }
}
