using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;

namespace Nf.Tests.Machine.CommandLine;

/// <summary>The program <c>nf</c> as a process of its own, built in the same configuration as these tests.</summary>
/// <remarks>
/// <code>using var nf = NfProcess.Start("run", "--state", folder); nf.NextLine(); nf.Kill();</code>
/// Nothing here waits without a limit; <see cref="Dispose"/> kills what still runs.
/// </remarks>
internal sealed class NfProcess : IDisposable
{
    /// <summary>Long enough for a start on a machine that does much else; only a hang ever takes it.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly BlockingCollection<string> _lines = [];
    private readonly StringBuilder _output = new();
    private readonly Task<string> _errors;
    private readonly Task _reading;
    private readonly string _what;

    private NfProcess(ProcessStartInfo start)
    {
        _what = string.Join(' ', start.ArgumentList);
        _process = Process.Start(start) ?? throw new InvalidOperationException($"{_what} did not start");
        _process.StandardInput.Close();
        _errors = Task.Run(_process.StandardError.ReadToEndAsync);
        _reading = Task.Run(ReadLines);
    }

    /// <summary>The program's file.</summary>
    public static string Program { get; } = Path.GetFullPath(Path.Combine(
        AppContext.BaseDirectory, "..", "..", "..", "..", "..", "emulator", "bin", Configuration, "net10.0", "nf.dll"));

    /// <summary>What starts .NET programs here.</summary>
    public static string DotNet => Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    /// <summary>It has written a line to standard output, or has ended.</summary>
    public bool HasSpoken => _lines.Count > 0 || _lines.IsAddingCompleted;

    private static string Configuration => new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    /// <summary>Starts it with these arguments.</summary>
    public static NfProcess Start(params string[] arguments) => new(Info(DotNet, [Program, .. arguments]));

    /// <summary>Runs it to its end.</summary>
    public static NfResult Run(params string[] arguments) => Run(Info(DotNet, [Program, .. arguments]));

    /// <summary>Runs it to its end as the README does, by <c>dotnet run --project emulator</c>, from another folder.</summary>
    public static NfResult RunProject(string folder, params string[] arguments)
    {
        var project = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Program)!, "..", "..", ".."));
        var info = Info(DotNet, ["run", "--no-build", "-c", Configuration, "--project", project, "--", .. arguments]);
        info.WorkingDirectory = folder;
        return Run(info);
    }

    /// <summary>Runs another program to its end.</summary>
    /// <returns>Null when there is no such program here.</returns>
    public static NfResult? RunOther(string program, params string[] arguments)
    {
        try
        {
            return Run(Info(program, arguments));
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    /// <summary>The next line of standard output.</summary>
    public string NextLine()
    {
        if (_lines.TryTake(out var line, Limit)) return line;
        throw new TimeoutException($"{_what} says nothing more; on standard error: {Kill().Error}");
    }

    /// <summary>Kills it (SIGKILL), unless it is at its end already.</summary>
    /// <returns>What it had said till then.</returns>
    public NfResult Kill()
    {
        _process.Kill();
        return End();
    }

    /// <summary>Waits until it ends by itself.</summary>
    public NfResult End()
    {
        if (!_process.WaitForExit(Limit))
        {
            _process.Kill();
            throw new TimeoutException($"{_what} did not end");
        }

        if (!Task.WaitAll([_reading, _errors], Limit)) throw new TimeoutException($"{_what} is gone and its output stays open");
        return new NfResult(_process.ExitCode, _output.ToString(), _errors.Result);
    }

    public void Dispose()
    {
        Kill();
        _process.Dispose();
        _lines.Dispose();
    }

    private static NfResult Run(ProcessStartInfo start)
    {
        using var process = new NfProcess(start);
        return process.End();
    }

    private static ProcessStartInfo Info(string program, string[] arguments) => new(program, arguments)
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        StandardOutputEncoding = Encoding.UTF8,
        StandardErrorEncoding = Encoding.UTF8,
    };

    // Whole lines for who waits for one, and everything as it came for who compares bytes.
    private async Task ReadLines()
    {
        var buffer = new char[4096];
        var line = new StringBuilder();
        int count;
        while ((count = await _process.StandardOutput.ReadAsync(buffer)) > 0)
        {
            _output.Append(buffer, 0, count);
            foreach (var c in buffer.AsSpan(0, count))
            {
                if (c != '\n')
                {
                    line.Append(c);
                    continue;
                }

                _lines.Add(line.ToString());
                line.Clear();
            }
        }

        _lines.CompleteAdding();
    }
}

/// <summary>What a process left behind.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">Everything on standard output.</param>
/// <param name="Error">Everything on standard error.</param>
internal sealed record NfResult(int ExitCode, string Output, string Error);
