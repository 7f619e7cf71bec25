using System.Diagnostics;
using Nf.Emulator.Rig.Settings;

namespace Nf.Emulator.Rig.Switches;

/// <summary>Commands of the system's shell that switch something; one that must not be switched off needs no second one.</summary>
internal sealed class CommandSwitch(SwitchSettings settings, TimeSpan most) : IRigSwitch
{
    /// <inheritdoc/>
    public void Set(bool on)
    {
        if ((on ? settings.On : settings.Off) is { } command) Run(command);
    }

    private void Run(string command)
    {
        using var process = Process.Start(OperatingSystem.IsWindows()
            ? new ProcessStartInfo("cmd.exe", ["/c", command])
            : new ProcessStartInfo("/bin/sh", ["-c", command])) ?? throw new SwitchException($"\"{command}\" cannot be started");
        if (!process.WaitForExit(most))
        {
            process.Kill(entireProcessTree: true);
            throw new SwitchException($"\"{command}\" did not end within {most.TotalSeconds:0} s");
        }

        if (process.ExitCode != 0) throw new SwitchException($"\"{command}\" ended with {process.ExitCode}");
    }
}
