using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Nf.Emulator.Commands;

namespace Nf.Emulator.Flash;

/// <summary>A board's release: the application's image, the runtime that it needs, a manifest for flashing from a browser, checksums.</summary>
/// <param name="board">Which board.</param>
/// <param name="image">The application, checked.</param>
/// <param name="runtimeVersion">The runtime's version, all four numbers.</param>
/// <param name="flashMegabytes">Size of the chip's flash: 4, 8 or 16.</param>
public sealed class Release(FlashBoard board, ApplicationImage image, string runtimeVersion, int flashMegabytes)
{
    private const int PartitionTableAddress = 0x8000;
    private const int RuntimeAddress = 0x10000;
    private const string Manifest = "manifest.json";
    private const string Facts = "release.json";
    private const string Sums = "SHA256SUMS";

    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    private string ImageName => $"nf-{board.Name}-{Firmware.Version.Number}.bin";

    /// <summary>Writes it into an empty folder.</summary>
    /// <param name="runtime">The runtime's package, a zip as the flashing tool's archive keeps it.</param>
    /// <param name="folder">Where to.</param>
    /// <exception cref="InputException">The package or the folder is of no use.</exception>
    public void Write(string runtime, string folder)
    {
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
            throw new InputException($"{folder} is not empty: a release is a folder of its own");
        var parts = NamedFile.Read(runtime, bytes => Parts(runtime, bytes));
        Directory.CreateDirectory(folder);
        foreach (var (name, _, bytes) in parts) File.WriteAllBytes(Path.Combine(folder, name), bytes);
        File.WriteAllText(Path.Combine(folder, Manifest), JsonSerializer.Serialize(BrowserManifest(parts), s_json) + "\n");
        File.WriteAllText(Path.Combine(folder, Facts), JsonSerializer.Serialize(ReleaseFacts(), s_json) + "\n");
        File.WriteAllLines(Path.Combine(folder, Sums), parts.Select(part => part.Name).Append(Manifest).Append(Facts).Select(name => SumLine(folder, name)));
    }

    private List<(string Name, int Address, byte[] Bytes)> Parts(string file, byte[] package)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(package));
            return
            [
                Part(file, zip, "bootloader.bin", board.BootloaderAddress),
                Part(file, zip, $"partitions_{flashMegabytes}mb.bin", PartitionTableAddress),
                Part(file, zip, "nanoCLR.bin", RuntimeAddress),
                (ImageName, board.Address, image.Bytes),
            ];
        }
        catch (InvalidDataException e)
        {
            throw new InputException($"{file} is no zip of a runtime ({e.Message.TrimEnd('.')}): take it from the archive that 'nf flash archive' fills");
        }
    }

    private static (string Name, int Address, byte[] Bytes) Part(string file, ZipArchive zip, string name, int address)
    {
        var entry = zip.Entries.FirstOrDefault(entry => entry.Name == name) ?? throw new InputException($"{file} has no {name}: it is no runtime for this chip and size of flash");
        using var stream = entry.Open();
        var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return (name, address, bytes.ToArray());
    }

    // The form that ESP Web Tools reads; offsets are decimal there.
    private object BrowserManifest(List<(string Name, int Address, byte[] Bytes)> parts) => new
    {
        Name = $"NF {board.Name}",
        Version = Firmware.Version.Number,
        New_install_prompt_erase = true,
        Builds = new[] { new { board.ChipFamily, Parts = parts.Select(part => new { Path = part.Name, Offset = part.Address }) } },
    };

    private object ReleaseFacts() => new
    {
        Firmware.Version.Model,
        Version = Firmware.Version.Number,
        Board = board.Name,
        board.Target,
        Runtime = runtimeVersion,
        Image = ImageName,
        Address = $"0x{board.Address:X}",
        Assemblies = image.Assemblies.Select(assembly => new { assembly.Name, Version = assembly.Version.ToString(), Bytes = assembly.Length }),
    };

    private static string SumLine(string folder, string name) =>
        $"{Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(folder, name))))}  {name}";
}
