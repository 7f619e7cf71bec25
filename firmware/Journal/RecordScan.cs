using Nf.Firmware.Checks;
using Nf.Firmware.Errors;
using Nf.Firmware.WorkingMemory;
using Nf.Hal.Devices;

namespace Nf.Firmware.Journal;

/// <summary>Reads a day's records from first to last, a chunk at a time, for the newest snapshot that is whole, and what belongs to the host.</summary>
/// <remarks>
/// A group of records that a lost working memory left half written has a torn last line. It was never printed and does
/// not count; the torn line is closed with <see cref="TornMark"/>, and the next group begins with a line of
/// <see cref="ResetLine"/>. Anything else that does not hold is damage.
/// </remarks>
internal sealed class RecordScan
{
    /// <summary>Closes a line that was torn.</summary>
    internal const byte TornMark = (byte)'!';

    /// <summary>First character of the line that a reset begins with: the records before it that no snapshot covers do not count.</summary>
    internal const byte ResetLine = (byte)'R';

    private const int ChunkLength = 256;
    private const byte LineFeed = 10;

    private readonly IJournalMedium _medium;
    private readonly DaySnapshot _snapshot;
    private readonly HostRecords _host;
    private readonly WorkingState _state;
    private readonly byte[] _chunk = new byte[ChunkLength];
    private string _file;
    private int _day;
    private ulong _groupCheck;
    private bool _torn;

    internal RecordScan(IJournalMedium medium, DaySnapshot snapshot, HostRecords host, WorkingState state)
    {
        _medium = medium;
        _snapshot = snapshot;
        _host = host;
        _state = state;
    }

    /// <summary>All lines were read; what follows in the file is a torn line.</summary>
    internal bool IsDone { get; private set; }

    /// <summary>Bytes of whole lines.</summary>
    internal int Position { get; private set; }

    /// <summary>The check of the running hash at the snapshot's place in the text.</summary>
    internal uint HashCheck { get; private set; }

    /// <param name="day">Number of the day's Z.</param>
    internal void Begin(int day)
    {
        _day = day;
        _file = JournalFiles.Records(day);
        Restart();
        IsDone = false;
        Position = 0;
        HashCheck = 0;
    }

    /// <summary>A torn line was closed: the file ends here now.</summary>
    internal void Skip(int end) => Position = end;

    /// <summary>Reads one chunk.</summary>
    internal FiscalError Turn()
    {
        int length = _medium.Length(_file);
        int count = length - Position < ChunkLength ? length - Position : ChunkLength;
        if (count > 0 && _medium.Read(_file, Position, _chunk, 0, count) != DeviceResult.Ok)
            return _medium.Present ? FiscalError.JournalDamaged : FiscalError.JournalMissing;
        int start = 0;
        for (int i = 0; i < count; i++)
        {
            if (_chunk[i] != LineFeed) continue;
            if (!Take(start, i - start)) return FiscalError.JournalDamaged;
            start = i + 1;
        }

        Position += start;
        IsDone = start == 0 && count < ChunkLength;
        return start == 0 && !IsDone ? FiscalError.JournalDamaged : FiscalError.None;
    }

    private bool Take(int start, int length)
    {
        if (length > 0 && _chunk[start + length - 1] == TornMark) return Tear();
        byte first = length > 0 ? _chunk[start] : LineFeed;
        if (first == DaySnapshot.EarlierLine) return _snapshot.Collect(_chunk, start, length);
        if (first == DaySnapshot.LastLine) return _snapshot.Collect(_chunk, start, length) && TakeSnapshot();
        if (first == ResetLine) Restart();
        if ((first == HostRecords.AnswerMark || first == HostRecords.KeyMark) && !_host.Take(_chunk, start, length)) return false;
        _groupCheck = MemoryCheck.Add(_groupCheck, _chunk, start, length + 1);
        // A whole line after a snapshot's first ones: only a reset comes there, when nothing was torn within a line.
        return !_snapshot.IsBegun;
    }

    private bool Tear()
    {
        _torn = true;
        return true;
    }

    private void Restart()
    {
        _torn = false;
        _groupCheck = 0;
        _snapshot.Drop();
        _host.Drop();
    }

    private bool TakeSnapshot()
    {
        if (_torn || !_snapshot.Read((uint)_groupCheck, _state, out uint check)) return false;
        HashCheck = check;
        _groupCheck = 0;
        return _host.Restore(_state, _day);
    }
}
