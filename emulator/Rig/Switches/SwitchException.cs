namespace Nf.Emulator.Rig.Switches;

/// <summary>A command of the rig's file did not do what it should.</summary>
public sealed class SwitchException(string message) : Exception(message);
