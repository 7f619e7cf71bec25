using Nf.Firmware.Bytes;
using Nf.Firmware.Errors;
using Nf.Firmware.FiscalMemory;
using Nf.Firmware.WorkingMemory;

namespace Nf.Firmware.Online;

/// <summary>Outages of power and of the network, for the messages to ANAF (OPANAF 146/2018, annex 2, II.8).</summary>
/// <remarks>
/// Power: the moment when the register was last alive is written about once a minute, so that a start knows since when it
/// was off. Network: from the failed attempt to the first one that succeeds; a Z ends it and begins it anew, so that a
/// day's message has the day's part of it.
/// <code>log.Load(); log.PowerUp(now); ... log.Alive(now); ... log.NetworkLost(now); ... log.NetworkBack(now);</code>
/// </remarks>
public sealed class EventLog
{
    /// <summary>Outages that one message has at most: some places stay for those that come meanwhile.</summary>
    public const int MaxTaken = 48;

    private const int AliveInterval = 60;
    private const int OpenAddress = ModuleLayout.Events + 0x10;
    private const int AliveLength = 4;
    private const int OpenLength = 10;

    private readonly CellStore _cells;
    private readonly FiscalMemoryLog _log;
    private readonly WorkingState _state;
    private readonly ClosureFinder _finder;
    private readonly byte[] _cell = new byte[OpenLength];
    private readonly ByteWriter _writer;
    private readonly ByteReader _reader;
    private long _alive;
    private long _openSince;
    private int _openDay;
    private int _openReceipts;

    public EventLog(CellStore cells, FiscalMemoryLog log, WorkingState state)
    {
        _cells = cells;
        _log = log;
        _state = state;
        _finder = new ClosureFinder(log);
        _writer = new ByteWriter(_cell);
        _reader = new ByteReader(_cell);
        Slots = new EventSlots(cells);
    }

    /// <summary>The outages that are over.</summary>
    public EventSlots Slots { get; }

    /// <summary>Seconds without power that count as an outage.</summary>
    public int ShortestOutage { get; set; } = 60;

    /// <summary>The network is away.</summary>
    public bool IsNetworkOut => _openSince != 0;

    /// <summary>Since when, seconds since 2000; 0 when it is not.</summary>
    public long NetworkOutSince => _openSince;

    /// <summary>Reads the cells; once, at start, after the fiscal memory and the working state.</summary>
    public void Load()
    {
        Slots.Load();
        _alive = 0;
        if (_cells.Read(ModuleLayout.Events, _cell, AliveLength))
        {
            _reader.Seek(0);
            _alive = _reader.U32();
        }

        _openSince = 0;
        if (!_cells.Read(OpenAddress, _cell, OpenLength)) return;
        _reader.Seek(0);
        _openSince = _reader.U32();
        _openDay = _reader.U16();
        _openReceipts = (int)_reader.U32();
        if (_openSince != 0) FinishClosing();
    }

    /// <summary>The register was switched on, and its clock can be read.</summary>
    public FiscalError PowerUp(long now)
    {
        FiscalError error = FiscalError.None;
        if (_alive != 0 && now - _alive >= ShortestOutage) error = Slots.Add(EventKind.Power, _alive, now, 0, false);
        return error == FiscalError.None ? SaveAlive(now) : error;
    }

    /// <summary>The register is alive; may be called as often as one likes.</summary>
    public FiscalError Alive(long now) =>
        now - _alive >= AliveInterval || now < _alive ? SaveAlive(now) : FiscalError.None;

    /// <summary>An attempt to reach the server failed at this moment.</summary>
    public FiscalError NetworkLost(long now)
    {
        if (IsNetworkOut) return FiscalError.None;
        return Open(now, _state.OpenDay, _state.Totals.Receipts);
    }

    /// <summary>The server was reached at this moment.</summary>
    public FiscalError NetworkBack(long now)
    {
        FiscalError error = Divide();
        if (error != FiscalError.None || !IsNetworkOut) return error;
        if (now > _openSince) error = Slots.Add(EventKind.Network, _openSince, now, Since(_state.Totals.Receipts), false);
        return error == FiscalError.None ? Open(0, 0, 0) : error;
    }

    /// <summary>Ends an outage of the network with each Z since its beginning, and begins it anew.</summary>
    public FiscalError Divide()
    {
        FiscalError error = FiscalError.None;
        while (error == FiscalError.None && IsNetworkOut && _log.Count(RecordKind.Closure) >= _openDay)
        {
            if (!_finder.ByNumber(_openDay, out int slot) || !_log.Read(slot)) return FiscalError.FiscalMemoryDamaged;
            long closed = _log.Time;
            _log.Payload.Skip(ClosureRecord.TotalsAt);
            int receipts = Since((int)_log.Payload.U32());
            if (closed > _openSince) error = Slots.Add(EventKind.Network, _openSince, closed, receipts, true);
            if (error == FiscalError.None) error = Open(closed > _openSince ? closed : _openSince, _openDay + 1, 0);
        }

        return error;
    }

    /// <summary>The message of a Z takes the outages that were over by then and that no message has. Asked again it takes no others.</summary>
    /// <param name="day">Number of the Z.</param>
    /// <param name="until">Moment of the Z, seconds since 2000.</param>
    public FiscalError Take(int day, long until)
    {
        FiscalError error = Divide();
        int taken = 0;
        for (int i = Slots.Next(day, EventKind.None, -1); i >= 0; i = Slots.Next(day, EventKind.None, i)) taken++;
        for (int i = Slots.Next(0, EventKind.None, -1); error == FiscalError.None && i >= 0 && taken < MaxTaken; taken++)
        {
            int next = Slots.Next(0, EventKind.None, i);
            if (Slots.End(i) <= until) error = Slots.Take(i, day);
            else taken--;
            i = next;
        }

        return error;
    }

    /// <summary>The message of a Z is made: what it has is done with.</summary>
    public FiscalError Release(int day)
    {
        FiscalError error = FiscalError.None;
        for (int i = Slots.Next(day, EventKind.None, -1); error == FiscalError.None && i >= 0; i = Slots.Next(day, EventKind.None, -1))
            error = Slots.Free(i);
        return error;
    }

    // A lost working memory may count fewer receipts than there were at the beginning.
    private int Since(int receipts) => receipts > _openReceipts ? receipts - _openReceipts : 0;

    // A power cut came between the end of an outage and that nothing is open any more, or that its next part is.
    private void FinishClosing()
    {
        for (int i = 0; i < EventSlots.Capacity; i++)
        {
            if (Slots.Kind(i) != EventKind.Network || Slots.Begin(i) > _openSince || Slots.End(i) <= _openSince) continue;
            if (Slots.GoesOn(i)) Open(Slots.End(i), _openDay + 1, 0);
            else Open(0, 0, 0);
            return;
        }
    }

    private FiscalError Open(long since, int day, int receipts)
    {
        _openSince = since;
        _openDay = day;
        _openReceipts = receipts;
        _writer.Seek(0);
        _writer.U32(since);
        _writer.U16(day);
        _writer.U32(receipts);
        return _cells.Write(OpenAddress, _cell, OpenLength);
    }

    private FiscalError SaveAlive(long now)
    {
        _alive = now;
        _writer.Seek(0);
        _writer.U32(now);
        return _cells.Write(ModuleLayout.Events, _cell, AliveLength);
    }
}
