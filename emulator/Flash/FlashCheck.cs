using System.Text.RegularExpressions;
using Nf.Emulator.Commands;

namespace Nf.Emulator.Flash;

/// <summary>Looks at an order before the board is touched.</summary>
public static partial class FlashCheck
{
    /// <summary>Reads the image and compares it with the board.</summary>
    /// <exception cref="InputException">It does not fit; says what to do.</exception>
    public static ApplicationImage Image(FlashBoard board, string file)
    {
        var image = Read(file);
        if (image.Bytes.Length > board.Capacity)
            throw new InputException($"{file} has {image.Bytes.Length} bytes, and the application's partition of {board.Name} takes {board.Capacity}: build it as Release");
        var program = image.Assemblies[^1].Name;
        if (program != board.Program)
            throw new InputException($"{file} ends with {program}, and {board.Name} runs {board.Program}: give the image of that board's project");
        if (!image.Contains(Firmware.Version.Number))
            throw new InputException($"{file} was not built from version {Firmware.Version.Number}: build it again, or use the nf of its version");
        return image;
    }

    /// <summary>Reads any image.</summary>
    /// <exception cref="InputException">It cannot be read, is none, or is damaged.</exception>
    public static ApplicationImage Read(string file)
    {
        try
        {
            return NamedFile.Read(file, ApplicationImage.Read);
        }
        catch (InvalidDataException e)
        {
            throw new InputException($"{file} is no image of an application ({e.Message}): build the board's project, its bin folder has the .bin");
        }
    }

    /// <summary>Compares a runtime's version with the one that the application is built for.</summary>
    /// <exception cref="InputException">It is another, or not whole.</exception>
    public static void Runtime(FlashBoard board, string version)
    {
        if (!WholeVersion().IsMatch(version))
            throw new InputException($"'{version}' is no version of the runtime: give all four numbers, as '{FlashTool.Name} --listtargets --platform esp32' lists them for {board.Target}");
        if (!version.StartsWith(board.RuntimeVersion + ".", StringComparison.Ordinal))
            throw new InputException($"the application is built for runtime {board.RuntimeVersion}, not {version}: on another it does not start");
    }

    /// <summary>Compares what the tool read from the chip with the board.</summary>
    /// <exception cref="InputException">It is another chip; nothing was written.</exception>
    public static void Chip(FlashBoard board, string details)
    {
        var match = ChipLine().Match(details);
        if (!match.Success) throw new InputException($"the flashing tool did not say which chip is there; nothing was written. It said: {details.Trim()}");
        if (match.Groups[1].Value != board.ChipFamily)
            throw new InputException($"there is an {match.Groups[1].Value} on the port, and {board.Name} has an {board.ChipFamily}: check port and board; nothing was written");
    }

    [GeneratedRegex(@"^\d+\.\d+\.\d+\.\d+$")]
    private static partial Regex WholeVersion();

    // "ESP32-S3 (ESP32-S3 (QFN56) (revision v0.1))": the family stands first on its line, alone or before its details.
    [GeneratedRegex(@"^(ESP32(?:-[A-Z]+\d+)?)(?: \(|\s*$)", RegexOptions.Multiline)]
    private static partial Regex ChipLine();
}
