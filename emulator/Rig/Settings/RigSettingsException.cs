namespace Nf.Emulator.Rig.Settings;

/// <summary>A rig's file is wrong. The message begins with <c>file:line:</c>.</summary>
public sealed class RigSettingsException(string file, int line, string message) : Exception($"{file}:{line}: {message}");
