using Nf.Tests.Machine.Core;

namespace Nf.Benchmarks;

/// <summary>Bytes that drivers and firmware allocate: the same on every machine with the same runtime.</summary>
public sealed class AllocationBenchmark : IBenchmark
{
    public string Name => "allocations";

    public IEnumerable<Figure> Run()
    {
        foreach (var (name, bytes) in AllocationFigures.Measure()) yield return new Figure("allocations: " + name, bytes, "bytes");
    }
}
