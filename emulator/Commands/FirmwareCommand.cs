using System.CommandLine;
using System.Security.Cryptography;
using Nf.Emulator.Peripherals;
using Nf.Emulator.Updates;
using Nf.Firmware.Errors;
using Nf.Firmware.Update;

namespace Nf.Emulator.Commands;

/// <summary><c>nf firmware</c>: the maker's side of an update, and who checks one before he flashes it by cable.</summary>
internal static class FirmwareCommand
{
    /// <summary>The manifest's name, also on the drive.</summary>
    internal const string ManifestName = "NF-UPDATE.TXT";

    private const int StandardSize = 16 * 1024;

    /// <summary>Puts the command together.</summary>
    internal static Command Build()
    {
        var command = new Command("firmware", "Images of the register's program: makes one for the emulator, signs them, checks them.");
        command.Subcommands.Add(Image());
        command.Subcommands.Add(Sign());
        command.Subcommands.Add(Check());
        return command;
    }

    private static Command Image()
    {
        var file = new Argument<string>("FILE") { Description = "The image to write." };
        var version = VersionOption("--version", "The version that the program bears.", required: true);
        var fault = new Option<ImageFault>("--fault") { HelpName = "none|printer|start", Description = "What is wrong with it: it cannot print, or does not start.", DefaultValueFactory = _ => ImageFault.None };
        var size = new Option<int>("--size") { HelpName = "BYTES", Description = "Its length.", DefaultValueFactory = _ => StandardSize };
        var command = new Command("image", "Makes an image for the emulator: this firmware under another version.") { file, version, fault, size };
        command.SetAction(result => Guarded(() =>
        {
            if (result.GetValue(size) is < ModelImage.HeadLength or > FirmwareSlotModel.PlaceSize)
                throw new InputException($"--size takes {ModelImage.HeadLength} to {FirmwareSlotModel.PlaceSize} bytes");
            File.WriteAllBytes(result.GetValue(file)!, new ModelImage(result.GetValue(version)!, result.GetValue(fault)).ToBytes(result.GetValue(size)));
            return ExitCode.Ok;
        }));
        return command;
    }

    private static Command Sign()
    {
        var image = new Argument<string>("IMAGE") { Description = "The image to sign." };
        var version = VersionOption("--version", "Version of the image.", required: true);
        var target = new Option<string>("--target") { HelpName = "BOARD", Description = "The board that it was made for.", Required = true };
        var key = KeyOption("The maker's private key, RSA-2048 in PEM; a test key is made where there is no such file.");
        var folder = new Option<string>("--out") { HelpName = "FOLDER", Description = "What goes onto the drive's root; created when it does not exist.", Required = true };
        var from = VersionOption("--from", "The oldest version that it may follow.", required: false);
        var order = new Option<string>("--order") { HelpName = "SERIAL", Description = "The one register that it is for, by its serial number; it may also go back to it from the version of --from.", DefaultValueFactory = _ => "" };
        var command = new Command("sign", "Writes an image and its signed manifest into a folder for the technician's drive.") { image, version, target, key, folder, from, order };
        command.SetAction(result => Guarded(() => Sign(result.GetValue(image)!, result.GetValue(key)!, result.GetValue(folder)!, bytes =>
            SignedUpdate.Of(bytes, result.GetValue(version)!, result.GetValue(target)!, result.GetValue(from)!, result.GetValue(order)!))));
        return command;
    }

    private static Command Check()
    {
        var folder = new Argument<string>("FOLDER") { Description = "The folder that was signed." };
        var key = KeyOption("The maker's key, private or public, in PEM.");
        var command = new Command("check", "Checks a signed image, before it is flashed by cable.") { folder, key };
        command.SetAction(result => Guarded(() => Check(result.GetValue(folder)!, result.GetValue(key)!)));
        return command;
    }

    private static int Sign(string image, string keyPath, string folder, Func<byte[], SignedUpdate> say)
    {
        var bytes = File.ReadAllBytes(image);
        if (!File.Exists(keyPath))
        {
            MakerKey.Make(keyPath);
            Console.Error.WriteLine($"nf: {keyPath} is a new key, for tests alone");
        }

        using var key = MakerKey.Load(keyPath);
        var update = say(bytes);
        var manifest = update.Sign(key);
        if (new UpdateManifest().Read(manifest, manifest.Length) != FiscalError.None)
            throw new InputException("board, serial number or image are not in the manifest's form: 1 to 32 printable letters without blanks, an image of 1 byte at least");
        Directory.CreateDirectory(folder);
        File.WriteAllBytes(Path.Combine(folder, update.Image), bytes);
        File.WriteAllBytes(Path.Combine(folder, ManifestName), manifest);
        Console.WriteLine($"{Path.Combine(folder, ManifestName)}: {update.Version} for {update.Board}, {update.Size} bytes");
        return ExitCode.Ok;
    }

    private static int Check(string folder, string keyPath)
    {
        var bytes = File.ReadAllBytes(Path.Combine(folder, ManifestName));
        using var key = MakerKey.Load(keyPath);
        var manifest = new UpdateManifest();
        if (manifest.Read(bytes, bytes.Length) != FiscalError.None) return Wrong(FiscalError.UpdateManifestInvalid);
        if (!SignedUpdate.IsSigned(bytes, key)) return Wrong(FiscalError.UpdateSignatureWrong);
        var image = File.ReadAllBytes(Path.Combine(folder, manifest.Image));
        if (image.Length != manifest.Size || !SHA256.HashData(image).SequenceEqual(manifest.Digest)) return Wrong(FiscalError.UpdateImageWrong);
        Console.WriteLine($"{manifest.Image}: {manifest.Version} for {manifest.Board}, {manifest.Size} bytes, signed by {keyPath}");
        return ExitCode.Ok;
    }

    private static int Wrong(FiscalError error)
    {
        Console.Error.WriteLine($"nf: refused: {(int)error} {FiscalErrors.Cause(error)}. {FiscalErrors.Next(error)}");
        return ExitCode.Refused;
    }

    private static int Guarded(Func<int> work)
    {
        try
        {
            return work();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new InputException(e.Message.TrimEnd('.'));
        }
    }

    private static Option<string> KeyOption(string description) => new("--key") { HelpName = "PEM", Description = description, Required = true };

    private static Option<string> VersionOption(string name, string description, bool required)
    {
        var option = new Option<string>(name) { HelpName = "VERSION", Description = description, Required = required };
        if (!required) option.DefaultValueFactory = _ => "0.0.0";
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && VersionText.Order(result.Tokens[0].Value) == VersionText.None)
                result.AddError($"{name} takes major.minor.patch, each 0 to 999, not '{result.Tokens[0].Value}'");
        });
        return option;
    }
}
