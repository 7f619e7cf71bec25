using System.Diagnostics;
using System.Globalization;

namespace Nf.Fuzz;

/// <summary>Feeds a target with changed inputs and keeps those that took a new branch to change them further.</summary>
internal sealed class Fuzzer(IFuzzTarget target, BranchMap map, int seed)
{
    private readonly Mutator _mutator = new(seed);
    private readonly List<byte[]> _kept = [];

    /// <summary>Inputs that took a new branch, those of the corpus first.</summary>
    public IReadOnlyList<byte[]> Kept => _kept;

    /// <summary>The input that crashed the target; null when none did.</summary>
    public byte[]? Crash { get; private set; }

    /// <summary>Runs; false when it ended with a crash.</summary>
    public bool Run(IEnumerable<byte[]> corpus, long executions)
    {
        foreach (var data in corpus)
        {
            if (!Try(data)) return false;
        }

        if (_kept.Count == 0) _kept.Add([]);
        var watch = Stopwatch.StartNew();
        for (long i = 1; i <= executions; i++)
        {
            if (!Try(_mutator.Change(Any(), Any()))) return false;
            if (i % 1_000_000 == 0 || i == executions) Report(i, watch.Elapsed);
        }

        return true;
    }

    // The newest are closest to what is not known yet.
    private byte[] Any() => _kept[Math.Max(_mutator.Next(_kept.Count), _mutator.Next(_kept.Count))];

    private bool Try(byte[] data)
    {
        map.Clear();
        try
        {
            target.Run(data);
        }
        catch (Exception error)
        {
            Console.Error.WriteLine(error);
            Crash = data;
            return false;
        }

        if (map.Learn()) _kept.Add(data);
        return true;
    }

    private void Report(long executions, TimeSpan time) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"{target.Name}: {executions} executions, {executions / time.TotalSeconds:F0} a second, {map.Found} branches, {_kept.Count} inputs kept"));
}
