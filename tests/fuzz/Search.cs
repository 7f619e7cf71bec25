using System.Diagnostics;
using System.Globalization;

namespace Nf.Fuzz;

/// <summary>Feeds a target with changed inputs and keeps those that took a new branch to change them further.</summary>
/// <param name="report">Told the input that crashed the target, or that it does not come to an end with.</param>
internal sealed class Search(IFuzzTarget target, BranchMap map, int seed, Action<byte[]> report)
{
    /// <summary>What one input may allocate: parsers work in fixed rooms, and the targets' own checks take the rest.</summary>
    private const long MostMemory = 1 << 20;

    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(20);

    private readonly Mutator _mutator = new(seed);
    private readonly List<byte[]> _kept = [];
    private byte[] _input = [];
    private byte[]? _before;

    /// <summary>Runs; false when it ended with a crash.</summary>
    public bool Run(IEnumerable<byte[]> corpus, long executions)
    {
        using var watchdog = new Timer(_ => EndHang(), null, s_longest, s_longest);
        foreach (var data in corpus)
        {
            if (!Try(data)) return false;
        }

        if (_kept.Count == 0) _kept.Add([]);
        var watch = Stopwatch.StartNew();
        for (long i = 1; i <= executions; i++)
        {
            if (!Try(_mutator.Change(Any(), Any(), target.Longest))) return false;
            if (i % 1_000_000 == 0 || i == executions) Report(i, watch.Elapsed);
        }

        return true;
    }

    /// <summary>A few short inputs that take every branch found.</summary>
    public IReadOnlyList<byte[]> Fewest()
    {
        var all = _kept.OrderBy(input => input.Length).ToList();
        _kept.Clear();
        map.Forget(mindsCounts: false);
        foreach (var input in all) Try(input);
        return _kept;
    }

    // The newest are closest to what is not known yet.
    private byte[] Any() => _kept[Math.Max(_mutator.Next(_kept.Count), _mutator.Next(_kept.Count))];

    private bool Try(byte[] data)
    {
        _input = data;
        map.Clear();
        var memory = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            target.Run(data);
            FuzzTargets.Check(GC.GetAllocatedBytesForCurrentThread() - memory < MostMemory, "memory has bounds");
        }
        catch (Exception error)
        {
            Console.Error.WriteLine(error);
            report(data);
            return false;
        }

        if (map.Learn()) _kept.Add(data);
        return true;
    }

    private void EndHang()
    {
        var input = _input;
        if (!ReferenceEquals(input, Interlocked.Exchange(ref _before, input))) return;
        Console.Error.WriteLine("it does not come to an end");
        report(input);
        Environment.Exit(1);
    }

    private void Report(long executions, TimeSpan time) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"{target.Name}: {executions} executions, {executions / time.TotalSeconds:F0} a second, {map.Found} branches, {_kept.Count} inputs kept"));
}
