using System;
using Nf.Firmware.Checks;
using Nf.Firmware.Errors;
using Nf.Firmware.Text;
using Nf.Hal.Devices;

namespace Nf.Firmware.WorkingMemory;

/// <summary>The lines of one document, in the working memory: written once, read for hash, journal and printer.</summary>
/// <remarks>
/// An entry is a kind, a length and UTF-8 text. The kinds up to 15 are the printer's line styles. A document that is
/// not decided yet lives here too; it is forgotten when power goes, since nothing points to it.
/// </remarks>
public sealed class Spool
{
    /// <summary>An entry that goes to the receipt records and is not printed.</summary>
    public const int RecordEntry = 16;

    /// <summary>An entry that cuts the paper.</summary>
    public const int CutEntry = 17;

    /// <summary>A printed entry of the journal that the day's hash leaves out: the hash itself.</summary>
    public const int UnhashedEntry = 18;

    /// <summary>An entry of the receipt records that vouches for those before it.</summary>
    public const int SnapshotEntry = 19;

    /// <summary>Changes of counters: not printed, not in the journal, carried out when the output passes them.</summary>
    public const int CounterEntry = 20;

    private const int EntryHeader = 2;
    private const int MaxText = 240;
    private const byte LineFeed = 10;

    private readonly IWorkingMemory _memory;
    private readonly byte[] _entry = new byte[EntryHeader + MaxText];
    private readonly byte[] _read = new byte[EntryHeader + MaxText + 1];

    public Spool(IWorkingMemory memory) => _memory = memory;

    /// <summary>Bytes written since <see cref="Clear"/>.</summary>
    public int Length { get; private set; }

    /// <summary>A write that failed since <see cref="Clear"/>; None when all went well.</summary>
    public FiscalError Failure { get; private set; }

    /// <summary>Bytes that still fit.</summary>
    public int Room => _memory.Capacity < WorkingLayout.Tables ? 0 : WorkingLayout.Tables - WorkingLayout.Spool - Length;

    /// <summary>The text of the entry read last; it starts at <see cref="TextOffset"/>, and a line feed stands behind it.</summary>
    public byte[] Text => _read;

    /// <summary>Where the text starts in <see cref="Text"/>.</summary>
    public int TextOffset => EntryHeader;

    /// <summary>Length of the text of the entry read last.</summary>
    public int TextLength => _read[1];

    /// <summary>The kind of the entry read last.</summary>
    public int EntryKind => _read[0];

    /// <summary>The entry read last is a line of the journal.</summary>
    public bool IsJournalLine => _read[0] < RecordEntry ? !IsCode : _read[0] == UnhashedEntry;

    /// <summary>The entry read last is a line of the receipt records.</summary>
    public bool IsRecord => _read[0] == RecordEntry || _read[0] == SnapshotEntry;

    /// <summary>The entry read last is something for the printer.</summary>
    public bool IsForPrinter => !IsRecord && _read[0] != CounterEntry;

    private bool IsCode => _read[0] == (int)LineStyle.QrCode || _read[0] >= (int)LineStyle.Ean8;

    public void Clear()
    {
        Length = 0;
        Failure = FiscalError.None;
    }

    /// <summary>Forgets what was written after a place that <see cref="Length"/> once gave.</summary>
    public void Rewind(int length)
    {
        if (length < 0 || length > Length) throw new ArgumentOutOfRangeException("length");
        Length = length;
        Failure = FiscalError.None;
    }

    /// <summary>Adds an entry; what does not fit sets <see cref="Failure"/>.</summary>
    public void Add(TextLine line, int kind) => Append(Compose(line, kind));

    /// <summary>Adds an entry of bytes, at most 240.</summary>
    public void Add(byte[] data, int count, int kind)
    {
        _entry[0] = (byte)kind;
        _entry[1] = (byte)count;
        Array.Copy(data, 0, _entry, EntryHeader, count);
        Append(EntryHeader + count);
    }

    /// <summary>Writes a line of the same length over an earlier one: the moment of issue is known last.</summary>
    /// <returns>The place of the entry after it.</returns>
    public int Replace(int position, TextLine line, int kind)
    {
        int size = Compose(line, kind);
        Write(position, size);
        return position + size;
    }

    /// <summary>Reads the entry at a place and returns the place of the next; 0 when it cannot be read.</summary>
    public int Read(int position, int end)
    {
        int count = end - position < EntryHeader + MaxText ? end - position : EntryHeader + MaxText;
        if (count < EntryHeader) return 0;
        if (_memory.Read(WorkingLayout.Spool + position, _read, 0, count) != DeviceResult.Ok) return 0;
        int size = EntryHeader + _read[1];
        if (size > count) return 0;
        _read[size] = LineFeed;
        return position + size;
    }

    /// <summary>A running check extended by the entry read last.</summary>
    public ulong AddToCheck(ulong sum) => MemoryCheck.Add(sum, _read, 0, EntryHeader + _read[1]);

    private void Append(int size)
    {
        if (size > Room) Failure = _memory.Capacity == 0 ? FiscalError.WorkingMemoryFailed : FiscalError.TooManyItems;
        if (Failure != FiscalError.None) return;
        Write(Length, size);
        Length += size;
    }

    private int Compose(TextLine line, int kind)
    {
        int length = Latin16.ToUtf8(line.Bytes, 0, line.Length, _entry, EntryHeader);
        _entry[0] = (byte)kind;
        _entry[1] = (byte)length;
        return EntryHeader + length;
    }

    private void Write(int position, int size)
    {
        if (_memory.Write(WorkingLayout.Spool + position, _entry, 0, size) != DeviceResult.Ok) Failure = FiscalError.WorkingMemoryFailed;
    }
}
