namespace Nf.Emulator.Rig;

/// <summary>The board could not be made the register that a story wants.</summary>
public sealed class PreparationException(string message) : Exception(message);
