using System;
using System.IO;
using nanoFramework.System.IO.FileSystem;
using Nf.Hal.Devices;

namespace Nf.Boards.Files;

/// <summary>A memory card on an SPI bus and its FAT file system.</summary>
/// <remarks>
/// The runtime does not say that a card was taken out: an access fails, and then the card counts as gone and is looked
/// for again every few seconds. Looking for a card that is not there stops everything for as long as the card's
/// protocol waits.
/// </remarks>
public sealed class FatDrive
{
    /// <summary>Between two looks for a card, milliseconds.</summary>
    private const long LookAgainAfter = 10000;

    private readonly SDCard _card;
    private readonly IUptime _uptime;
    private long _lookedAt = -LookAgainAfter;
    private bool _mounted;

    /// <param name="bus">SPI bus, 1 or 2; its pins are chosen.</param>
    /// <param name="chipSelect">GPIO number.</param>
    /// <param name="slot">0 for drive D:, 1 for E:.</param>
    /// <param name="uptime">For the time between two looks.</param>
    public FatDrive(int bus, int chipSelect, int slot, IUptime uptime)
    {
        _uptime = uptime;
        Root = slot == 0 ? "D:\\" : "E:\\";
        var parameters = new SDCardSpiParameters();
        parameters.spiBus = (uint)bus;
        parameters.chipSelectPin = (uint)chipSelect;
        parameters.slotIndex = (uint)slot;
        _card = new SDCard(parameters, new CardDetectParameters());
    }

    /// <summary>The drive's root folder, with a backslash at its end.</summary>
    public string Root { get; }

    /// <summary>Grows by one with every card that is found.</summary>
    public int Mounts { get; private set; }

    /// <summary>Bytes that fit on the card in all.</summary>
    public long TotalSize { get; private set; }

    /// <summary>A card is there; looks for one when the last look is long enough ago.</summary>
    public bool IsReady() => _mounted || Look();

    /// <summary>An access failed.</summary>
    public void Lost()
    {
        if (!_mounted) return;
        _mounted = false;
        _lookedAt = _uptime.Milliseconds;
        try
        {
            _card.Unmount();
        }
        catch (Exception)
        {
            // The card is gone already; the next look mounts what is there then.
        }
    }

    private bool Look()
    {
        long now = _uptime.Milliseconds;
        if (now - _lookedAt < LookAgainAfter) return false;
        try
        {
            _card.Mount();
            TotalSize = new DriveInfo(Root).TotalSize;
            _mounted = true;
            Mounts++;
        }
        catch (Exception)
        {
            _mounted = false;
        }

        _lookedAt = _uptime.Milliseconds;
        return _mounted;
    }
}
