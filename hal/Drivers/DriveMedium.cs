using Nf.Hal.Buses;
using Nf.Hal.Devices;

namespace Nf.Hal.Drivers;

/// <summary>The external saving device on a removable drive (USB mass storage, second SD card).</summary>
/// <remarks><code>IExternalMedium medium = new DriveMedium(boardDrive);</code></remarks>
public sealed class DriveMedium : IExternalMedium
{
    private readonly IDriveFiles _drive;

    /// <summary>Takes the drive's files as the board gives them.</summary>
    public DriveMedium(IDriveFiles drive) => _drive = drive;

    /// <inheritdoc/>
    public bool Present => _drive.Present;

    /// <inheritdoc/>
    public int Entries(string folder) => _drive.Entries(folder);

    /// <inheritdoc/>
    public int Length(string name) => _drive.Length(name);

    /// <inheritdoc/>
    /// <remarks><see cref="DeviceResult.Failed"/> when the file ends before.</remarks>
    public DeviceResult Read(string name, int position, byte[] buffer, int offset, int count)
    {
        if (!_drive.Present) return DeviceResult.NotConnected;
        return Said(_drive.Read(name, position, buffer, offset, count) == count);
    }

    /// <inheritdoc/>
    /// <remarks><see cref="DeviceResult.Full"/> before anything is written.</remarks>
    public DeviceResult Append(string name, byte[] buffer, int offset, int count)
    {
        if (!_drive.Present) return DeviceResult.NotConnected;
        if (_drive.FreeBytes < count) return DeviceResult.Full;
        return Said(_drive.Append(name, buffer, offset, count));
    }

    /// <inheritdoc/>
    public DeviceResult Delete(string name)
    {
        if (!_drive.Present) return DeviceResult.NotConnected;
        return _drive.Length(name) < 0 ? DeviceResult.Ok : Said(_drive.Delete(name));
    }

    /// <inheritdoc/>
    public DeviceResult Rename(string name, string newName)
    {
        if (!_drive.Present) return DeviceResult.NotConnected;
        return Said(_drive.Rename(name, newName));
    }

    private DeviceResult Said(bool done)
    {
        if (done) return DeviceResult.Ok;
        return _drive.Present ? DeviceResult.Failed : DeviceResult.NotConnected;
    }
}
