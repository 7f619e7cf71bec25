using System.CommandLine;
using System.Globalization;
using Nf.Emulator.Anaf.Offline;
using Nf.Emulator.State;
using Nf.Firmware.Errors;

namespace Nf.Emulator.Commands;

/// <summary><c>nf a4200</c>: a month's messages for the offline way, made by the register, and a look at such a folder.</summary>
internal static class A4200Command
{
    private const int ExportCommand = 128;
    private const string MonthForm = "yyyy-MM";

    /// <summary>The command with its two subcommands.</summary>
    public static Command Build(Option<string> state)
    {
        var month = new Option<string>("--month") { HelpName = MonthForm, Description = "The month.", Required = true };
        month.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && !TryMonth(result.Tokens[0].Value, out _)) result.AddError($"--month takes a month as {MonthForm}, not '{result.Tokens[0].Value}'");
        });
        var target = new Option<string>("--out") { HelpName = "DIR", Description = "An empty folder, or one that is not there yet.", Required = true };
        var export = new Command("export", "Lets a register that is switched off export a month's signed days and its message about them.") { month, target, state };
        export.SetAction(result => Export(result.GetValue(state)!, result.GetValue(month)!, result.GetValue(target)!));
        var folder = new Argument<string>("DIR") { Description = "The folder with the month's files." };
        var check = new Command("check", "Finds what ANAF's validator would find in such a folder; changes nothing.") { folder };
        check.SetAction(result => Check(result.GetValue(folder)!));
        return new Command("a4200", "Files for declaration A4200, the offline way to ANAF.") { export, check };
    }

    private static bool TryMonth(string text, out DateTime month) =>
        DateTime.TryParseExact(text, MonthForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out month);

    private static int Export(string state, string text, string target)
    {
        TryMonth(text, out var month);
        if (File.Exists(target)) throw new InputException($"{target} is a file: name an empty folder");
        if (Directory.Exists(target) && Directory.EnumerateFileSystemEntries(target).Any())
            throw new InputException($"{target} is not empty: name an empty folder");
        using var register = PlayRegister.Existing(state);
        register.SwitchOn();
        var reply = register.Host.Send(ExportCommand, "A", month.ToString("MM-yy", CultureInfo.InvariantCulture));
        register.SwitchOff();
        if (!reply.Ok)
        {
            var error = (FiscalError)reply.ErrorCode;
            Console.Error.WriteLine($"nf: refused: {reply.ErrorCode} {FiscalErrors.Cause(error)}. {FiscalErrors.Next(error)}");
            return ExitCode.Refused;
        }

        var series = register.Machine.Register.Identity.Fiscal.Series;
        var folder = Path.Combine(state, StateDirectory.DriveName, $"{series}-{text}");
        Directory.CreateDirectory(target);
        foreach (var file in Directory.EnumerateFiles(folder)) File.Move(file, Path.Combine(target, Path.GetFileName(file)));
        Directory.Delete(folder);
        Console.WriteLine($"Z {reply.Fields[0]} to {reply.Fields[1]} exported");
        return ExitCode.Ok;
    }

    private static int Check(string folder)
    {
        if (!Directory.Exists(folder)) throw new InputException($"there is no folder {folder}");
        var findings = A4200Check.Of(folder, TimeProvider.System.GetUtcNow());
        foreach (var finding in findings) Console.WriteLine(finding);
        if (findings.Count == 0) Console.WriteLine("nothing is wrong");
        return findings.Count == 0 ? ExitCode.Ok : ExitCode.Refused;
    }
}
