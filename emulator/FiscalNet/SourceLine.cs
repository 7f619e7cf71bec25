namespace Nf.Emulator.FiscalNet;

/// <summary>Where something was written: a file as the caller named it, and its line, the first being 1.</summary>
public readonly record struct SourceLine(string File, int Number)
{
    /// <summary>The form that editors and compilers share: <c>file:line</c>.</summary>
    public override string ToString() => $"{File}:{Number}";
}
