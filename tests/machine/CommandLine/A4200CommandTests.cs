using Nf.Emulator.Commands;
using Nf.Emulator.State;
using Nf.Firmware.Errors;
using Nf.Tests.Machine.Rig;

namespace Nf.Tests.Machine.CommandLine;

/// <summary><c>nf a4200</c>: the month of a register that is switched off, as files that openssl verifies.</summary>
[TestClass]
public sealed class A4200CommandTests
{
    private static readonly string[] s_names = ["1234567890_Z0001.p7b", "1234567890_Z0002.p7b", "Perioada_raportare.p7b"];

    [TestMethod]
    [DataRow(false, DisplayName = "profile 0")]
    [DataRow(true, DisplayName = "profile 1, nobody to send to")]
    [Article("HG 479/2003, norme anexa nr. 11 art. 6")]
    [Article("OPANAF 146/2018 anexa nr. 2 II.12")]
    public void A_month_that_openssl_verifies_and_the_check_finds_right(bool online)
    {
        using var register = new A4200State(days: 2, online);
        var export = Run(register, "2026-11", "out");
        Assert.AreEqual(ExitCode.Ok, export.ExitCode, export.Error);
        Assert.AreEqual("Z 1 to 2 exported\n", export.Output);
        CollectionAssert.AreEqual(s_names, Directory.EnumerateFiles(register["out"]).Select(Path.GetFileName).Order(StringComparer.Ordinal).ToArray());
        foreach (var name in s_names) Verify(register, Path.Combine(register["out"], name), name.StartsWith('P') ? "<mReg " : "<msj ");
        var check = NfProcess.Run("a4200", "check", register["out"]);
        Assert.AreEqual("nothing is wrong\n", check.Output);
        Assert.AreEqual(ExitCode.Ok, check.ExitCode);
    }

    [TestMethod]
    public void A_folder_that_is_not_empty_is_refused_before_the_register_does_anything()
    {
        using var register = new A4200State(days: 1, online: false);
        Directory.CreateDirectory(register["out"]);
        File.WriteAllText(register["out/other.txt"], "x");
        Unusable(Run(register, "2026-11", "out"), "is not empty");
        File.WriteAllText(register["file"], "");
        Unusable(Run(register, "2026-11", "file"), "is a file");
        Assert.AreEqual("x", File.ReadAllText(register["out/other.txt"]));
        Directory.CreateDirectory(register["empty"]);
        Assert.AreEqual(ExitCode.Ok, Run(register, "2026-11", "empty").ExitCode, "nothing was left on the drive");
    }

    [TestMethod]
    public void A_month_can_be_exported_again()
    {
        using var register = new A4200State(days: 1, online: false);
        Assert.AreEqual(ExitCode.Ok, Run(register, "2026-11", "one").ExitCode);
        Assert.AreEqual(ExitCode.Ok, Run(register, "2026-11", "two").ExitCode);
        CollectionAssert.AreEqual(File.ReadAllBytes(register["one/1234567890_Z0001.p7b"]), File.ReadAllBytes(register["two/1234567890_Z0001.p7b"]));
    }

    [TestMethod]
    public void A_month_without_days_is_refused_with_1()
    {
        using var register = new A4200State(days: 1, online: false);
        var result = Run(register, "2026-10", "out");
        Assert.AreEqual(ExitCode.Refused, result.ExitCode, result.Error);
        Assert.StartsWith($"nf: refused: {(int)FiscalError.NoRecords} ", result.Error);
        Assert.IsFalse(Directory.Exists(register["out"]));
    }

    [TestMethod]
    public void A_register_that_is_not_fiscalised_stays_so()
    {
        using var folder = new State.TempFolder();
        StateDirectory.Open(folder["state"], createIfMissing: true).Dispose();
        var result = NfProcess.Run("a4200", "export", "--month", "2026-11", "--out", folder["out"], "--state", folder["state"]);
        Assert.AreEqual(ExitCode.Refused, result.ExitCode, result.Error);
        Assert.StartsWith($"nf: refused: {(int)FiscalError.NotFiscalised} ", result.Error);
    }

    [TestMethod]
    public void What_cannot_be_used_ends_with_2()
    {
        using var folder = new State.TempFolder();
        Unusable(NfProcess.Run("a4200", "export", "--month", "2026-13", "--out", folder["out"], "--state", folder["state"]), "yyyy-MM");
        Unusable(NfProcess.Run("a4200", "export", "--month", "11-2026", "--out", folder["out"], "--state", folder["state"]), "yyyy-MM");
        Unusable(NfProcess.Run("a4200", "export", "--out", folder["out"], "--state", folder["state"]), "--month");
        Unusable(NfProcess.Run("a4200", "export", "--month", "2026-11", "--state", folder["state"]), "--out");
        Unusable(NfProcess.Run("a4200", "export", "--month", "2026-11", "--out", folder["out"], "--state", folder["state"]), "there is no register");
        Assert.IsFalse(Directory.Exists(folder["state"]), "no register was made");
        Unusable(NfProcess.Run("a4200", "check", folder["none"]), "there is no folder");
    }

    [TestMethod]
    public void A_check_that_finds_something_ends_with_1()
    {
        using var folder = new State.TempFolder();
        var result = NfProcess.Run("a4200", "check", folder.Root);
        Assert.AreEqual(ExitCode.Refused, result.ExitCode, result.Error);
        Assert.StartsWith("Perioada_raportare.p7b: is missing. Export the month again", result.Output);
    }

    private static NfResult Run(A4200State register, string month, string target) =>
        NfProcess.Run("a4200", "export", "--month", month, "--out", register[target], "--state", register.State);

    private static void Unusable(NfResult result, string says)
    {
        Assert.AreEqual(ExitCode.Unusable, result.ExitCode, result.Error);
        Assert.Contains(says, result.Error);
    }

    // Signature, chain to the root, and the content in the form in which ANAF's validator reads it.
    private static void Verify(A4200State register, string file, string element)
    {
        var text = OpenSsl.Run($"cms -verify -inform DER -in {file} -CAfile {register.Root} -purpose any -attime 1794900000");
        Assert.Contains(element, text);
    }
}
