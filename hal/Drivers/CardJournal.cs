using Nf.Hal.Buses;
using Nf.Hal.Devices;

namespace Nf.Hal.Drivers;

/// <summary>The electronic journal's medium on a memory card (SD, FAT file system).</summary>
/// <remarks><code>IJournalMedium medium = new CardJournal(boardCard);</code></remarks>
public sealed class CardJournal : IJournalMedium
{
    private readonly ICardFiles _card;

    /// <summary>Takes the card's files as the board gives them.</summary>
    public CardJournal(ICardFiles card) => _card = card;

    /// <inheritdoc/>
    public bool Present => _card.Present;

    /// <inheritdoc/>
    public long Capacity => _card.Present ? _card.CapacityBytes : 0;

    /// <inheritdoc/>
    public int Files => _card.FileCount;

    /// <inheritdoc/>
    /// <remarks>0 without a card.</remarks>
    public long FreeBytes => _card.Present ? _card.FreeBytes : 0;

    /// <inheritdoc/>
    public int Length(string name) => _card.Length(name);

    /// <inheritdoc/>
    /// <remarks><see cref="DeviceResult.Failed"/> when the file ends before.</remarks>
    public DeviceResult Read(string name, int position, byte[] buffer, int offset, int count)
    {
        if (!_card.Present) return DeviceResult.NotConnected;
        return _card.Read(name, position, buffer, offset, count) == count ? DeviceResult.Ok : Refused();
    }

    /// <inheritdoc/>
    /// <remarks>
    /// <see cref="DeviceResult.Full"/> before anything is written; after <see cref="DeviceResult.Failed"/> any part of
    /// the bytes may be in the file.
    /// </remarks>
    public DeviceResult Append(string name, byte[] buffer, int offset, int count)
    {
        if (!_card.Present) return DeviceResult.NotConnected;
        if (_card.FreeBytes < count) return DeviceResult.Full;
        return _card.Append(name, buffer, offset, count) ? DeviceResult.Ok : Refused();
    }

    private DeviceResult Refused() => _card.Present ? DeviceResult.Failed : DeviceResult.NotConnected;
}
