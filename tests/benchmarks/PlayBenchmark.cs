using System.Diagnostics;
using Nf.Tests.Machine.State;

namespace Nf.Benchmarks;

/// <summary><c>nf play</c> of the day of 500 receipts as a process of its own, from its start to its end.</summary>
public sealed class PlayBenchmark : IBenchmark
{
    private const int Runs = 5;

    /// <summary>How often the process is asked for its peak, milliseconds.</summary>
    private const int PollInterval = 5;

    private const double MegaByte = 1_000_000;

    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "nf.dll");

    public string Name => "play";

    public IEnumerable<Figure> Run()
    {
        using var folder = new TempFolder();
        var file = folder["day.txt"];
        File.WriteAllText(file, ShopDay.Text());
        long peak = 0;
        var times = Sample.Milliseconds(1, Runs, () => peak = Math.Max(peak, Play(file)));
        yield return new Figure("play: 500 receipts", Sample.Median(times), "ms", "<= 2,000");
        yield return new Figure("play: peak memory", peak / MegaByte, "MB", "<= 200");
    }

    /// <returns>The most physical memory that the process had, bytes.</returns>
    private static long Play(string file)
    {
        string[] arguments = [Program, "play", file, "--answers", file + ".answers"];
        using var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true })!;
        var paper = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
        long peak = 0;
        while (!process.WaitForExit(PollInterval)) peak = Math.Max(peak, Peak(process));
        paper.Wait();
        if (process.ExitCode != 0) throw new InvalidOperationException($"nf play ended with {process.ExitCode}");
        return peak;
    }

    private static long Peak(Process process)
    {
        try
        {
            process.Refresh();
            return process.PeakWorkingSet64;
        }
        catch (InvalidOperationException)
        {
            return 0; // It has just ended.
        }
    }
}
