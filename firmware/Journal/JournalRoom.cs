using Nf.Hal.Devices;

namespace Nf.Firmware.Journal;

/// <summary>How much of the journal's medium is left, in lines (norms, art. 33 C a), 63 (7) e)).</summary>
/// <remarks>
/// Media count bytes. A line is taken for 64 of them: 42 characters, diacritics, its line feed, and its share of the
/// receipt records. Room for one longest document is never counted, so that what was begun can always be written.
/// </remarks>
public sealed class JournalRoom
{
    /// <summary>Lines kept for the Z report and its hash: with fewer no receipt is opened and the day closes.</summary>
    public const int ReservedLines = 500;

    /// <summary>Fewer lines than this are told of on any medium, however small.</summary>
    private const int FewLines = 8192;

    private const int LineBytes = 64;
    private const int LongestDocument = 160 * 1024;

    /// <summary>Half a percent of the medium.</summary>
    private const int NearlyFullShare = 200;

    private readonly IJournalMedium _medium;

    public JournalRoom(IJournalMedium medium) => _medium = medium;

    /// <summary>Bytes that the day's message to ANAF will need.</summary>
    internal int Reserved { get; set; }

    /// <summary>Lines that still fit; 0 without a medium.</summary>
    public int LinesLeft
    {
        get
        {
            long lines = _medium.Present ? (_medium.FreeBytes - LongestDocument - Reserved) / LineBytes : 0;
            if (lines < 0) return 0;
            return lines < int.MaxValue ? (int)lines : int.MaxValue;
        }
    }

    /// <summary>Only the reserve is left.</summary>
    public bool IsFull => LinesLeft < ReservedLines;

    /// <summary>So little is left that the Z report says how much.</summary>
    public bool IsNearlyFull
    {
        get
        {
            long lines = LinesLeft;
            return lines < FewLines || lines * NearlyFullShare < _medium.Capacity / LineBytes;
        }
    }
}
