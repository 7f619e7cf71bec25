namespace Nf.Hal.Buses;

/// <summary>The files of a memory card, as the board's file system gives them.</summary>
/// <remarks>
/// A board implements it over its FAT file system: append opens, writes and closes, because data of an open file may be
/// lost at a power cut. There is no call that changes or deletes what is written.
/// A driver names files flat, in 8.3 form: <code>card.Append("Z0001.TXT", line, 0, length)</code>
/// </remarks>
public interface ICardFiles
{
    /// <summary>A card is in the slot and its file system is mounted.</summary>
    bool Present { get; }

    /// <summary>Bytes that fit on the card in all; only meaningful while a card is present.</summary>
    long CapacityBytes { get; }

    /// <summary>Files on the card, whatever they are called; 0 without a card.</summary>
    int FileCount { get; }

    /// <summary>Bytes that still fit; only meaningful while a card is present.</summary>
    long FreeBytes { get; }

    /// <summary>The file's length in bytes; -1 when there is no such file or no card.</summary>
    int Length(string name);

    /// <summary>Copies bytes from a place in the file; fewer than asked at its end, 0 when there are none.</summary>
    int Read(string name, int position, byte[] buffer, int offset, int count);

    /// <summary>
    /// Adds bytes at the file's end, creating it first, durable when the call returns. False when the card refused:
    /// removed, full or write-protected; then any part of the bytes may be there.
    /// </summary>
    bool Append(string name, byte[] buffer, int offset, int count);
}
