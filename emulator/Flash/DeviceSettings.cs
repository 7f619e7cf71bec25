namespace Nf.Emulator.Flash;

/// <summary>What one device gets beside the application, as the flashing tool reads it.</summary>
/// <param name="Network">File with network settings and certificates; null for none.</param>
/// <param name="Files">File that lists files for the device's own storage; null for none.</param>
public sealed record DeviceSettings(string? Network, string? Files);
