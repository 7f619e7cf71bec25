using System;
using Nf.Firmware.Bytes;
using Nf.Firmware.Errors;
using Nf.Hal.Devices;

namespace Nf.Firmware.FiscalMemory;

/// <summary>The fiscal memory as an append-only log of records, each in a slot of its own.</summary>
/// <remarks>
/// What a power cut left without a whole marker is made void at the next start, before anything else is written, so
/// that a cell that was programmed in part cannot change its mind later. The newest record tells where the latest of
/// every kind stands: start-up reads a handful of slots, however many days were closed.
/// </remarks>
public sealed class FiscalMemoryLog
{
    /// <summary>Daily closures that this memory is made for (the norms ask for 1,830).</summary>
    public const int MaxClosures = RecordCapacity.Closures;

    private const int WriteAttempts = 3;

    private readonly IFiscalMemory _memory;
    private readonly RecordSlot _slot;
    private readonly RecordChain _chain = new RecordChain();
    private int _slots;
    private int _next;

    public FiscalMemoryLog(IFiscalMemory memory)
    {
        _memory = memory;
        _slot = new RecordSlot(memory);
    }

    /// <summary>Time of the newest record, seconds since 2000; 0 when there is none.</summary>
    public long NewestTime { get; private set; }

    /// <summary>Slots that were never written.</summary>
    public int FreeSlots => _slots - _next;

    /// <summary>Records that count.</summary>
    public int Records => _chain.Records;

    /// <summary>Slots used, void ones included; they stand at 0 to this number less one.</summary>
    public int UsedSlots => _next;

    /// <summary>Daily closures that still fit. Every answer to the host tells of it, so it is counted with each record.</summary>
    public int ClosuresLeft { get; private set; }

    /// <summary>The payload of the record read last.</summary>
    public ByteReader Payload => _slot.Payload;

    /// <summary>Its length, bytes.</summary>
    public int PayloadLength => _slot.PayloadLength;

    /// <summary>The kind of the record read last.</summary>
    public RecordKind Kind => _slot.Kind;

    /// <summary>The time of the record read last, seconds since 2000.</summary>
    public long Time => _slot.Time;

    /// <summary>
    /// A record of a kind still fits: there are places kept for the kind, or more than are kept for all others. A closure
    /// may always take the last slot, because a day that has begun must be closed.
    /// </summary>
    public bool HasRoom(RecordKind kind) => RecordCapacity.HasRoom(kind, _chain, FreeSlots);

    /// <summary>How many records of a kind there were with the record, or head, read last, itself included.</summary>
    public int CountThen(RecordKind kind) => RecordChain.CountIn(_slot, kind);

    /// <summary>How many records of a kind there are.</summary>
    public int Count(RecordKind kind) => _chain.Count(kind);

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
        return _next == 0 || _slot.ReadFirst(_next - 1) && _slot.IsUsed;
    }

    /// <summary>Reads the latest record of a kind; false when there is none or it cannot be read.</summary>
    public bool ReadLatest(RecordKind kind)
    {
        int slot = _chain.Latest(kind);
        return slot != RecordLayout.NoSlot && Read(slot);
    }

    /// <summary>Reads the record of a kind that has this number among them, from 1; false when it cannot be read.</summary>
    public bool ReadNumbered(RecordKind kind, int number)
    {
        int slot = _chain.Latest(kind);
        while (slot != RecordLayout.NoSlot && Read(slot))
        {
            if (CountThen(kind) == number) return true;
            slot = LatestBefore(kind, slot);
        }

        return false;
    }

    /// <summary>The latest record of its kind has exactly this payload.</summary>
    public bool LatestIs(RecordKind kind, byte[] payload, int length) => ReadLatest(kind) && _slot.Holds(payload, length);

    /// <summary>Reads the record in a slot; false when the slot holds none that counts.</summary>
    public bool Read(int slot) => _slot.Read(slot);

    /// <summary>Reads the head of the record in a slot and nothing else; false for a void slot.</summary>
    internal bool ReadHead(int slot) => _slot.ReadHead(slot);

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
            DeviceResult result = _slot.Program(_next);
            if (result == DeviceResult.NotConnected) return FiscalError.FiscalMemoryMissing;
            if (result == DeviceResult.Ok && Read(_next))
            {
                Advance(kind, time);
                return FiscalError.None;
            }

            // A slot that took nothing stays the end of the log: one that is blank in the middle would hide all after it.
            _slot.MakeVoid(_next);
            if (_slot.IsBlank(_next)) return FiscalError.FiscalMemoryWriteFailed;
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
        return slot < 0 ? RecordLayout.NoSlot : RecordChain.LatestIn(_slot, kind);
    }

    private void Compose(RecordKind kind, long time, byte[] payload, int length)
    {
        ByteWriter writer = _slot.Begin(kind, length);
        _chain.Save(writer, kind, time, _next);
        _slot.End(writer, payload, length);
    }

    private void Advance(RecordKind kind, long time)
    {
        _chain.Add(kind, _next);
        NewestTime = time;
        _next++;
        CountClosuresLeft();
    }

    private void CountClosuresLeft() => ClosuresLeft = RecordCapacity.ClosuresLeft(_chain, FreeSlots);

    private FiscalError FindEnd()
    {
        int low = 0;
        int high = _slots;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (!_slot.ReadFirst(middle)) return FiscalError.FiscalMemoryDamaged;
            if (_slot.IsUsed) low = middle + 1;
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
            if (!_slot.ReadWhole(_next - 1)) return FiscalError.FiscalMemoryDamaged;
            if (!_slot.IsVoid && _slot.HasMarker) return FiscalError.FiscalMemoryDamaged;
            if (!_slot.IsVoid) _slot.MakeVoid(_next - 1);
        }

        if (_next < _slots && !_slot.IsBlank(_next))
        {
            _slot.MakeVoid(_next);
            _next++;
        }

        return FiscalError.None;
    }

    private FiscalError LoadNewest()
    {
        _chain.Clear();
        NewestTime = 0;
        int slot = _next - 1;
        while (slot >= 0 && !Read(slot))
        {
            if (!_slot.IsVoid) return FiscalError.FiscalMemoryDamaged;
            slot--;
        }

        if (slot < 0) return FiscalError.None;
        _chain.Load(_slot);
        NewestTime = Time;
        return FiscalError.None;
    }
}
