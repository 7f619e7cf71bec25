using System.Diagnostics;
using System.Globalization;
using Nf.Emulator.Anaf.Server;
using Nf.Emulator.Commands;
using Nf.Emulator.Machine;
using Nf.Emulator.Peripherals;
using Nf.Firmware;
using Nf.Firmware.Errors;
using Nf.Firmware.FiscalMemory;
using Nf.Firmware.Time;
using Nf.Hal.Devices;

namespace Nf.Emulator.Visit;

/// <summary>The visit that takes a register from profile 0 to 1 (OPANAF 146/2018, annex 2, II.13): each step as a technician does it.</summary>
/// <remarks>
/// <code>var record = await new TechnicianVisit(site, anaf, plan, step => Console.WriteLine(step.Name)).RunAsync();</code>
/// </remarks>
/// <param name="site">The register.</param>
/// <param name="anaf">ANAF's stand-in, which the register reaches.</param>
/// <param name="plan">How it is done.</param>
/// <param name="done">Told of each step when it is done.</param>
public sealed class TechnicianVisit(IVisitSite site, AnafServer anaf, VisitPlan plan, Action<VisitStep> done)
{
    /// <summary>All steps in their order.</summary>
    public static IReadOnlyList<string> Steps { get; } =
        [Papers, Files, Version, Service, AnafFile, OwnFile, ConfigurationFile, Network, Profile, Connection, Leave, Closure, Confirmation];

    internal const string Papers = "papers for the model";
    internal const string Files = "register at ANAF, files on the drive";
    internal const string Version = "firmware version";
    internal const string Service = "service switch on, technician in service";
    internal const string AnafFile = "import ANAF's certificate";
    internal const string OwnFile = "import the register's certificate";
    internal const string ConfigurationFile = "import the configuration";
    internal const string Network = "network settings";
    internal const string Profile = "profile";
    internal const string Connection = "connection test";
    internal const string Leave = "technician leaves service, switch off";
    internal const string Closure = "Z report";
    internal const string Confirmation = "ANAF's confirmation";

    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(10);

    private readonly VisitLine _line = new(site);
    private readonly List<string> _work = [];
    private readonly List<string> _paper = [];
    private Stopwatch _watch = new();

    /// <summary>Does the whole visit.</summary>
    /// <exception cref="VisitRefusedException">The register refused a step; the visit may be begun again.</exception>
    public async Task<VisitRecord> RunAsync()
    {
        site.Printed += Note;
        try
        {
            return await WalkAsync();
        }
        finally
        {
            site.Printed -= Note;
        }
    }

    private async Task<VisitRecord> WalkAsync()
    {
        _watch = Stopwatch.StartNew();
        var before = await AskAsync(VisitFacts.Of);
        var identity = await AskAsync(register => register.Identity);
        if (!identity.IsFiscalised) throw new VisitRefusedException(Papers, (int)FiscalError.NotFiscalised);
        Done(Papers, $"documentele modelului {plan.Order.Register.Model}", $"{plan.Order.Register.Model}, {plan.Order.Register.Approval}");
        PutFiles(identity.Fiscal);
        Done(Files, "aparat înregistrat la ANAF; fișierele lui descărcate pe mediul extern", $"{identity.Fiscal.Series}: {site.DriveFolder}");
        await UpdateAsync();
        await EnterServiceAsync();
        await ImportAsync(AnafFile, "4", "certificatul ANAF importat");
        await ImportAsync(OwnFile, "5", "certificatul aparatului importat");
        await ImportAsync(ConfigurationFile, "6", "fișierul de configurare importat");
        await SetNetworkAsync();
        var profile = (await AskAsync(ProfileOf)).ToString(CultureInfo.InvariantCulture);
        Done(Profile, $"profilul {profile} în vigoare", profile);
        var connection = await TestConnectionAsync();
        await LeaveServiceAsync();
        var closure = await CloseAsync();
        await AwaitConfirmationAsync();
        var after = await AskAsync(VisitFacts.Of);
        return new VisitRecord(plan.Order, identity.Fiscal.Series, identity.Fiscal.SerialNumber, identity.Fiscal.FiscalCode,
            CivilTime.ToDateTime(identity.FiscalisedAt), Entry(before, after), connection, closure);
    }

    private InterventionRecord Entry(VisitFacts before, VisitFacts after) => new(plan.Order.Request.At ?? before.At, before.At, plan.Order.Request.Seal,
        plan.Order.Request.Fault, before.Last, after.Last, after.At, after.Resets - before.Resets, [.. _work], plan.Order.Request.OperatorTrained);

    private void PutFiles(Fiscalisation register) => anaf.WriteFiles(register.Series, register.Type == RegisterType.Airport ? "A" : "U",
        register.FiscalCode.StartsWith("RO", StringComparison.Ordinal) ? register.FiscalCode[2..] : register.FiscalCode, site.DriveFolder);

    // The drive may hold a new program; one that runs already is no refusal.
    private async Task UpdateAsync()
    {
        var before = await AskAsync(register => register.Program);
        if (!File.Exists(Path.Combine(site.DriveFolder, FirmwareCommand.ManifestName)))
        {
            Done(Version, $"versiunea de firmware {before}; nu există alta mai nouă", $"{before}, nothing newer is there");
            return;
        }

        await GiveServiceAsync(Version);
        var reply = await _line.TrySendAsync(253, "7");
        if (!reply.Ok && reply.ErrorCode != (int)FiscalError.UpdateSame)
            throw new VisitRefusedException(Version, reply.ErrorCode, reply.Fields.FirstOrDefault() ?? "");
        var after = reply.Ok ? await site.AskAsync(StartAgain) : before;
        if (reply.Ok && after == before) throw new VisitRefusedException(Version, (int)FiscalError.UpdateFailed);
        if (reply.Ok) Done(Version, $"firmware actualizat de la versiunea {before} la {after}", $"{before} to {after}");
        else Done(Version, $"versiunea de firmware {before} este instalată deja", $"{before} runs already");
    }

    // A program that did not pass its self test waits for one start more.
    private static string StartAgain(RegisterMachine machine)
    {
        machine.PowerOn();
        if (machine.Hardware.Firmware?.State == FirmwareSlotState.OnTrial) machine.PowerOn();
        return machine.Register.Program;
    }

    private async Task EnterServiceAsync()
    {
        await GiveServiceAsync(Service);
        Done(Service, "comutator de service pornit, tehnician autentificat");
    }

    private async Task GiveServiceAsync(string step)
    {
        await site.AskAsync(machine => machine.Hardware.ServiceJumper.Closed = true);
        await _line.SendAsync(step, 253, "0", plan.Password);
    }

    private async Task ImportAsync(string step, string option, string work)
    {
        await _line.SendAsync(step, 253, option);
        Done(step, work);
    }

    private async Task SetNetworkAsync()
    {
        foreach (var (name, value) in plan.Settings) await _line.SendAsync(Network, 255, name, "", value);
        Done(Network, $"cale de comunicație programată: {plan.Way}", plan.Way);
    }

    private async Task<IReadOnlyList<string>> TestConnectionAsync()
    {
        var mark = Printed;
        await _line.SendAsync(Connection, 71, "1");
        await site.WaitAsync(machine => machine.Register.IsOnlineQuiet && !machine.Register.Connection.IsBusy && machine.AtRest, s_patience);
        // State, error, ways tried; of the last of them: way, HTTP status, milliseconds, signal, address.
        var outcome = (await _line.SendAsync(Connection, 71, "7")).Fields;
        var error = int.Parse(outcome[1], CultureInfo.InvariantCulture);
        if (error != 0) throw new VisitRefusedException(Connection, error);
        Done(Connection, $"test de conexiune reușit, {outcome[5]} ms", $"HTTP {outcome[4]} after {outcome[5]} ms, from {outcome[7]}");
        return Since(mark);
    }

    private async Task LeaveServiceAsync()
    {
        await _line.SendAsync(Leave, 149, "0");
        await site.AskAsync(machine => machine.Hardware.ServiceJumper.Closed = false);
        Done(Leave, "ieșire din service, comutator oprit");
    }

    private async Task<IReadOnlyList<string>> CloseAsync()
    {
        var mark = Printed;
        await _line.SendAsync(Closure, 69, "Z");
        var z = (await AskAsync(register => register.State.LastZ)).ToString("0000", CultureInfo.InvariantCulture);
        Done(Closure, $"raport Z {z} emis", z);
        return Since(mark);
    }

    private async Task AwaitConfirmationAsync()
    {
        await site.WaitAsync(machine => IsConfirmed(machine.Register) || HasFailed(machine.Register), s_patience);
        if (!await AskAsync(IsConfirmed)) throw new VisitRefusedException(Confirmation, (int)await AskAsync(register => register.OnlineError));
        var z = (await AskAsync(register => register.Reporting.Outbox.LastConfirmed)).ToString("0000", CultureInfo.InvariantCulture);
        Done(Confirmation, $"raport Z {z} transmis și confirmat de ANAF", $"Z {z}");
    }

    private static bool IsConfirmed(Register register) => !register.Reporting.Outbox.HasUnsent;

    private static bool HasFailed(Register register) => register.OnlineError != FiscalError.None && register.IsOnlineQuiet;

    private static int ProfileOf(Register register)
    {
        register.Clock.Read(out var now);
        return register.Configuration.ProfileAt(now);
    }

    private Task<T> AskAsync<T>(Func<Register, T> question) => site.AskAsync(machine => question(machine.Register));

    // The work is for the intervention book, in Romanian.
    private void Done(string step, string work, string result = "")
    {
        _work.Add(work);
        done(new VisitStep(step, work, result, _watch.Elapsed));
        _watch.Restart();
    }

    private void Note(PaperLine line)
    {
        lock (_paper) _paper.Add(PaperText.Render(line, Machine.Hardware.PaperColumns));
    }

    private int Printed
    {
        get { lock (_paper) return _paper.Count; }
    }

    private IReadOnlyList<string> Since(int mark)
    {
        lock (_paper) return _paper[mark..];
    }
}
