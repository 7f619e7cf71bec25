namespace Nf.Emulator.Flash;

/// <summary>What is to be done to one board.</summary>
/// <param name="Board">Which kind it is.</param>
/// <param name="Port">Serial port that it hangs on: COM5, /dev/ttyUSB0.</param>
/// <param name="Image">The application; null to leave it.</param>
/// <param name="Runtime">Version of the runtime to put on it; null to leave it.</param>
/// <param name="Erase">Erases the whole flash first: a new board. Files of the device are lost.</param>
/// <param name="Archive">Folder that the runtime comes from; null to load it.</param>
/// <param name="Device">What this one device gets beside the application; null for nothing.</param>
public sealed record FlashOrder(
    FlashBoard Board,
    string Port,
    string? Image = null,
    string? Runtime = null,
    bool Erase = false,
    string? Archive = null,
    DeviceSettings? Device = null);
