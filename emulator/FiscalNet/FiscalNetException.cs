namespace Nf.Emulator.FiscalNet;

/// <summary>A file is not in the FiscalNet language, or says something that no register can be told.</summary>
/// <param name="source">The line to mend.</param>
/// <param name="problem">What is wrong with it, in English.</param>
public sealed class FiscalNetException(SourceLine source, string problem) : Exception($"{source}: {problem}")
{
    /// <summary>The line to mend.</summary>
    public SourceLine At { get; } = source;

    /// <summary>What is wrong with it, without the place.</summary>
    public string Problem { get; } = problem;
}
