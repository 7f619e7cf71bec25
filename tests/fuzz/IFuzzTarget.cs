namespace Nf.Fuzz;

/// <summary>A parser that is fed with anything. Another one is one more class like those beside it, and a line in <see cref="FuzzTargets"/>.</summary>
public interface IFuzzTarget
{
    /// <summary>Its name, and that of its folder in tests/fuzz/corpus.</summary>
    string Name { get; }

    /// <summary>Bytes of its longest input; one that goes on much beyond the parser's own bounds only takes time.</summary>
    int Longest => 8192;

    /// <summary>Lets the parser read. Whatever throws is a crash: a refusal is an answer and no exception.</summary>
    void Run(byte[] data);
}
