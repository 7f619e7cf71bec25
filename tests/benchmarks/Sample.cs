using System.Diagnostics;

namespace Nf.Benchmarks;

/// <summary>Several runs of the same work, and what they say.</summary>
public static class Sample
{
    /// <summary>Milliseconds of each run, after runs that do not count.</summary>
    public static double[] Milliseconds(int warmUp, int runs, Action work)
    {
        for (var i = 0; i < warmUp; i++) work();
        return [.. Enumerable.Range(0, runs).Select(_ => Milliseconds(work))];
    }

    /// <summary>Milliseconds of one run.</summary>
    public static double Milliseconds(Action work)
    {
        var start = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    public static double Median(double[] values) => Percentile(values, 50);

    /// <summary>The value that this many percent of the values do not exceed.</summary>
    public static double Percentile(double[] values, int percent)
    {
        var sorted = values.Order().ToArray();
        return sorted[Math.Max(0, (sorted.Length * percent + 99) / 100 - 1)];
    }
}
