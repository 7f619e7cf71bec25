using Nf.Tests.Machine.Core;

namespace Nf.Benchmarks;

/// <summary>Which methods of the firmware the instructions of a receipt of five lines are in.</summary>
public sealed class MethodsBenchmark : IBenchmark
{
    private const int Shown = 25;

    public string Name => "il-methods";

    public IEnumerable<Figure> Run()
    {
        var receipts = new CountedReceipts();
        receipts.Sell();
        var before = receipts.ByMethod();
        receipts.Sell();
        var costs = receipts.ByMethod().Select(method => (method.Key, Value: method.Value - before[method.Key])).OrderByDescending(method => method.Value).ToArray();
        foreach (var (method, cost) in costs.Take(Shown)) yield return new Figure(method, cost, "instructions");
        yield return new Figure("all others", costs.Skip(Shown).Sum(method => method.Value), "instructions");
    }
}
