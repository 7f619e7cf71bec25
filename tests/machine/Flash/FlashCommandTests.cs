using Nf.Emulator.Flash;
using Nf.Tests.Machine.CommandLine;
using Nf.Tests.Machine.State;

namespace Nf.Tests.Machine.Flash;

/// <summary>nf flash, with a program in the flashing tool's place: what reaches the board, and what is refused before it does.</summary>
[TestClass]
public sealed class FlashCommandTests
{
    private const string Runtime = "1.17.0.1";
    private static readonly FlashBoard s_board = BoardTable.Find("esp32-s3")!;

    private readonly TempFolder _folder = new();

    [TestCleanup]
    public void Clean() => _folder.Dispose();

    [TestMethod]
    public void ABoardGetsRuntimeThenApplication()
    {
        using var tool = new FakeTool();
        var result = Flash(tool, "--image", Image(TestImage.Of(s_board)), "--runtime", Runtime, "--erase");
        Assert.AreEqual(0, result.ExitCode, result.Error);
        Assert.HasCount(3, tool.Calls);
        Assert.Contains("--devicedetails", tool.Calls[0]);
        Assert.Contains("--masserase", tool.Calls[1]);
        Assert.Contains("--address 0x1B0000 --reset", tool.Calls[2]);
    }

    [TestMethod]
    public void AnotherChipIsNotWritten()
    {
        using var tool = new FakeTool(chip: "ESP32");
        Refused(Flash(tool, "--image", Image(TestImage.Of(s_board))), "there is an ESP32 on the port, and esp32-s3 has an ESP32-S3");
        Assert.HasCount(1, tool.Calls);
    }

    [TestMethod]
    [DataRow("devicedetails", 4000, "the chip does not answer: hold BOOT")]
    [DataRow("update", 9015, "fill it with 'nf flash archive'")]
    [DataRow("deploy", 4003, "a shorter cable")]
    [DataRow("deploy", 1234, "see what the tool said above")]
    public void AFailureSaysWhatToDo(string failing, int error, string next)
    {
        using var tool = new FakeTool(failing: failing, error: error);
        Refused(Flash(tool, "--image", Image(TestImage.Of(s_board)), "--runtime", Runtime), next);
    }

    [TestMethod]
    public void NothingIsDoneAfterAFailure()
    {
        using var tool = new FakeTool(failing: "update", error: 4002);
        Flash(tool, "--image", Image(TestImage.Of(s_board)), "--runtime", Runtime);
        Assert.HasCount(2, tool.Calls);
    }

    [TestMethod]
    public void ATryTouchesNothing()
    {
        using var tool = new FakeTool();
        var result = Flash(tool, "--image", Image(TestImage.Of(s_board)), "--dry-run");
        Assert.AreEqual(0, result.ExitCode, result.Error);
        Assert.Contains("nanoff --target ESP32_S3_OCTAL", result.Output);
        Assert.IsEmpty(tool.Calls);
    }

    [TestMethod]
    public void ImagesThatDoNotFitAreRefused()
    {
        using var tool = new FakeTool();
        Refused(Flash(tool, "--image", Image("rubbish"u8.ToArray())), "is no image of an application");
        Refused(Flash(tool, "--image", Image(TestImage.Of(BoardTable.Find("esp32-wrover")!))), "give the image of that board's project");
        Refused(Flash(tool, "--image", Image(TestImage.Assembly(s_board.Program, "9.9.9"))), "was not built from version");
        Refused(Flash(tool, "--image", Image([.. TestImage.Of(s_board), .. new byte[s_board.Capacity]])), "partition of esp32-s3 takes");
        Refused(Flash(tool, "--image", _folder["none.bin"]), "there is no such file");
        Assert.IsEmpty(tool.Calls);
    }

    [TestMethod]
    [DataRow("nothing to do")]
    [DataRow("--erase takes the runtime off too", "--erase", "--image", "x")]
    [DataRow("--archive is where the runtime comes from", "--archive", "a", "--image", "x")]
    [DataRow("is no version of the runtime", "--runtime", "1.17.0.x")]
    public void OrdersThatMakeNoSenseAreRefused(string says, params string[] options)
    {
        using var tool = new FakeTool();
        Refused(Flash(tool, options), says);
        Assert.IsEmpty(tool.Calls);
    }

    [TestMethod]
    public void AMissingToolSaysHowToInstallIt() =>
        Refused(NfProcess.Run("flash", "board", "esp32-s3", "--port", "COM5", "--runtime", Runtime, "--tool", _folder["no-tool"]), "dotnet tool install -g nanoff");

    [TestMethod]
    public void ADeviceGetsItsSettingsAndFiles()
    {
        using var tool = new FakeTool();
        using var certificate = TestDevice.Certificate();
        File.WriteAllText(_folder["device.pem"], certificate.ExportCertificatePem() + "\n" + TestDevice.KeyPem(certificate));
        File.WriteAllText(_folder["network.json"], """{ "WirelessClient": { "Ssid": "shop", "Password": "12345678" } }""");
        Directory.CreateDirectory(_folder["files"]);
        File.WriteAllText(_folder["files/note.txt"], "x");
        var result = Flash(tool, "--device", _folder.Root);
        Assert.AreEqual(0, result.ExitCode, result.Error);
        Assert.HasCount(3, tool.Calls);
        Assert.Contains("\"Ssid\": \"shop\"", tool.Settings);
        Assert.Contains($"\"DeviceCertificatesPath\": \"{_folder["device.pem"]}\"", tool.Settings);
        Assert.Contains("\"DestinationFilePath\": \"I:\\\\note.txt\"", tool.Settings);
    }

    [TestMethod]
    public void ADevicesCertificateWithoutItsKeyIsRefused()
    {
        using var tool = new FakeTool();
        using var certificate = TestDevice.Certificate();
        File.WriteAllText(_folder["device.pem"], certificate.ExportCertificatePem());
        Refused(Flash(tool, "--device", _folder.Root), "device.pem has no");
        File.Delete(_folder["device.pem"]);
        File.WriteAllText(_folder["network.json"], "{\n  broken");
        Refused(Flash(tool, "--device", _folder.Root), "network.json:2: no JSON");
        Assert.IsEmpty(tool.Calls);
    }

    private static void Refused(NfResult result, string says)
    {
        Assert.AreEqual(2, result.ExitCode, result.Output);
        Assert.Contains(says, result.Error);
    }

    private static NfResult Flash(FakeTool tool, params string[] options) =>
        NfProcess.Run(["flash", "board", "esp32-s3", "--port", "COM5", "--tool", tool.Path, .. options]);

    private string Image(byte[] bytes)
    {
        File.WriteAllBytes(_folder["nf.bin"], bytes);
        return _folder["nf.bin"];
    }
}
