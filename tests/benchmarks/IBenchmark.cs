namespace Nf.Benchmarks;

/// <summary>Something that is measured.</summary>
public interface IBenchmark
{
    /// <summary>What the command line calls it.</summary>
    string Name { get; }

    /// <summary>Measures. Fails only when the work itself went wrong, never for being slow.</summary>
    /// <exception cref="InvalidOperationException">The register did not do what was asked.</exception>
    IEnumerable<Figure> Run();
}
