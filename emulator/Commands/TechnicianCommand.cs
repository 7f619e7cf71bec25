using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Nf.Emulator.Anaf.Desk;
using Nf.Emulator.Anaf.Server;
using Nf.Emulator.Machine;
using Nf.Emulator.Network;
using Nf.Emulator.Peripherals;
using Nf.Emulator.State;
using Nf.Emulator.Visit;
using Nf.Firmware.Errors;

namespace Nf.Emulator.Commands;

/// <summary><c>nf technician</c>: the visit that connects a register that is switched off to ANAF's stand-in.</summary>
internal static class TechnicianCommand
{
    private static readonly string[] s_ways = ["ethernet", "wifi", "cellular"];

    /// <summary>What the command line says.</summary>
    /// <param name="State">The register's state directory.</param>
    /// <param name="AnafState">The stand-in's; null for the one within the register's.</param>
    /// <param name="Target">Where the papers go.</param>
    /// <param name="Plan">How the visit is done.</param>
    internal sealed record TechnicianOrder(string State, string? AnafState, string Target, VisitPlan Plan);

    /// <summary>Puts the command together.</summary>
    internal static Command Build(Option<string> state)
    {
        var anaf = new Option<string?>("--anaf-state") { HelpName = "DIR", Description = "What ANAF's stand-in keeps; without it anaf in the register's state directory, as nf run has it." };
        var visit = new Option<string?>("--visit") { HelpName = "FILE", Description = "People and papers of the visit, JSON; without it a demo." };
        var target = Text("--out", "DIR", "Where the visit's papers go; created when it does not exist.", "./nf-visit");
        var way = Text("--way", "WAY", "The way out that the register shall use: ethernet, wifi or cellular.", s_ways[0]);
        way.AcceptOnlyFromAmong(s_ways);
        var password = Text("--password", "TEXT", "The technician's password.", VisitPlan.FirstPassword);
        var apn = Text("--apn", "NAME", "Access point of the operator; without it the operator's own.", "");
        var pin = Text("--pin", "DIGITS", "PIN of the SIM.", "");
        var ssid = Text("--ssid", "NAME", "Name of the Wi-Fi network; the emulated one unless told otherwise.", WifiModel.UsualNetwork);
        var wifi = Text("--wifi-password", "TEXT", "Its password.", WifiModel.UsualPassword);
        var command = new Command("technician", "Connects a register that is switched off to ANAF's stand-in, as a technician does on site, and writes the papers.")
            { state, anaf, visit, target, way, password, apn, pin, ssid, wifi };
        command.SetAction((result, _) =>
        {
            var order = result.GetValue(visit) is { } file ? VisitOrder.Load(file) : VisitOrder.Demo;
            var plan = VisitPlan.Over(result.GetValue(way)!, order, result.GetValue(password)!, result.GetValue(apn)!, result.GetValue(pin)!,
                result.GetValue(ssid)!, result.GetValue(wifi)!);
            return RunAsync(new TechnicianOrder(result.GetValue(state)!, result.GetValue(anaf), result.GetValue(target)!, plan));
        });
        return command;
    }

    /// <summary>Does the visit; the exit code.</summary>
    internal static async Task<int> RunAsync(TechnicianOrder order)
    {
        var watch = Stopwatch.StartNew();
        CreateTarget(order.Target);
        using var directory = StateDirectory.Open(order.State, createIfMissing: false);
        var clock = new ClockFile(directory.ClockPath);
        var time = new VirtualTime();
        var civil = new VirtualCivilTime(time, new WallCivilTime(clock.Load() ?? ClockBase.Romania(TimeProvider.System), TimeProvider.System).Now);
        using var stored = StoredRegister.Open(directory, time, civil);
        using var desk = AnafDesk.Open(order.AnafState ?? directory.AnafFolder, TimeProvider.System.GetUtcNow());
        await using var server = await AnafServer.StartAsync(desk, AnafServerOrder.OnAnyPorts(TimeProvider.System));
        stored.Knows(server.Host, server.Port);
        var machine = SwitchOn(stored);
        try
        {
            var record = await new TechnicianVisit(new OfflineSite(stored, machine, directory.DriveFolder), server, order.Plan, Say).RunAsync();
            await WriteAsync(record, order.Target);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{watch.Elapsed.TotalSeconds,6:0.0} s  together; papers in {Path.GetFullPath(order.Target)}"));
            return ExitCode.Ok;
        }
        catch (VisitRefusedException e)
        {
            Console.Error.WriteLine($"nf: {e.Step}: {e.Message}");
            return ExitCode.Refused;
        }
        finally
        {
            machine.Hardware.ServiceJumper.Closed = false;
            machine.RunToRest();
            clock.Save(new ClockBase(civil.Now, TimeProvider.System.GetUtcNow().UtcDateTime));
        }
    }

    private static RegisterMachine SwitchOn(StoredRegister stored)
    {
        var machine = new RegisterMachine(stored.Hardware);
        var error = machine.PowerOn();
        if (error is FiscalError.None or FiscalError.NotFiscalised) return machine;
        throw new StateException(StateProblem.Damaged, $"the register is blocked: {(int)error} {FiscalErrors.Cause(error)}. {FiscalErrors.Next(error)}");
    }

    // Before the visit: a visit whose papers have no place is not begun.
    private static void CreateTarget(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception e) when (StateException.IsIoProblem(e))
        {
            throw new InputException($"cannot use {folder} for the papers ({e.Message.TrimEnd('.')}): name another folder with --out");
        }
    }

    private static async Task WriteAsync(VisitRecord record, string folder)
    {
        foreach (var (name, paper) in await VisitDocuments.MakeAsync(record)) await File.WriteAllTextAsync(Path.Combine(folder, name), paper);
    }

    private static void Say(VisitStep step) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{step.Took.TotalSeconds,6:0.0} s  {step.Text}"));

    private static Option<string> Text(string name, string help, string description, string standard) =>
        new(name) { HelpName = help, Description = description, DefaultValueFactory = _ => standard };
}
