using System.CommandLine;
using Nf.Emulator.Host;
using Nf.Emulator.Machine;
using Nf.Emulator.Peripherals;
using Nf.Emulator.State;
using Nf.Firmware.Errors;

namespace Nf.Emulator.Commands;

/// <summary>
/// <c>nf report</c> and <c>nf export</c>: the firmware's own reports, made by a copy of a register in RAM, so that nothing
/// in the register changes and it may run meanwhile.
/// </summary>
internal static class ReportCommand
{
    private const int Diagnostics = 71;
    private const int DayReports = 69;

    private static readonly Dictionary<string, string> Types = new()
    {
        ["summary"] = "0",
        ["detailed"] = "1",
        ["journal"] = "J",
        ["media"] = "M",
        ["headers"] = "H",
        ["vat"] = "V",
        ["resets"] = "R",
        ["anaf-certificates"] = "A",
        ["own-certificates"] = "C",
        ["configurations"] = "P",
        ["unblockings"] = "U",
    };

    private static readonly Dictionary<string, string> Exports = new() { ["mf"] = "1", ["je"] = "J", ["journal"] = "T" };

    private static readonly Dictionary<string, string> Encodings = new() { ["utf-8"] = "0", ["iso-8859-2"] = "1", ["iso-8859-16"] = "2" };

    /// <summary><c>nf report</c>.</summary>
    public static Command Report(Option<string> state)
    {
        var what = new Argument<string>("WHAT") { Description = "Which report." };
        what.AcceptOnlyFromAmong([.. Types.Keys, "open-day", "diagnostics"]);
        var period = new ReportPeriodOptions();
        var command = new Command("report", "Prints a report of the reporting mode to standard output; changes nothing.") { what, state };
        period.AddTo(command);
        command.SetAction(result => Print(result.GetValue(state)!, Order(result.GetValue(what)!, period.Of(result))));
        return command;
    }

    /// <summary><c>nf export</c>.</summary>
    public static Command Export(Option<string> state)
    {
        var what = new Argument<string>("WHAT") { Description = "mf: the fiscal memory; je: the journal as one file; journal: one file a day." };
        what.AcceptOnlyFromAmong([.. Exports.Keys]);
        var folder = new Option<string>("--out") { HelpName = "DIR", Description = "Where the files go.", Required = true };
        var encoding = new Option<string?>("--encoding") { HelpName = "NAME", Description = "utf-8, iso-8859-2 or iso-8859-16." };
        encoding.AcceptOnlyFromAmong([.. Encodings.Keys]);
        var summary = new Option<bool>("--summary") { Description = "For mf: the sums alone." };
        var replace = new Option<bool>("--replace") { Description = "Replaces files that have other contents." };
        var period = new ReportPeriodOptions();
        var command = new Command("export", "Saves what the law asks to be saved, as files; changes nothing.") { what, state, folder, encoding, summary, replace };
        period.AddTo(command);
        command.SetAction(result =>
        {
            var (number, first, last) = period.Of(result);
            var type = result.GetValue(summary) && result.GetValue(what) == "mf" ? "0" : Exports[result.GetValue(what)!];
            var fields = new[] { type, first, last, result.GetValue(replace) ? "2" : "1", result.GetValue(encoding) is { } name ? Encodings[name] : "" };
            return Save(result.GetValue(state)!, result.GetValue(folder)!, number, fields);
        });
        return command;
    }

    private static (int Command, string[] Fields) Order(string what, (int Command, string First, string Last) period) => what switch
    {
        "open-day" => (DayReports, ["J"]),
        "diagnostics" => (Diagnostics, ["0"]),
        _ => (period.Command, [Types[what], period.First, period.Last]),
    };

    private static int Print(string state, (int Command, string[] Fields) order)
    {
        using var directory = StateDirectory.OpenReadOnly(state);
        var roll = new PaperRoll();
        var machine = RegisterCopy.Whole(directory, new MemoryDrive(), roll);
        var before = roll.Lines.Count;
        var refused = Ask(machine, order.Command, order.Fields);
        machine.RunToRest();
        foreach (var line in roll.Lines.Skip(before)) Console.WriteLine(PaperText.Render(line, Hardware.PaperColumns));
        return refused;
    }

    private static int Save(string state, string folder, int command, string[] fields)
    {
        using var directory = StateDirectory.OpenReadOnly(state);
        return Ask(RegisterCopy.Whole(directory, new FolderDrive(folder), new PaperRoll()), command, fields);
    }

    private static int Ask(RegisterMachine machine, int command, string[] fields)
    {
        var reply = new DatecsClient(new MachineChannel(machine)) { Patience = int.MaxValue }.Send(command, fields);
        if (reply.Ok) return ExitCode.Ok;
        var error = (FiscalError)reply.ErrorCode;
        Console.Error.WriteLine($"nf: refused: {reply.ErrorCode} {FiscalErrors.Cause(error)}. {FiscalErrors.Next(error)}");
        return ExitCode.Refused;
    }
}
