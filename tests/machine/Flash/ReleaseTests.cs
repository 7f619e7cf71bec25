using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Nf.Emulator.Flash;
using Nf.Tests.Machine.CommandLine;
using Nf.Tests.Machine.State;

namespace Nf.Tests.Machine.Flash;

/// <summary>A release is a folder from which a browser can flash a board, and whose every file is summed.</summary>
[TestClass]
public sealed class ReleaseTests
{
    private readonly TempFolder _folder = new();

    [TestCleanup]
    public void Clean() => _folder.Dispose();

    [TestMethod]
    [DataRow("esp32-s3", "ESP32-S3", 0, 0x1B0000)]
    [DataRow("esp32-wrover", "ESP32", 0x1000, 0x1E0000)]
    public void TheManifestPutsEachPartWhereItBelongs(string name, string family, int bootloader, int application)
    {
        Assert.AreEqual(0, Release(name).ExitCode);
        var manifest = JsonNode.Parse(File.ReadAllText(_folder["out/manifest.json"]))!;
        Assert.AreEqual(Nf.Firmware.Version.Number, (string?)manifest["version"]);
        var build = manifest["builds"]!.AsArray().Single()!;
        Assert.AreEqual(family, (string?)build["chipFamily"]);
        var parts = build["parts"]!.AsArray().Select(part => ((string)part!["path"]!, (int)part["offset"]!)).ToArray();
        CollectionAssert.AreEqual(new[]
        {
            ("bootloader.bin", bootloader), ("partitions_8mb.bin", 0x8000), ("nanoCLR.bin", 0x10000),
            ($"nf-{name}-{Nf.Firmware.Version.Number}.bin", application),
        }, parts);
        foreach (var (path, _) in parts) Assert.IsTrue(File.Exists(_folder[$"out/{path}"]), path);
    }

    [TestMethod]
    public void TheSumsAreOfAllFiles()
    {
        Release("esp32-s3");
        var sums = File.ReadAllLines(_folder["out/SHA256SUMS"]).ToDictionary(line => line[66..], line => line[..64]);
        var files = Directory.GetFiles(_folder["out"]).Select(file => Path.GetFileName(file)).Where(file => file != "SHA256SUMS").ToList();
        CollectionAssert.AreEquivalent(files, sums.Keys.ToList());
        foreach (var file in files) Assert.AreEqual(Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(_folder[$"out/{file}"]))), sums[file], file);
    }

    [TestMethod]
    public void TheFactsNameVersionAndAssemblies()
    {
        Release("esp32-s3");
        var facts = JsonNode.Parse(File.ReadAllText(_folder["out/release.json"]))!;
        Assert.AreEqual(Nf.Firmware.Version.Number, (string?)facts["version"]);
        Assert.AreEqual("1.17.0.1", (string?)facts["runtime"]);
        Assert.AreEqual("0x1B0000", (string?)facts["address"]);
        Assert.HasCount(3, facts["assemblies"]!.AsArray());
    }

    [TestMethod]
    public void AFolderThatIsInUseIsLeftAlone()
    {
        Release("esp32-s3");
        var again = Release("esp32-s3");
        Assert.AreEqual(2, again.ExitCode);
        Assert.Contains("is not empty", again.Error);
    }

    [TestMethod]
    public void APackageWithoutTheSizesTableIsRefused()
    {
        var result = Release("esp32-s3", "--flash-size", "16");
        Assert.AreEqual(2, result.ExitCode);
        Assert.Contains("has no partitions_16mb.bin", result.Error);
        Assert.IsFalse(Directory.Exists(_folder["out"]));
    }

    private NfResult Release(string name, params string[] more)
    {
        File.WriteAllBytes(_folder["nf.bin"], TestImage.Of(BoardTable.Find(name)!));
        File.Delete(_folder["runtime.zip"]);
        using (var zip = ZipFile.Open(_folder["runtime.zip"], ZipArchiveMode.Create))
        {
            foreach (var part in new[] { "bootloader.bin", "nanoCLR.bin", "partitions_8mb.bin" })
            {
                using var stream = zip.CreateEntry(part).Open();
                stream.Write([.. part.Select(c => (byte)c)]);
            }
        }

        return NfProcess.Run(["release", name, "--image", _folder["nf.bin"], "--runtime-package", _folder["runtime.zip"], "--runtime", "1.17.0.1", "--out", _folder["out"], .. more]);
    }
}
