using Nf.Emulator.FiscalNet;

namespace Nf.Emulator.Scripts;

/// <summary>A file is no script, or asks for more than one may.</summary>
/// <param name="source">The line to mend.</param>
/// <param name="problem">What is wrong with it, in English.</param>
public sealed class ScriptException(SourceLine source, string problem) : Exception($"{source}: {problem}");
