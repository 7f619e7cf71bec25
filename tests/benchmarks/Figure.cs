namespace Nf.Benchmarks;

/// <summary>One measured figure.</summary>
/// <param name="Name">What was measured.</param>
/// <param name="Value">In <paramref name="Unit"/>.</param>
/// <param name="Unit">As it is printed.</param>
/// <param name="Target">As it is printed; empty where there is none.</param>
public sealed record Figure(string Name, double Value, string Unit, string Target = "");
