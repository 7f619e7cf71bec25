using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Nf.Emulator.Commands;

namespace Nf.Emulator.Flash;

/// <summary>Runs nanoff, the flashing tool of the board's runtime.</summary>
/// <param name="program">The program to start.</param>
/// <param name="output">Gets what the tool prints.</param>
public sealed partial class FlashTool(string program, TextWriter output)
{
    /// <summary>What it is called.</summary>
    public const string Name = "nanoff";

    /// <summary>The version whose options are written down in docs/reference/flashing.md.</summary>
    public const string Version = "2.5.162";

    /// <summary>Runs it to its end.</summary>
    /// <returns>What it printed.</returns>
    /// <exception cref="InputException">It is not there, or it failed; says what to do.</exception>
    public string Run(ToolCall call)
    {
        output.WriteLine($"> {call.Line}");
        using var process = Start(call);
        var said = new StringBuilder();
        while (process.StandardOutput.ReadLine() is { } line)
        {
            said.Append(line).Append('\n');
            output.WriteLine($"  {line}");
        }

        process.WaitForExit();
        // Where only eight bits of an exit code come back, the number stands in what the tool says.
        if (process.ExitCode == 0) return said.ToString();
        var code = CodeOf(process.ExitCode, said.ToString());
        throw new InputException($"the tool failed with {code} when it should do this: {call.Purpose}; {ToolExit.Next(code)}");
    }

    private static int CodeOf(int exit, string said) =>
        ErrorNumber().Match(said) is { Success: true } match ? int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture) : exit;

    private Process Start(ToolCall call)
    {
        try
        {
            return Process.Start(new ProcessStartInfo(program, call.Arguments) { RedirectStandardOutput = true })!;
        }
        catch (Win32Exception)
        {
            throw new InputException($"{program} is not installed: dotnet tool install -g {Name} --version {Version}");
        }
    }

    [GeneratedRegex(@"^\s*Error E(\d{4})", RegexOptions.Multiline)]
    private static partial Regex ErrorNumber();
}
