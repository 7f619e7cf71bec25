using Nf.Emulator.Machine;
using Nf.Emulator.Peripherals;

namespace Nf.Emulator.Commands;

/// <summary><c>nf play</c>: files of receipts into a register on virtual time, paper to standard output.</summary>
public static class PlayCommand
{
    /// <summary>Plays the files; nothing is sent before all of them are read and understood.</summary>
    /// <returns>0 when the register accepted everything, 1 when it refused something.</returns>
    public static int Run(string[] files, string? state, string? answersPath, bool stopAtRefusal)
    {
        List<PlayInput> inputs = [.. files.Select(Read)];
        var first = inputs.Find(input => input.FirstTime is not null)?.FirstTime;
        using var answers = answersPath is null ? null : Create(answersPath);
        using var paper = new StreamWriter(Console.OpenStandardOutput(), bufferSize: 1 << 16);
        var register = state is null ? PlayRegister.OfItsOwn(first) : PlayRegister.Stored(state, first);
        using (register)
        {
            register.Printed += line => paper.WriteLine(PaperText.Render(line, Hardware.PaperColumns));
            register.SwitchOn();
            var player = new Player(register, answers ?? Console.Error, Console.Error, stopAtRefusal);
            foreach (var step in inputs.SelectMany(input => input.Steps))
            {
                if (!step.PlayBy(player)) break;
                register.KeepClock();
            }

            register.SwitchOff();
            return player.Refusals == 0 ? ExitCode.Ok : ExitCode.Refused;
        }
    }

    private static PlayInput Read(string file)
    {
        try
        {
            return PlayInput.Read(file, File.ReadAllBytes(file));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new InputException($"cannot read {Name(file)}: {Reason(file, e)}");
        }
    }

    private static StreamWriter Create(string file)
    {
        try
        {
            return new StreamWriter(file) { AutoFlush = true };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new InputException($"cannot write {Name(file)}: {Reason(file, e)}");
        }
    }

    private static string Name(string file) => file.Length == 0 ? "the file with the empty name" : file;

    private static string Reason(string file, Exception e) => e switch
    {
        _ when Directory.Exists(file) => "it is a directory, give a file",
        FileNotFoundException => "there is no such file, check the path",
        DirectoryNotFoundException => "its directory does not exist, check the path",
        UnauthorizedAccessException => "no permission, change its owner or rights",
        _ => e.Message,
    };
}
