namespace Nf.Emulator.FiscalNet;

/// <summary>One command of the host protocol, not yet framed or encoded.</summary>
/// <param name="Number">The command's number: 48 opens a receipt, and so on.</param>
/// <param name="Data">Its fields, each followed by a tab.</param>
/// <param name="Source">The line that asked for it.</param>
public sealed record HostCommand(int Number, string Data, SourceLine Source);
