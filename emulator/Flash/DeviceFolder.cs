using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using System.Text.Json.Nodes;
using Nf.Emulator.Commands;

namespace Nf.Emulator.Flash;

/// <summary>The folder of one device: network.json, device.pem, authorities.pem, and files for its storage; each may be missing.</summary>
/// <remarks>docs/reference/flashing.md has what each holds. What the flashing tool wants of it is written beside, into a folder of its own.</remarks>
public static class DeviceFolder
{
    private const string NetworkFile = "network.json";
    private const string CertificateFile = "device.pem";
    private const string AuthoritiesFile = "authorities.pem";
    private const string FilesFolder = "files";

    private static readonly JsonSerializerOptions s_indented = new() { WriteIndented = true };

    /// <summary>Checks a folder and writes the tool's files.</summary>
    /// <param name="folder">The device's.</param>
    /// <param name="port">Where the board hangs.</param>
    /// <param name="work">Where the tool's files go.</param>
    /// <exception cref="InputException">Something in it is wrong, or there is nothing in it.</exception>
    public static DeviceSettings Prepare(string folder, string port, string work)
    {
        if (!Directory.Exists(folder)) throw new InputException($"there is no folder {folder}: make it, with what docs/how-to/flash.md lists");
        var settings = new DeviceSettings(Network(folder, port, work), Files(folder, port, work));
        if (settings is { Network: null, Files: null })
            throw new InputException($"{folder} has neither {NetworkFile} nor {CertificateFile} nor {AuthoritiesFile} nor {FilesFolder}: nothing to put on the device");
        return settings;
    }

    private static string? Network(string folder, string port, string work)
    {
        var network = Path.Combine(folder, NetworkFile);
        var certificate = Path.Combine(folder, CertificateFile);
        var authorities = Path.Combine(folder, AuthoritiesFile);
        if (!File.Exists(network) && !File.Exists(certificate) && !File.Exists(authorities)) return null;
        var settings = File.Exists(network) ? NamedFile.Read(network, bytes => Json(network, bytes)) : [];
        settings["SerialPort"] = port;
        if (File.Exists(certificate)) settings["DeviceCertificatesPath"] = Checked(certificate);
        if (File.Exists(authorities)) settings["CACertificatesPath"] = WithCertificates(authorities);
        return Write(Path.Combine(work, NetworkFile), settings);
    }

    private static string? Files(string folder, string port, string work)
    {
        var files = Path.Combine(folder, FilesFolder);
        if (!Directory.Exists(files) || Directory.GetFiles(files) is not { Length: > 0 } found) return null;
        var list = new JsonArray([.. found.Order(StringComparer.Ordinal).Select(file => (JsonNode)new JsonObject
        {
            ["DestinationFilePath"] = $@"I:\{Path.GetFileName(file)}",
            ["SourceFilePath"] = Path.GetFullPath(file),
        })]);
        return Write(Path.Combine(work, "files.json"), new JsonObject { ["serialport"] = port, ["files"] = list });
    }

    private static JsonObject Json(string file, byte[] bytes)
    {
        try
        {
            return JsonNode.Parse(bytes) as JsonObject ?? throw new InputException($"{file} holds no object: write {{ \"WirelessClient\": {{ ... }} }}");
        }
        catch (JsonException e)
        {
            throw new InputException($"{file}:{e.LineNumber + 1}: no JSON ({e.Message.Split('.')[0]})");
        }
    }

    // The board keeps both in one block, and cannot open an encrypted key.
    private static string Checked(string file)
    {
        try
        {
            using var certificate = X509Certificate2.CreateFromPemFile(file);
            return certificate.HasPrivateKey ? Path.GetFullPath(file) : throw new InputException($"{file} has no key: put the certificate and its key, unencrypted, one behind the other");
        }
        catch (CryptographicException e)
        {
            throw new InputException($"{file} has no certificate with its own unencrypted key ({e.Message.TrimEnd('.')})");
        }
    }

    private static string WithCertificates(string file)
    {
        try
        {
            var authorities = new X509Certificate2Collection();
            authorities.ImportFromPemFile(file);
            return authorities.Count > 0 ? Path.GetFullPath(file) : throw new InputException($"{file} has no certificate");
        }
        catch (CryptographicException e)
        {
            throw new InputException($"{file} has a damaged certificate ({e.Message.TrimEnd('.')})");
        }
    }

    private static string Write(string file, JsonObject settings)
    {
        File.WriteAllText(file, settings.ToJsonString(s_indented));
        return file;
    }
}
