using Nf.Tests.Machine.State;

namespace Nf.Tests.Machine.Flash;

/// <summary>A program that takes the flashing tool's place: notes what it is told, and answers as the tool does.</summary>
internal sealed class FakeTool : IDisposable
{
    private readonly TempFolder _folder = new();

    /// <param name="chip">The chip that it says is there.</param>
    /// <param name="failing">An option whose call fails.</param>
    /// <param name="error">With this error.</param>
    public FakeTool(string chip = "ESP32-S3", string failing = "none", int error = 0)
    {
        // A shell's exit code has eight bits, as on the systems that it runs on.
        File.WriteAllText(Path, $"""
            #!/bin/sh
            echo "$@" >> '{_folder["calls"]}'
            case " $* " in
              *" --{failing} "*) echo; echo "Error E{error}: something"; exit {error & 0xFF} ;;
              *" --devicedetails "*) echo "Connected to:"; echo "{chip} ({chip} (QFN56) (revision v0.1))"; echo "Flash size 8MB" ;;
              *" --networkdeployment "* | *" --filedeployment "*) for last; do :; done; cat "$last" >> '{_folder["settings"]}' ;;
            esac

            """.ReplaceLineEndings("\n"));
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    /// <summary>The program.</summary>
    public string Path => _folder["nanoff"];

    /// <summary>What it was told, a line a call.</summary>
    public string[] Calls => File.Exists(_folder["calls"]) ? File.ReadAllLines(_folder["calls"]) : [];

    /// <summary>The files for the device that it was given.</summary>
    public string Settings => File.ReadAllText(_folder["settings"]);

    public void Dispose() => _folder.Dispose();
}
