using Nf.Firmware.Bytes;
using Nf.Firmware.Errors;
using Nf.Firmware.FiscalMemory;
using Nf.Firmware.WorkingMemory;
using Nf.Hal.Devices;

namespace Nf.Firmware.Online;

/// <summary>Which closed days ANAF does not have yet, oldest first; survives any power cut.</summary>
/// <remarks>
/// The files are on the journal's card; the outbox knows which of them were confirmed. A day is dropped by a confirmation
/// only, and a module memory that was lost makes days unsent again: each is sent at least once, and the server takes a
/// second time as "had it already".
/// <code>if (outbox.HasUnsent) { IByteSource file = outbox.OpenSource(outbox.FirstUnsent); ... outbox.Confirm(z, now); }</code>
/// </remarks>
public sealed class Outbox
{
    /// <summary>Closed days that count as unsent when the module memory is new or was lost.</summary>
    public const int DaysAfterLoss = 100;

    private const int Length = 18;

    // Before the moment of the last confirmation was kept.
    private const int FormerLength = 14;

    private readonly CellStore _cells;
    private readonly FiscalMemoryLog _log;
    private readonly ClosureFinder _finder;
    private readonly MessageFile _file;
    private readonly byte[] _cell = new byte[Length];
    private readonly ByteWriter _writer;
    private readonly ByteReader _reader;
    private int _momentOf;
    private long _moment;

    public Outbox(CellStore cells, FiscalMemoryLog log, IJournalMedium medium)
    {
        _cells = cells;
        _log = log;
        _finder = new ClosureFinder(log);
        _file = new MessageFile(medium);
        _writer = new ByteWriter(_cell);
        _reader = new ByteReader(_cell);
    }

    /// <summary>The last day that ANAF has, as far as is known; all before it are settled, too.</summary>
    public int LastConfirmed { get; private set; }

    /// <summary>When ANAF last confirmed a day, seconds since 2000; 0 for never, as far as is known.</summary>
    public long LastConfirmedAt { get; private set; }

    /// <summary>The highest day whose file is whole on the card.</summary>
    public int HighestMade { get; private set; }

    /// <summary>The last day of the newest whole export for the offline way; all before it were exported, or confirmed.</summary>
    public int LastExported { get; private set; }

    /// <summary>When the register message (mReg) made last was made, seconds since 2000; 0 for none. Its idM, which codD repeats, is the series and this.</summary>
    public long RegisterMessageMoment { get; private set; }

    /// <summary>First day of that register message.</summary>
    public int RegisterMessageFirst { get; private set; }

    /// <summary>Last day of that register message.</summary>
    public int RegisterMessageLast { get; private set; }

    /// <summary>
    /// The register is obliged to send (profile 1): days stay unsettled until they are confirmed. Without it an export
    /// settles them. Whoever reads the configuration says so after each start and each change.
    /// </summary>
    public bool MustSend { get; set; }

    /// <summary>Number of the last closed day.</summary>
    public int LastClosed => _log.Count(RecordKind.Closure);

    /// <summary>There are days that ANAF does not have.</summary>
    public bool HasUnsent => LastConfirmed < LastClosed;

    /// <summary>The oldest of them; only while there are any.</summary>
    public int FirstUnsent => LastConfirmed + 1;

    /// <summary>When the oldest unsent day was closed, seconds since 2000; 0 when there is none.</summary>
    public long OldestUnsentMoment
    {
        get
        {
            if (!HasUnsent) return 0;
            if (_momentOf != FirstUnsent && _finder.ByNumber(FirstUnsent, out _))
            {
                _momentOf = FirstUnsent;
                _moment = _log.Time;
            }

            return _momentOf == FirstUnsent ? _moment : 0;
        }
    }

    /// <summary>Days of the card are neither with ANAF nor, where that is enough, exported: another card may not take its place.</summary>
    public bool HoldsCard => (MustSend || LastConfirmed > LastExported ? LastConfirmed : LastExported) < LastClosed;

    /// <summary>Reads the cell; once, at start, after the fiscal memory was opened.</summary>
    public void Load()
    {
        _momentOf = 0;
        if (!_cells.Read(ModuleLayout.Outbox, _cell, Length) && !ReadFormer())
        {
            LastConfirmed = LastAfterLoss();
            return;
        }

        _reader.Seek(0);
        LastConfirmed = _reader.U16();
        HighestMade = _reader.U16();
        LastExported = _reader.U16();
        RegisterMessageMoment = _reader.U32();
        RegisterMessageFirst = _reader.U16();
        RegisterMessageLast = _reader.U16();
        LastConfirmedAt = _reader.U32();
        // A module memory of another register, or a newer one than the fiscal memory: nothing of it is believed.
        if (LastConfirmed > LastClosed) LastConfirmed = LastAfterLoss();
    }

    /// <summary>The day's file, to be read from any place; null while it is not made, or not on this card.</summary>
    /// <remarks>One object serves all days: it is of use until the next call.</remarks>
    public IByteSource OpenSource(int day) => _file.Find(day) ? _file : null;

    /// <summary>The identifier (idM) in the day's file, 28 bytes; false while the file is not made.</summary>
    public bool ReadId(int day, byte[] buffer, int offset) => _file.Find(day) && _file.ReadId(buffer, offset);

    /// <summary>ANAF has the day: the oldest unsent one, or one before it.</summary>
    /// <param name="day">Its number.</param>
    /// <param name="now">When it said so, seconds since 2000.</param>
    public FiscalError Confirm(int day, long now)
    {
        if (day != FirstUnsent) return FiscalError.None;
        LastConfirmedAt = now;
        return ConfirmUpTo(day);
    }

    /// <summary>
    /// ANAF has all days up to this one, or never gets them this way: filed offline and released by codD, or closed
    /// before the register was obliged to send.
    /// </summary>
    public FiscalError ConfirmUpTo(int day)
    {
        if (day > LastClosed) day = LastClosed;
        if (day <= LastConfirmed) return FiscalError.None;
        LastConfirmed = day;
        return Save();
    }

    /// <summary>The day's file is whole.</summary>
    public FiscalError Made(int day)
    {
        if (day <= HighestMade) return FiscalError.None;
        HighestMade = day;
        return Save();
    }

    /// <summary>A register message is about to be given out: its identifier is known before anybody can file it.</summary>
    public FiscalError RegisterMessage(long moment, int first, int last)
    {
        RegisterMessageMoment = moment;
        RegisterMessageFirst = first;
        RegisterMessageLast = last;
        return Save();
    }

    /// <summary>An export with all days from one to another is whole on the external medium.</summary>
    public FiscalError Exported(int first, int last)
    {
        int settled = LastConfirmed > LastExported ? LastConfirmed : LastExported;
        if (first > settled + 1 || last <= settled) return FiscalError.None;
        LastExported = last;
        return Save();
    }

    private bool ReadFormer()
    {
        if (!_cells.Read(ModuleLayout.Outbox, _cell, FormerLength)) return false;
        _writer.Seek(FormerLength);
        _writer.Zero(Length - FormerLength);
        return true;
    }

    // Days on earlier cards were settled, or the card could not have been changed.
    private int LastAfterLoss()
    {
        int last = LastClosed > DaysAfterLoss ? LastClosed - DaysAfterLoss : 0;
        int before = _log.ReadLatest(RecordKind.JournalMedium) ? _log.CountThen(RecordKind.Closure) : 0;
        return before > last ? before : last;
    }

    private FiscalError Save()
    {
        _writer.Seek(0);
        _writer.U16(LastConfirmed);
        _writer.U16(HighestMade);
        _writer.U16(LastExported);
        _writer.U32(RegisterMessageMoment);
        _writer.U16(RegisterMessageFirst);
        _writer.U16(RegisterMessageLast);
        _writer.U32(LastConfirmedAt);
        return _cells.Write(ModuleLayout.Outbox, _cell, Length);
    }
}
