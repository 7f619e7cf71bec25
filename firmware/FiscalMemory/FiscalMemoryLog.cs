using System;
using Nf.Firmware.Bytes;
using Nf.Firmware.Checks;
using Nf.Firmware.Errors;
using Nf.Hal.Devices;

namespace Nf.Firmware.FiscalMemory;

/// <summary>The fiscal memory as an append-only log of records, each in a slot of its own.</summary>
/// <remarks>
/// A record is its body with a CRC, programmed first, and a marker, programmed last: it counts only when the marker is
/// whole. What a power cut left without a whole marker is made void at the next start, before anything else is written,
/// so that a cell that was programmed in part cannot change its mind later. The newest record tells where the latest of
/// every kind stands: start-up reads a handful of slots, however many days were closed.
/// </remarks>
public sealed class FiscalMemoryLog
{
    /// <summary>Daily closures that this memory is made for (the norms ask for 1,830).</summary>
    public const int MaxClosures = RecordCapacity.Closures;

    private const int WriteAttempts = 3;

    private readonly IFiscalMemory _memory;
    private readonly byte[] _slot = new byte[RecordLayout.SlotSize];
    private readonly int[] _latest = new int[RecordLayout.Kinds];
    private readonly int[] _counts = new int[RecordLayout.Kinds];
    private int _slots;
    private int _next;
    private int _records;

    public FiscalMemoryLog(IFiscalMemory memory) => _memory = memory;

    /// <summary>Time of the newest record, seconds since 2000; 0 when there is none.</summary>
    public long NewestTime { get; private set; }

    /// <summary>Slots that were never written.</summary>
    public int FreeSlots => _slots - _next;

    /// <summary>Records that count.</summary>
    public int Records => _records;

    /// <summary>Slots used, void ones included; they stand at 0 to this number less one.</summary>
    public int UsedSlots => _next;

    /// <summary>Daily closures that still fit. Every answer to the host tells of it, so it is counted with each record.</summary>
    public int ClosuresLeft { get; private set; }

    /// <summary>
    /// A record of a kind still fits: there are places kept for the kind, or more than are kept for all others. A closure
    /// may always take the last slot, because a day that has begun must be closed.
    /// </summary>
    public bool HasRoom(RecordKind kind) =>
        FreeSlots > 0 && (Count(kind) < RecordCapacity.Reserved(kind) || FreeSlots > KeptForOthers(kind));

    /// <summary>The payload of the record read last.</summary>
    public ByteReader Payload { get; private set; }

    /// <summary>The kind of the record read last.</summary>
    public RecordKind Kind => (RecordKind)_slot[RecordLayout.Kind];

    /// <summary>The time of the record read last, seconds since 2000.</summary>
    public long Time { get; private set; }

    /// <summary>How many records of a kind there were with the record read last, itself included.</summary>
    public int CountThen(RecordKind kind)
    {
        var reader = new ByteReader(_slot);
        reader.Seek(RecordLayout.Counts + 2 * ((int)kind - 1));
        return reader.U16();
    }

    /// <summary>How many records of a kind there are.</summary>
    public int Count(RecordKind kind) => _counts[(int)kind - 1];

    /// <summary>Finds the end of the log and the latest records; makes void what a power cut left half written.</summary>
    public FiscalError Open()
    {
        if (_memory.Capacity < RecordLayout.SlotSize) return FiscalError.FiscalMemoryMissing;
        _slots = _memory.Capacity / RecordLayout.SlotSize;
        FiscalError error = FindEnd();
        if (error != FiscalError.None) return error;
        error = VoidTornTail();
        if (error == FiscalError.None) error = LoadNewest();
        CountClosuresLeft();
        return error;
    }

    /// <summary>The memory is there and still holds its newest record: one read, cheap enough for every receipt.</summary>
    public bool Answers()
    {
        if (_memory.Capacity < RecordLayout.SlotSize) return false;
        if (_next == 0) return true;
        int last = (_next - 1) * RecordLayout.SlotSize;
        if (_memory.Read(last, _slot, 0, 2) != DeviceResult.Ok) return false;
        return _slot[RecordLayout.Kind] != RecordLayout.Blank || _slot[RecordLayout.Void] != RecordLayout.Blank;
    }

    /// <summary>Reads the latest record of a kind; false when there is none or it cannot be read.</summary>
    public bool ReadLatest(RecordKind kind)
    {
        int slot = _latest[(int)kind - 1];
        return slot != RecordLayout.NoSlot && Read(slot);
    }

    /// <summary>Reads the record of a kind that has this number among them, from 1; false when it cannot be read.</summary>
    public bool ReadNumbered(RecordKind kind, int number)
    {
        int slot = _latest[(int)kind - 1];
        while (slot != RecordLayout.NoSlot && Read(slot))
        {
            if (CountThen(kind) == number) return true;
            slot = LatestBefore(kind, slot);
        }

        return false;
    }

    /// <summary>The latest record of its kind has exactly this payload.</summary>
    public bool LatestIs(RecordKind kind, byte[] payload, int length)
    {
        if (!ReadLatest(kind)) return false;
        int saved = _slot[RecordLayout.PayloadLength] | (_slot[RecordLayout.PayloadLength + 1] << 8);
        bool same = saved == length;
        for (int i = 0; i < length && same; i++) same = _slot[RecordLayout.Payload + i] == payload[i];
        return same;
    }

    /// <summary>Reads the record in a slot; false when the slot holds none that counts.</summary>
    public bool Read(int slot)
    {
        int address = slot * RecordLayout.SlotSize;
        if (_memory.Read(address, _slot, 0, RecordLayout.Payload) != DeviceResult.Ok) return false;
        int length = _slot[RecordLayout.PayloadLength] | (_slot[RecordLayout.PayloadLength + 1] << 8);
        if (_slot[RecordLayout.Void] != RecordLayout.Blank || length > RecordLayout.MaxPayload) return false;
        int rest = length + RecordLayout.CrcSize;
        if (_memory.Read(address + RecordLayout.Payload, _slot, RecordLayout.Payload, rest) != DeviceResult.Ok) return false;
        int marker = RecordLayout.Marker;
        if (_memory.Read(address + marker, _slot, marker, RecordLayout.MarkerSize) != DeviceResult.Ok) return false;
        if (!HasMarker() || !CrcHolds(length)) return false;
        var reader = new ByteReader(_slot);
        reader.Seek(RecordLayout.Time);
        Time = reader.U32();
        reader.Seek(RecordLayout.Payload);
        Payload = reader;
        return true;
    }

    /// <summary>Reads the head of the record in a slot and nothing else; false for a void slot.</summary>
    internal bool ReadHead(int slot)
    {
        if (_memory.Read(slot * RecordLayout.SlotSize, _slot, 0, RecordLayout.Payload) != DeviceResult.Ok) return false;
        if (_slot[RecordLayout.Void] != RecordLayout.Blank) return false;
        var reader = new ByteReader(_slot);
        reader.Seek(RecordLayout.Time);
        Time = reader.U32();
        return true;
    }

    /// <summary>How many records of a kind there were when the record whose head was read last was written, itself included.</summary>
    internal int CountUpToHead(RecordKind kind)
    {
        var reader = new ByteReader(_slot);
        reader.Seek(RecordLayout.Counts + 2 * ((int)kind - 1));
        return reader.U16();
    }

    /// <summary>Adds a record. When it returns None the record counts, for ever.</summary>
    /// <param name="kind">What the record says.</param>
    /// <param name="time">Seconds since 2000; never before the newest record (norms, art. 34 k)).</param>
    /// <param name="payload">The record's own bytes.</param>
    /// <param name="length">How many of them, at most 442.</param>
    public FiscalError Append(RecordKind kind, long time, byte[] payload, int length)
    {
        if (length > RecordLayout.MaxPayload) throw new ArgumentOutOfRangeException("length");
        if (time < NewestTime) return FiscalError.ClockBeforeLastRecord;
        for (int attempt = 0; attempt < WriteAttempts; attempt++)
        {
            if (FreeSlots < 1 || kind != RecordKind.Closure && !HasRoom(kind)) return FiscalError.FiscalMemoryFull;
            Compose(kind, time, payload, length);
            DeviceResult result = ProgramSlot(length);
            if (result == DeviceResult.NotConnected) return FiscalError.FiscalMemoryMissing;
            if (result == DeviceResult.Ok && Read(_next))
            {
                Advance(kind, time);
                return FiscalError.None;
            }

            // A slot that took nothing stays the end of the log: one that is blank in the middle would hide all after it.
            MakeVoid(_next);
            if (IsBlank(_next)) return FiscalError.FiscalMemoryWriteFailed;
            _next++;
            CountClosuresLeft();
        }

        return FiscalError.FiscalMemoryWriteFailed;
    }

    // The record before a slot, void ones passed over, tells where the latest of each kind was then.
    private int LatestBefore(RecordKind kind, int slot)
    {
        do slot--;
        while (slot >= 0 && !Read(slot));
        if (slot < 0) return RecordLayout.NoSlot;
        var reader = new ByteReader(_slot);
        reader.Seek(RecordLayout.LatestSlots + 2 * ((int)kind - 1));
        return reader.U16();
    }

    private int KeptForOthers(RecordKind kind)
    {
        int kept = RecordCapacity.Torn;
        for (int i = 1; i <= RecordLayout.Kinds; i++)
        {
            int left = RecordCapacity.Reserved((RecordKind)i) - _counts[i - 1];
            if (i != (int)kind && left > 0) kept += left;
        }

        return kept;
    }

    private void Advance(RecordKind kind, long time)
    {
        _latest[(int)kind - 1] = _next;
        _counts[(int)kind - 1]++;
        _records++;
        NewestTime = time;
        _next++;
        CountClosuresLeft();
    }

    private void CountClosuresLeft()
    {
        int byDesign = MaxClosures - Count(RecordKind.Closure);
        int bySpace = FreeSlots - KeptForOthers(RecordKind.Closure);
        int left = byDesign < bySpace ? byDesign : bySpace;
        ClosuresLeft = left > 0 ? left : 0;
    }

    private void Compose(RecordKind kind, long time, byte[] payload, int length)
    {
        for (int i = 0; i < _slot.Length; i++) _slot[i] = RecordLayout.Blank;
        _slot[RecordLayout.Kind] = (byte)kind;
        _slot[RecordLayout.FormatVersion] = RecordLayout.CurrentVersion;
        var writer = new ByteWriter(_slot);
        writer.Seek(RecordLayout.PayloadLength);
        writer.U16(length);
        writer.U32(_records);
        writer.U32(time);
        for (int i = 0; i < RecordLayout.Kinds; i++) writer.U16(i == (int)kind - 1 ? _next : _latest[i]);
        for (int i = 0; i < RecordLayout.Kinds; i++) writer.U16(i == (int)kind - 1 ? _counts[i] + 1 : _counts[i]);
        writer.Seek(RecordLayout.Payload);
        writer.Bytes(payload, 0, length);
        writer.U32(Crc(length));
        _slot[RecordLayout.Marker] = RecordLayout.MarkerFirst;
        _slot[RecordLayout.Marker + 1] = RecordLayout.MarkerSecond;
    }

    private DeviceResult ProgramSlot(int length)
    {
        int address = _next * RecordLayout.SlotSize;
        int end = RecordLayout.Payload + length + RecordLayout.CrcSize;
        int page = _memory.PageSize;
        for (int start = 0; start < end; start += page)
        {
            int count = end - start < page ? end - start : page;
            DeviceResult result = _memory.Program(address + start, _slot, start, count);
            if (result != DeviceResult.Ok) return result;
        }

        return _memory.Program(address + RecordLayout.Marker, _slot, RecordLayout.Marker, RecordLayout.MarkerSize);
    }

    private uint Crc(int payloadLength) =>
        Crc32.Finish(Crc32.Add(Crc32.Start, _slot, 0, RecordLayout.Payload + payloadLength));

    private bool CrcHolds(int payloadLength)
    {
        var reader = new ByteReader(_slot);
        reader.Seek(RecordLayout.Payload + payloadLength);
        return reader.U32() == Crc(payloadLength);
    }

    private FiscalError FindEnd()
    {
        int low = 0;
        int high = _slots;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_memory.Read(middle * RecordLayout.SlotSize, _slot, 0, 2) != DeviceResult.Ok) return FiscalError.FiscalMemoryDamaged;
            bool used = _slot[RecordLayout.Kind] != RecordLayout.Blank || _slot[RecordLayout.Void] != RecordLayout.Blank;
            if (used) low = middle + 1;
            else high = middle;
        }

        _next = low;
        return FiscalError.None;
    }

    // Two places can be half written: the last used slot (no whole marker), and the slot after it, when the cut left
    // its first byte blank and later ones not.
    private FiscalError VoidTornTail()
    {
        if (_next > 0 && !Read(_next - 1))
        {
            if (!ReadWhole(_next - 1)) return FiscalError.FiscalMemoryDamaged;
            bool isVoid = _slot[RecordLayout.Void] != RecordLayout.Blank;
            if (!isVoid && HasMarker()) return FiscalError.FiscalMemoryDamaged;
            if (!isVoid) MakeVoid(_next - 1);
        }

        if (_next < _slots && !IsBlank(_next))
        {
            MakeVoid(_next);
            _next++;
        }

        return FiscalError.None;
    }

    private bool ReadWhole(int slot) =>
        _memory.Read(slot * RecordLayout.SlotSize, _slot, 0, RecordLayout.SlotSize) == DeviceResult.Ok;

    private bool HasMarker() =>
        _slot[RecordLayout.Marker] == RecordLayout.MarkerFirst && _slot[RecordLayout.Marker + 1] == RecordLayout.MarkerSecond;

    private bool IsBlank(int slot)
    {
        if (!ReadWhole(slot)) return true;
        for (int i = 0; i < RecordLayout.SlotSize; i++)
            if (_slot[i] != RecordLayout.Blank) return false;
        return true;
    }

    private void MakeVoid(int slot)
    {
        _slot[RecordLayout.Void] = 0;
        _memory.Program(slot * RecordLayout.SlotSize + RecordLayout.Void, _slot, RecordLayout.Void, 1);
    }

    private FiscalError LoadNewest()
    {
        for (int i = 0; i < RecordLayout.Kinds; i++)
        {
            _latest[i] = RecordLayout.NoSlot;
            _counts[i] = 0;
        }

        _records = 0;
        NewestTime = 0;
        for (int slot = _next - 1; slot >= 0; slot--)
        {
            if (!Read(slot))
            {
                if (_slot[RecordLayout.Void] != RecordLayout.Blank) continue;
                return FiscalError.FiscalMemoryDamaged;
            }

            var reader = new ByteReader(_slot);
            reader.Seek(RecordLayout.Ordinal);
            _records = (int)reader.U32() + 1;
            NewestTime = reader.U32();
            for (int i = 0; i < RecordLayout.Kinds; i++) _latest[i] = reader.U16();
            for (int i = 0; i < RecordLayout.Kinds; i++) _counts[i] = reader.U16();
            return FiscalError.None;
        }

        return FiscalError.None;
    }
}
