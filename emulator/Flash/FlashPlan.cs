namespace Nf.Emulator.Flash;

/// <summary>The calls of the flashing tool that an order takes, in their order.</summary>
public static class FlashPlan
{
    /// <summary>Asks which chip is there; what the tool answers is compared before anything is written.</summary>
    public static ToolCall Ask(FlashOrder order) =>
        new("asks the chip what it is", ["--platform", "esp32", "--serialport", order.Port, "--devicedetails", "--suppressnanoffversioncheck"]);

    /// <summary>What changes the board.</summary>
    public static IEnumerable<ToolCall> Changes(FlashOrder order)
    {
        if (order.Runtime is { } version) yield return Runtime(order, version);
        if (order.Image is { } image) yield return Application(order, image);
        if (order.Device?.Network is { } network) yield return new("puts network settings and certificates on it", ["--nanodevice", "--networkdeployment", network]);
        if (order.Device?.Files is { } files) yield return new("puts files on it", ["--nanodevice", "--filedeployment", files]);
    }

    /// <summary>Fills an archive with a board's runtime, for places without a network.</summary>
    public static ToolCall Archive(FlashBoard board, string version, string folder) => new($"fetches {board.Target} {version} into {folder}",
        ["--updatearchive", "--target", board.Target, "--fwversion", version, "--archivepath", folder]);

    private static ToolCall Runtime(FlashOrder order, string version) =>
        new(order.Erase ? $"erases the whole flash and puts the runtime {version} on it" : $"puts the runtime {version} on it",
        [
            "--target", order.Board.Target, "--serialport", order.Port, "--update", "--fwversion", version,
            .. order.Erase ? ["--masserase"] : Array.Empty<string>(),
            .. order.Archive is { } archive ? ["--fromarchive", "--archivepath", archive] : Array.Empty<string>(),
        ]);

    // The tool's own address is right for some chips only, and it says OK on the others too: it is always given.
    private static ToolCall Application(FlashOrder order, string image) => new($"puts the application at 0x{order.Board.Address:X}",
        ["--target", order.Board.Target, "--serialport", order.Port, "--deploy", "--image", image, "--address", $"0x{order.Board.Address:X}", "--reset"]);
}
