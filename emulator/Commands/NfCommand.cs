using System.CommandLine;
using Nf.Emulator.FiscalNet;
using Nf.Emulator.Host;
using Nf.Emulator.Scripts;
using Nf.Emulator.State;

namespace Nf.Emulator.Commands;

/// <summary>The command line of <c>nf</c>.</summary>
public static class NfCommand
{
    private const string DefaultState = "./nf-state";

    /// <summary>Reads the command line and does what it says.</summary>
    /// <returns>The process's exit code.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        var parsed = Build().Parse(args);
        if (parsed.Errors.Count > 0)
            return Unusable($"nf: {string.Join("; ", parsed.Errors.Select(error => error.Message.TrimEnd('.')))}; see nf --help");
        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (Exception e) when (e is FiscalNetException or ScriptException)
        {
            return Unusable(e.Message);
        }
        catch (Exception e) when (e is StateException or PortInUseException or HostLinkException or InputException)
        {
            return Unusable($"nf: {e.Message}");
        }
        catch (IOException e)
        {
            return Unusable($"nf: cannot write the results ({e.Message.TrimEnd('.')}): free some space, or send them elsewhere");
        }
    }

    /// <summary>All commands with their options.</summary>
    internal static RootCommand Build()
    {
        var root = new RootCommand("The Romanian fiscal register on a desktop: the real firmware over emulated hardware.");
        AddRun(root);
        root.Subcommands.Add(Run());
        root.Subcommands.Add(Play());
        root.Subcommands.Add(Show());
        root.Subcommands.Add(ReportCommand.Report(StateOption("The register to report on.")));
        root.Subcommands.Add(ReportCommand.Export(StateOption("The register to export.")));
        root.Subcommands.Add(Articles());
        root.Subcommands.Add(AnafCommand.Build(PortOption));
        root.Subcommands.Add(TechnicianCommand.Build(StateOption("The register to visit.")));
        root.Subcommands.Add(A4200Command.Build(StateOption("The register whose month it is.")));
        root.Subcommands.Add(ScenarioCommand.Build());
        root.Subcommands.Add(RigCommand.Build());
        root.Subcommands.Add(DutCommand.Build());
        root.Subcommands.Add(FirmwareCommand.Build());
        root.Subcommands.Add(Conformity());
        root.Subcommands.Add(FlashCommand.Flash());
        root.Subcommands.Add(FlashCommand.Release());
        return root;
    }

    private static int Unusable(string message)
    {
        Console.Error.WriteLine(message);
        return ExitCode.Unusable;
    }

    private static Command Run()
    {
        var command = new Command("run", "Switches a register on, with a page and a host line (the default command).");
        AddRun(command);
        return command;
    }

    private static void AddRun(Command command)
    {
        var state = StateOption("The register's state directory; created when it does not exist.");
        var http = PortOption("--http", 5080, "Port of the page on 127.0.0.1; 0 for any that is free.");
        var host = PortOption("--host", 3999, "TCP port of the host line (Datecs protocol) on 127.0.0.1; 0 for any that is free.");
        var bonuri = new Option<string?>("--bonuri") { HelpName = "DIR", Description = "Folder into which POS programs drop FiscalNet files; without it none is watched." };
        var raspuns = new Option<string?>("--raspuns") { HelpName = "DIR", Description = "Folder for their answers; without it Raspuns, beside the other folder." };
        var service = new Option<string>("--service-switch") { HelpName = "on|off", Description = "The technician's switch at the start; the page moves it later.", DefaultValueFactory = _ => "off" };
        service.AcceptOnlyFromAmong("on", "off");
        var unfiscalised = new Option<bool>("--unfiscalised") { Description = "Leaves a new register as the factory made it, for a technician's visit." };
        var selfTest = new Option<bool>("--self-test") { Description = "Prints the start-up self test, as a board does." };
        var anaf = AnafOption();
        var anafPage = PortOption("--anaf-http", AnafCommand.StandardPagePort, "Port of the page of ANAF's stand-in on 127.0.0.1; 0 for any that is free.");
        foreach (var option in new Option[] { state, http, host, bonuri, raspuns, service, unfiscalised, selfTest, anaf, anafPage }) command.Options.Add(option);
        command.SetAction((result, stop) => RunCommand.RunAsync(
            new RunOrder(result.GetValue(state)!, result.GetValue(http), result.GetValue(host), result.GetValue(bonuri), result.GetValue(raspuns),
                result.GetValue(service) == "on", result.GetValue(unfiscalised), result.GetValue(anaf)!, result.GetValue(anafPage), result.GetValue(selfTest)), stop));
    }

    private static Command Play()
    {
        var files = new Argument<string[]>("FILE") { Description = "Files in the FiscalNet language or scripts of host commands, played in this order.", Arity = ArgumentArity.OneOrMore };
        var state = new Option<string?>("--state") { HelpName = "DIR", Description = "The register to play into; without it one of its own, gone afterwards." };
        var answers = new Option<string?>("--answers") { HelpName = "FILE", Description = "Where the answers go, one line each; without it standard error." };
        var stop = new Option<bool>("--stop-at-refusal") { Description = "Play nothing after the first refusal." };
        var command = new Command("play", "Plays files of receipts into a register on virtual time and prints the paper.") { files, state, answers, stop };
        command.SetAction(result => PlayCommand.Run(result.GetValue(files)!, result.GetValue(state), result.GetValue(answers), result.GetValue(stop)));
        return command;
    }

    private static Command Show()
    {
        var command = new Command("show", "Shows what a register has kept; changes nothing.");
        command.Subcommands.Add(ShowPart("paper", "Everything that was printed.", ShowCommand.Paper));
        command.Subcommands.Add(ShowPart("journal", "The days of the electronic journal, each with its hash checked.", ShowCommand.Journal));
        command.Subcommands.Add(ShowPart("memory", "The records of the fiscal memory.", ShowCommand.Memory));
        command.Subcommands.Add(ShowPart("status", "Mode, the open day's totals, counters, what blocks it.", ShowCommand.Status));
        return command;
    }

    private static Command ShowPart(string name, string description, Action<StateDirectory, bool> show)
    {
        var state = StateOption("The register to look at.");
        var json = new Option<bool>("--json") { Description = "As JSON, for programs." };
        var command = new Command(name, description) { state, json };
        command.SetAction(result =>
        {
            using var directory = StateDirectory.OpenReadOnly(result.GetValue(state)!);
            show(directory, result.GetValue(json));
            return ExitCode.Ok;
        });
        return command;
    }

    private static Command Articles()
    {
        var command = new Command("articles", "The articles of a register that is switched off, as CSV.");
        var target = new Argument<string>("FILE") { Description = "The file to write." };
        var from = StateOption("The register that has the articles.");
        var export = new Command("export", "Writes all articles to a file.") { target, from };
        export.SetAction(result => ArticlesCommand.Export(result.GetValue(target)!, result.GetValue(from)!));
        var source = new Argument<string>("FILE") { Description = "The file to read." };
        var to = StateOption("The register that gets the articles.");
        var partial = new Option<bool>("--partial") { Description = "Import the good lines although others are wrong." };
        var import = new Command("import", "Programs the articles of a file, over those that have their numbers.") { source, to, partial };
        import.SetAction(result => ArticlesCommand.Import(result.GetValue(source)!, result.GetValue(to)!, result.GetValue(partial)));
        command.Subcommands.Add(export);
        command.Subcommands.Add(import);
        return command;
    }

    private static Command Conformity()
    {
        var tests = new Option<string[]>("--tests")
        {
            HelpName = "DLL",
            Description = "A built test assembly to read; may be given again. Without it the newest builds under tests.",
            DefaultValueFactory = _ => [],
        };
        var markdown = new Option<bool>("--markdown") { Description = "As docs/reference/conformity.md." };
        var json = new Option<bool>("--json") { Description = "As JSON, for programs." };
        var command = new Command("conformity", "Shows the law's rules, where each is done, and which tests show it.") { tests, markdown, json };
        command.Validators.Add(result =>
        {
            if (result.GetValue(markdown) && result.GetValue(json)) result.AddError("--markdown and --json exclude each other");
        });
        command.SetAction(result => ConformityCommand.Run(result.GetValue(tests)!, result.GetValue(markdown), result.GetValue(json)));
        return command;
    }

    private static Option<string> StateOption(string description) =>
        new("--state") { HelpName = "DIR", Description = description, DefaultValueFactory = _ => DefaultState };

    private static Option<string> AnafOption()
    {
        var option = new Option<string>("--anaf")
        {
            HelpName = "PORT|none",
            Description = "Port on 127.0.0.1 of ANAF's stand-in, which starts beside the register; 0 for any that is free, none for no stand-in.",
            DefaultValueFactory = _ => "0",
        };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && result.Tokens[0].Value is var text && text != RunAnaf.None && (!int.TryParse(text, out var port) || port is < 0 or > 65535))
                result.AddError($"--anaf takes a port from 0 to 65535 or none, not '{text}'");
        });
        return option;
    }

    private static Option<int> PortOption(string name, int standard, string description)
    {
        var option = new Option<int>(name) { HelpName = "PORT", Description = description, DefaultValueFactory = _ => standard };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && (!int.TryParse(result.Tokens[0].Value, out var port) || port is < 0 or > 65535))
                result.AddError($"{name} takes a port from 0 to 65535, not '{result.Tokens[0].Value}'");
        });
        return option;
    }
}
