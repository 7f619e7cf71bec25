using System.Globalization;
using Nf.Emulator.Rig.Lines;
using Nf.Emulator.Serial;

namespace Nf.Emulator.Rig.Findings;

/// <summary>Tells by what was heard on the lines what is wrong between rig and board.</summary>
internal sealed class RigDiagnosis(RigLines lines, SpeedSearch search)
{
    // Fewer bytes than this are a disturbance, as when power comes on.
    private const long Noise = 16;

    // A board that stops may have sent something to another line after its last answer. One that goes on asks its printer at least twice a second.
    private static readonly TimeSpan s_afterwards = TimeSpan.FromSeconds(1);

    /// <summary>What is wrong, the likeliest cause first; empty when nothing can be seen.</summary>
    /// <param name="answers">The board answers the host now.</param>
    public IReadOnlyList<RigFinding> Of(bool answers)
    {
        List<RigFinding> findings = [.. Ports(), .. Reboots()];
        if (lines.Host.Fault is null && !answers && HostLine() is { } host) findings.Add(host);
        findings.AddRange(Noisy());
        return findings;
    }

    private IEnumerable<RigFinding> Ports() => lines.All.Where(line => line.Fault is not null).Select(line => line.Fault!.Problem == PortProblem.Unplugged
        ? new RigFinding(FindingKind.PortUnplugged, $"the {line.Name} line's port {line.Settings.Port} went away at {Seconds(line.FaultAt)}",
            "Look at its USB cable and hub; dmesg tells when the system lost it")
        : new RigFinding(FindingKind.PortMissing, $"the {line.Name} line cannot be used: {line.Fault.Message}", PortNext(line.Fault.Problem, line)));

    private static string PortNext(PortProblem problem, RigLine line) => problem switch
    {
        PortProblem.Missing => $"Plug the adapter in, or correct port in line {line.Settings.Line} of the rig's file; ls -l /dev/serial/by-id lists what is there",
        PortProblem.Forbidden => "Add this user to the group that owns the port, often dialout, and log in again; see that no other program has it open",
        _ => $"Correct port or speed in line {line.Settings.Line} of the rig's file",
    };

    private IEnumerable<RigFinding> Reboots() => lines.Restarts.Take(1).Select(at => new RigFinding(FindingKind.Rebooted,
        $"the board began anew at {Seconds(at)}{LastCommand}, although the rig did not switch it",
        "Look at its supply: a printer or modem pulls it down; then at what it prints on its console, and whether its watchdog is fed"));

    private string LastCommand => lines.HostWatch.Answers == 0 ? "" : $", its last answer being to command {lines.HostWatch.LastCommand}";

    private RigFinding? HostLine()
    {
        var host = lines.Host;
        if (lines.HostWatch.Answers > 0)
            return new RigFinding(FindingKind.Stopped, $"the board answered {lines.HostWatch.Answers} commands, the last of them {lines.HostWatch.LastCommand}, and has sent the host nothing that makes sense since {Seconds(lines.LastSense)}{Elsewhere}",
                "Look at its console; the end of wire-host.txt has what it was asked last");
        if (lines.All.All(line => line.BytesIn == 0))
            return new RigFinding(FindingKind.SilentBoard, "not one byte came from the board, on any line", "Look at power, ground and the relay that switches it; then whether firmware is on it and runs");
        if (search.Find(host.Settings) is { } speed)
            return new RigFinding(FindingKind.WrongSpeed, $"the host line is set to {host.Settings.Speed} baud and the board answers at {speed}", $"Write speed: {speed} in line {host.Settings.Line} of the rig's file");
        if (host.BytesIn > 0)
            return new RigFinding(FindingKind.WrongSpeed, $"{host.BytesIn} bytes came on the host line and none makes sense at {host.Settings.Speed} baud nor at another usual speed",
                $"Look for the board's speed in its pin table, then at line {host.Settings.Line} of the rig's file; then at ground and level (3.3 V) of the wire");
        return new RigFinding(FindingKind.SilentLine, $"the board speaks on {Speaking} and never on the host line", "Swap its TX and RX, and see that ground is joined");
    }

    private string Elsewhere => lines.All.Any(line => line != lines.Host && line.LastIn - lines.LastSense > s_afterwards) ? "" : ", nor on any other line";

    private string Speaking => string.Join(", ", lines.All.Where(line => line.BytesIn > 0).Select(line => line.Name));

    private IEnumerable<RigFinding> Noisy()
    {
        if (IsNoise(lines.Printer, lines.PrinterWatch)) yield return OfNoise(lines.Printer);
        if (lines.Display is { } display && IsNoise(display, lines.DisplayWatch)) yield return OfNoise(display);
    }

    private static bool IsNoise(RigLine line, PrinterWatch watch) => line.BytesIn >= Noise && watch.Polls == 0 && watch.Starts == 0 && watch.Odd * 4 > line.BytesIn;

    private static RigFinding OfNoise(RigLine line) => new(FindingKind.WrongSpeed, $"{line.BytesIn} bytes came on the {line.Name} line and make no sense at {line.Settings.Speed} baud",
        $"Correct speed in line {line.Settings.Line} of the rig's file to what the board uses; then look at ground and level of the wire");

    private static string Seconds(TimeSpan at) => at.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture) + " s";
}
