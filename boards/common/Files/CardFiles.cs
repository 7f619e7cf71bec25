using Nf.Hal.Buses;

namespace Nf.Boards.Files;

/// <summary>The journal's card, drive D:.</summary>
public sealed class CardFiles : ICardFiles
{
    private readonly FatFiles _files;

    /// <param name="drive">The card's drive.</param>
    public CardFiles(FatDrive drive) => _files = new FatFiles(drive, false);

    /// <inheritdoc/>
    public bool Present => _files.Present;

    /// <inheritdoc/>
    public long CapacityBytes => _files.Capacity;

    /// <inheritdoc/>
    public int FileCount => _files.Present ? _files.Count : 0;

    /// <inheritdoc/>
    public long FreeBytes => _files.Free;

    /// <inheritdoc/>
    public int Length(string name) => _files.Length(name);

    /// <inheritdoc/>
    public int Read(string name, int position, byte[] buffer, int offset, int count) => _files.Read(name, position, buffer, offset, count);

    /// <inheritdoc/>
    public bool Append(string name, byte[] buffer, int offset, int count) => _files.Append(name, buffer, offset, count);
}
