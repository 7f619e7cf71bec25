namespace Nf.Benchmarks;

/// <summary>Short days with a power cut each: how many the search for a torn write gets through.</summary>
public sealed class PowerCutsBenchmark : IBenchmark
{
    private const int Step = 7;
    private const int Threads = 2;
    private const int WarmUp = 5;
    private const int Runs = 25;

    public string Name => "power-cuts";

    public IEnumerable<Figure> Run()
    {
        var good = new CutDay(CutDay.NoCut);
        long[] cuts = [.. Enumerable.Range(0, (int)(good.Writes / Step)).Select(i => (long)i * Step)];
        var time = Sample.Median(Sample.Milliseconds(WarmUp, Runs, () => RunAll(cuts, good.Closure)));
        yield return new Figure("power-cuts: short days", cuts.Length * 1000 / time, "a second", ">= 1,000");
    }

    private static void RunAll(long[] cuts, string closure) => Parallel.ForEach(cuts, new ParallelOptions { MaxDegreeOfParallelism = Threads }, cut =>
    {
        var day = new CutDay(cut);
        if (day.Cuts != 1) throw new InvalidOperationException($"the cut at write {cut} did not happen");
        if (day.Closure != closure) throw new InvalidOperationException($"a cut at write {cut} changed the day's totals");
    });
}
