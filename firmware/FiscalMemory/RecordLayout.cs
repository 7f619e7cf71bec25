namespace Nf.Firmware.FiscalMemory;

/// <summary>Where the parts of a record stand in its slot; docs/reference/fiscal-memory.md is the written form.</summary>
internal static class RecordLayout
{
    /// <summary>Every record takes one slot of this many bytes.</summary>
    internal const int SlotSize = 512;

    /// <summary>Kinds of record that there are room and counters for; the values of <see cref="RecordKind"/> start at 1.</summary>
    internal const int Kinds = 12;

    internal const int Kind = 0;
    internal const int Void = 1;
    internal const int FormatVersion = 2;
    internal const int PayloadLength = 4;
    internal const int Ordinal = 6;
    internal const int Time = 10;
    internal const int LatestSlots = 14;
    internal const int Counts = LatestSlots + 2 * Kinds;
    internal const int Payload = 64;
    internal const int Marker = 510;

    internal const int MaxPayload = Marker - Payload - CrcSize;
    internal const int CrcSize = 4;
    internal const int MarkerSize = 2;
    internal const byte CurrentVersion = 2;
    internal const byte Blank = 0xFF;
    internal const byte MarkerFirst = 0xA5;
    internal const byte MarkerSecond = 0x5A;
    internal const int NoSlot = 0xFFFF;
}
