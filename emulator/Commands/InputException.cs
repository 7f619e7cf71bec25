namespace Nf.Emulator.Commands;

/// <summary>A file that the command line names cannot be read or written; the message says which and why.</summary>
public sealed class InputException(string message) : Exception(message);
