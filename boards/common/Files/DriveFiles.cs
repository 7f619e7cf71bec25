using Nf.Hal.Buses;

namespace Nf.Boards.Files;

/// <summary>The card for exports and for what a technician brings, drive E:.</summary>
public sealed class DriveFiles : IDriveFiles
{
    private readonly FatFiles _files;

    /// <param name="drive">The card's drive.</param>
    public DriveFiles(FatDrive drive) => _files = new FatFiles(drive, true);

    /// <inheritdoc/>
    public bool Present => _files.Present;

    /// <inheritdoc/>
    public long FreeBytes => _files.Free;

    /// <inheritdoc/>
    public int Entries(string folder) => _files.Entries(folder);

    /// <inheritdoc/>
    public int Length(string name) => _files.Length(name);

    /// <inheritdoc/>
    public int Read(string name, int position, byte[] buffer, int offset, int count) => _files.Read(name, position, buffer, offset, count);

    /// <inheritdoc/>
    public bool Append(string name, byte[] buffer, int offset, int count) => _files.Append(name, buffer, offset, count);

    /// <inheritdoc/>
    public bool Delete(string name) => _files.Delete(name);

    /// <inheritdoc/>
    public bool Rename(string name, string newName) => _files.Rename(name, newName);
}
