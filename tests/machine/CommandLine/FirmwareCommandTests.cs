using Nf.Emulator.State;
using Nf.Firmware.Errors;
using Nf.Tests.Machine.State;

namespace Nf.Tests.Machine.CommandLine;

/// <summary><c>nf firmware</c> and the technician who brings what it signed: the whole way of an update over files.</summary>
[TestClass]
public sealed class FirmwareCommandTests
{
    [TestMethod]
    public void A_signed_folder_on_the_drive_is_installed_by_the_visit()
    {
        using var folder = new TempFolder();
        var state = State(folder);
        Sign(folder, "0.2.0", "none");
        var visit = NfProcess.Run("technician", "--state", state, "--out", folder["papers"]);
        Assert.AreEqual(0, visit.ExitCode, visit.Error);
        Assert.Contains("0.1.0 to 0.2.0", visit.Output);
        Assert.Contains("\"firmware\":\"0.2.0\"", NfProcess.Run("show", "status", "--json", "--state", state).Output.Replace(" ", ""));
        var memory = NfProcess.Run("show", "memory", "--state", state).Output;
        foreach (var word in new[] { "FirmwareUpdate", "Medium", "0.1.0", "0.2.0" }) Assert.Contains(word, memory);
        Assert.Contains("actualizat de la versiunea 0.1.0 la 0.2.0", File.ReadAllText(Path.Combine(folder["papers"], Nf.Emulator.Visit.VisitDocuments.Data)));
    }

    [TestMethod]
    public void A_program_that_cannot_print_stops_the_visit_and_the_old_one_is_back()
    {
        using var folder = new TempFolder();
        var state = State(folder);
        Sign(folder, "0.2.0", "printer");
        var visit = NfProcess.Run("technician", "--state", state, "--out", folder["papers"]);
        Assert.AreEqual(1, visit.ExitCode, visit.Error);
        Assert.Contains($"refused: {(int)FiscalError.UpdateFailed}", visit.Error);
        using var directory = StateDirectory.OpenReadOnly(state);
        Assert.AreEqual("0.1.0", RegisterCopy.Of(directory).Register.Program);
    }

    [TestMethod]
    public void What_was_spoiled_or_signed_by_another_fails_the_check()
    {
        using var folder = new TempFolder();
        Directory.CreateDirectory(folder["state"]);
        Sign(folder, "0.2.0", "none");
        var drive = Path.Combine(folder["state"], "drive");
        Assert.AreEqual(0, Check(folder, "maker-key.pem").ExitCode);
        Assert.AreEqual(2, Check(folder, "none.pem").ExitCode);
        File.AppendAllText(Path.Combine(drive, "NF-0.2.0.BIN"), "x");
        Assert.Contains($"{(int)FiscalError.UpdateImageWrong}", Check(folder, "maker-key.pem").Error);
        Nf.Emulator.Updates.MakerKey.Make(folder["other.pem"]);
        Assert.Contains($"{(int)FiscalError.UpdateSignatureWrong}", NfProcess.Run("firmware", "check", drive, "--key", folder["other.pem"]).Error);
        Assert.AreEqual(2, NfProcess.Run("firmware", "image", folder["image"], "--version", "1.2").ExitCode);
    }

    private static NfResult Check(TempFolder folder, string key) =>
        NfProcess.Run("firmware", "check", Path.Combine(folder["state"], "drive"), "--key", Path.Combine(folder["state"], key));

    private static string State(TempFolder folder)
    {
        Assert.AreEqual(0, NfProcess.Run("articles", "export", folder["articles.csv"], "--state", folder["state"]).ExitCode);
        return folder["state"];
    }

    private static void Sign(TempFolder folder, string version, string fault)
    {
        Assert.AreEqual(0, NfProcess.Run("firmware", "image", folder["image.bin"], "--version", version, "--fault", fault, "--size", "2000").ExitCode);
        var signed = NfProcess.Run("firmware", "sign", folder["image.bin"], "--version", version, "--target", "emulator",
            "--key", Path.Combine(folder["state"], "maker-key.pem"), "--out", Path.Combine(folder["state"], "drive"));
        Assert.AreEqual(0, signed.ExitCode, signed.Error);
    }
}
