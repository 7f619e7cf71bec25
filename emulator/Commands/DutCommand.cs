using System.CommandLine;
using System.Globalization;
using Nf.Emulator.Dut;
using Nf.Emulator.Serial;

namespace Nf.Emulator.Commands;

/// <summary><c>nf dut</c>: the stand-in for a board, with pseudo-terminals for serial lines.</summary>
internal static class DutCommand
{
    private static readonly string[] s_lines = ["host", "printer", "display", "modem"];

    private static readonly Option<string> s_folder = new("--lines") { HelpName = "DIR", Description = "Where the links to its serial ports go; created when it does not exist.", Required = true };
    private static readonly Option<string?> s_clock = new("--clock") { HelpName = "TIME", Description = "What its clock shows at first, \"yyyy-MM-dd HH:mm:ss\"; without it now." };
    private static readonly Option<bool> s_modem = new("--modem") { Description = "With an online module, whose modem is at a serial line." };
    private static readonly Option<string[]> s_speeds = new("--speed") { HelpName = "LINE=BAUD", Description = "A line's speed, 115200 without it; may be given again.", DefaultValueFactory = _ => [] };
    private static readonly Option<bool> s_silent = new("--silent") { Description = "It has power and does nothing." };
    private static readonly Option<bool> s_deaf = new("--deaf") { Description = "Its host line hears and says nothing." };
    private static readonly Option<long?> s_stop = Bytes("--stop-after", "It stands still for ever after so many bytes from the host.");
    private static readonly Option<long?> s_reboot = Bytes("--reboot-after", "It loses power for a moment after so many bytes from the host.");
    private static readonly Option<long?> s_unplug = Bytes("--unplug-after", "Its host line is unplugged after so many bytes from the host.");

    /// <summary>The command with its options.</summary>
    public static Command Build()
    {
        var command = new Command("dut", "A stand-in for a board: an emulated register whose serial lines are pseudo-terminals, for nf rig.")
        {
            s_folder, s_clock, s_modem, s_speeds, s_silent, s_deaf, s_stop, s_reboot, s_unplug,
        };
        command.SetAction((result, stop) => RunAsync(Order(result), stop));
        return command;
    }

    private static Option<long?> Bytes(string name, string description) => new(name) { HelpName = "N", Description = description };

    private static DutOrder Order(ParseResult result) => new(result.GetValue(s_folder)!)
    {
        Clock = result.GetValue(s_clock) is { } text ? Moment(text) : null,
        Modem = result.GetValue(s_modem),
        Speeds = result.GetValue(s_speeds)!.Select(Speed).ToDictionary(),
        Silent = result.GetValue(s_silent),
        Deaf = result.GetValue(s_deaf),
        StopAfter = result.GetValue(s_stop),
        RebootAfter = result.GetValue(s_reboot),
        UnplugAfter = result.GetValue(s_unplug),
    };

    private static DateTime Moment(string text) => DateTime.TryParseExact(text, "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment)
        ? moment : throw new InputException($"--clock takes a time as \"2026-11-16 08:00:00\", not \"{text}\"");

    private static KeyValuePair<string, int> Speed(string text) =>
        text.Split('=') is [var line, var baud] && s_lines.Contains(line) && int.TryParse(baud, out var speed) && SerialPorts.Speeds.Contains(speed)
            ? new(line, speed)
            : throw new InputException($"--speed takes a line ({string.Join(", ", s_lines)}) and a speed ({string.Join(", ", SerialPorts.Speeds)}), as host=9600, not \"{text}\"");

    private static async Task<int> RunAsync(DutOrder order, CancellationToken stop)
    {
        using var dut = Start(order);
        foreach (var name in s_lines.Append("relay").Where(name => File.Exists(Path.Combine(order.Folder, name))))
            Console.WriteLine($"{name,-8}{Path.GetFullPath(Path.Combine(order.Folder, name))}");
        Console.Error.WriteLine("Ctrl+C stops it.");
        await Task.WhenAny(Task.Delay(Timeout.Infinite, stop), dut.Ended).ConfigureAwait(false);
        return dut.Ended is { IsCompleted: true, Result: { } error } ? throw error : ExitCode.Ok;
    }

    private static LiveDut Start(DutOrder order)
    {
        try
        {
            return LiveDut.Start(order);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or PlatformNotSupportedException)
        {
            throw new InputException($"the ports in {order.Folder} cannot be made ({e.Message.TrimEnd('.')})");
        }
    }
}
