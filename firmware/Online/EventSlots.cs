using Nf.Firmware.Bytes;
using Nf.Firmware.Errors;
using Nf.Firmware.WorkingMemory;

namespace Nf.Firmware.Online;

/// <summary>Outages that are over, each in a cell of its own, until a message has them.</summary>
/// <remarks>
/// None is dropped before a message has it: when all places are taken, the oldest two of a kind that no message has yet
/// become one, from the first one's beginning to the second one's end.
/// </remarks>
public sealed class EventSlots
{
    /// <summary>Outages kept at most.</summary>
    public const int Capacity = 64;

    private const int Length = 16;
    private const int Stride = Length + CellStore.Overhead;
    private const int Addresses = ModuleLayout.Events + 0x40;

    private readonly CellStore _cells;
    private readonly byte[] _kinds = new byte[Capacity];
    private readonly uint[] _begins = new uint[Capacity];
    private readonly uint[] _ends = new uint[Capacity];
    private readonly int[] _receipts = new int[Capacity];
    private readonly ushort[] _messages = new ushort[Capacity];
    private readonly bool[] _goesOn = new bool[Capacity];
    private readonly byte[] _cell = new byte[Length];
    private readonly ByteWriter _writer;
    private readonly ByteReader _reader;

    public EventSlots(CellStore cells)
    {
        _cells = cells;
        _writer = new ByteWriter(_cell);
        _reader = new ByteReader(_cell);
    }

    public EventKind Kind(int slot) => (EventKind)_kinds[slot];

    /// <summary>Seconds since 2000.</summary>
    public long Begin(int slot) => _begins[slot];

    /// <summary>Seconds since 2000.</summary>
    public long End(int slot) => _ends[slot];

    /// <summary>Receipts issued in it.</summary>
    public int Receipts(int slot) => _receipts[slot];

    /// <summary>Number of the Z whose message has it; 0 for none yet.</summary>
    public int Message(int slot) => _messages[slot];

    /// <summary>The outage went on after this part of it, which ended with a Z.</summary>
    public bool GoesOn(int slot) => _goesOn[slot];

    /// <summary>Reads all cells; frees what a merging that a power cut interrupted left twice.</summary>
    public void Load()
    {
        for (int i = 0; i < Capacity; i++)
        {
            _kinds[i] = 0;
            if (!_cells.Read(Addresses + i * Stride, _cell, Length)) continue;
            _reader.Seek(0);
            _kinds[i] = (byte)_reader.U8();
            _goesOn[i] = _reader.U8() == 1;
            _messages[i] = (ushort)_reader.U16();
            _begins[i] = (uint)_reader.U32();
            _ends[i] = (uint)_reader.U32();
            _receipts[i] = (int)_reader.U32();
        }

        for (int i = 0; i < Capacity; i++)
            if (_kinds[i] != 0 && IsWithinAnother(i)) Free(i);
    }

    /// <summary>Keeps an outage that is over.</summary>
    public FiscalError Add(EventKind kind, long begin, long end, int receipts, bool goesOn)
    {
        int slot = FirstFree();
        if (slot < 0) slot = Merge();
        // Not reached: a message takes fewer than there are, and three of two kinds have a pair.
        if (slot < 0) return FiscalError.WorkingMemoryFailed;
        _kinds[slot] = (byte)kind;
        _begins[slot] = (uint)begin;
        _ends[slot] = (uint)end;
        _receipts[slot] = receipts;
        _messages[slot] = 0;
        _goesOn[slot] = goesOn;
        return Save(slot);
    }

    /// <summary>The message of a Z has it.</summary>
    public FiscalError Take(int slot, int day)
    {
        _messages[slot] = (ushort)day;
        return Save(slot);
    }

    public FiscalError Free(int slot)
    {
        _kinds[slot] = 0;
        _messages[slot] = 0;
        return Save(slot);
    }

    /// <summary>The next outage of a message, by its beginning; -1 after the last.</summary>
    /// <param name="day">Number of the Z whose message it is; 0 for those that no message has.</param>
    /// <param name="kind">Only these; None for all.</param>
    /// <param name="after">The one before; -1 for the first.</param>
    public int Next(int day, EventKind kind, int after)
    {
        long least = after < 0 ? -1 : Order(after);
        int found = -1;
        for (int i = 0; i < Capacity; i++)
        {
            if (_kinds[i] == 0 || _messages[i] != day || kind != EventKind.None && _kinds[i] != (byte)kind) continue;
            if (Order(i) > least && (found < 0 || Order(i) < Order(found))) found = i;
        }

        return found;
    }

    private long Order(int slot) => (long)_begins[slot] * Capacity + slot;

    private int FirstFree()
    {
        for (int i = 0; i < Capacity; i++)
            if (_kinds[i] == 0) return i;
        return -1;
    }

    // The place that becomes free, -1 for none.
    private int Merge()
    {
        for (int first = Next(0, EventKind.None, -1); first >= 0; first = Next(0, EventKind.None, first))
        {
            int second = Next(0, Kind(first), first);
            if (second < 0) continue;
            _ends[first] = _ends[second];
            _receipts[first] += _receipts[second];
            _goesOn[first] = _goesOn[second];
            return Save(first) == FiscalError.None && Free(second) == FiscalError.None ? second : -1;
        }

        return -1;
    }

    // Outages of a kind never overlap otherwise.
    private bool IsWithinAnother(int slot)
    {
        for (int i = 0; i < Capacity; i++)
            if (i != slot && _kinds[i] == _kinds[slot] && _begins[i] <= _begins[slot] && _ends[i] >= _ends[slot]) return true;
        return false;
    }

    private FiscalError Save(int slot)
    {
        _writer.Seek(0);
        _writer.U8(_kinds[slot]);
        _writer.U8(_goesOn[slot] ? 1 : 0);
        _writer.U16(_messages[slot]);
        _writer.U32(_begins[slot]);
        _writer.U32(_ends[slot]);
        _writer.U32(_receipts[slot]);
        return _cells.Write(Addresses + slot * Stride, _cell, Length);
    }
}
