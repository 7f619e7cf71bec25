using Nf.Firmware.Errors;
using Nf.Firmware.WorkingMemory;
using Nf.Hal.Devices;

namespace Nf.Firmware.Journal;

/// <summary>Reads a day back from its two files into the working state: to its last whole document, or with what is torn behind it.</summary>
/// <remarks>The day's hash goes on over everything that stands in the file, counted or not.</remarks>
internal sealed class DayScan
{
    private static readonly byte[] TextEnd = { 0x80, 0x80, 10 };
    private static readonly byte[] RecordEnd = { RecordScan.TornMark, 10 };

    private readonly IJournalMedium _medium;
    private readonly WorkingState _state;
    private readonly DaySnapshot _snapshot;
    private readonly RecordScan _records;
    private readonly TextScan _text;
    private readonly ClosingHash _closing;
    private string _textFile;
    private string _recordFile;
    private bool _recordsOnly;
    private bool _toSnapshot;
    private bool _checked;

    internal DayScan(IJournalMedium medium, WorkingState state, DaySnapshot snapshot, HostRecords host)
    {
        _medium = medium;
        _state = state;
        _snapshot = snapshot;
        _records = new RecordScan(medium, snapshot, host, state);
        _text = new TextScan(medium);
        _closing = new ClosingHash(medium);
    }

    /// <summary>The state has the day.</summary>
    internal bool IsDone { get; private set; }

    /// <summary>The text goes on behind the last whole document: one that never was printed.</summary>
    internal bool HasRest { get; private set; }

    /// <summary>The medium has a file of this day.</summary>
    internal bool HasBegun(int day) => _medium.Length(JournalFiles.Text(day)) >= 0 || _medium.Length(JournalFiles.Records(day)) >= 0;

    /// <summary>The day's file ends with this hash.</summary>
    internal bool EndsWith(int day, byte[] digest)
    {
        if (!_closing.Read(JournalFiles.Text(day))) return false;
        for (int i = 0; i < digest.Length; i++)
            if (_closing.Digest[i] != digest[i]) return false;
        return true;
    }

    /// <summary>Begins with the state's day clear.</summary>
    /// <param name="day">Number of the day's Z.</param>
    /// <param name="toSnapshot">The text behind the last whole document is left out: it will be written on.</param>
    internal void Begin(int day, bool toSnapshot)
    {
        _textFile = JournalFiles.Text(day);
        _recordFile = JournalFiles.Records(day);
        _toSnapshot = toSnapshot;
        _recordsOnly = false;
        _checked = false;
        IsDone = false;
        HasRest = false;
        _records.Begin(day);
        _text.Begin(_textFile);
    }

    /// <summary>Begins with a closed day, of which only what belongs to the host is wanted; the state's day is of no use after it.</summary>
    internal void BeginRecords(int day)
    {
        _recordsOnly = true;
        IsDone = false;
        HasRest = false;
        _records.Begin(day);
    }

    /// <summary>Reads one chunk.</summary>
    internal FiscalError Turn()
    {
        if (!_records.IsDone) return _records.Turn();
        if (_recordsOnly)
        {
            IsDone = true;
            return FiscalError.None;
        }

        if (_text.Position < _state.TextLength) return _text.Turn(_state.TextLength);
        if (!_checked) return CheckSnapshot();
        int length = _medium.Length(_textFile);
        if (!_toSnapshot && _text.Position < length) return _text.Turn(length);
        if (!_toSnapshot && !_text.EndsLine) return EndTextLine();
        if (_medium.Length(_recordFile) > _records.Position) return _toSnapshot ? FiscalError.JournalDamaged : EndRecordLine();
        Finish();
        return FiscalError.None;
    }

    private FiscalError CheckSnapshot()
    {
        _checked = true;
        HasRest = _medium.Length(_textFile) > _state.TextLength;
        if (_state.TextLength == 0) return FiscalError.None;
        return _snapshot.HashCheck(_text.Hash) == _records.HashCheck ? FiscalError.None : FiscalError.JournalDamaged;
    }

    private FiscalError EndTextLine() => Append(_textFile, TextEnd, 2 - _text.Missing, _text.Missing + 1);

    private FiscalError EndRecordLine()
    {
        FiscalError error = Append(_recordFile, RecordEnd, 0, RecordEnd.Length);
        if (error == FiscalError.None) _records.Skip(_medium.Length(_recordFile));
        return error;
    }

    private FiscalError Append(string file, byte[] bytes, int offset, int count)
    {
        if (_medium.Append(file, bytes, offset, count) == DeviceResult.Ok) return FiscalError.None;
        return _medium.Present ? FiscalError.JournalWriteFailed : FiscalError.JournalMissing;
    }

    private void Finish()
    {
        _state.TextLength = _text.Position;
        _state.RecordLength = _records.Position;
        _state.DayHash.CopyFrom(_text.Hash);
        IsDone = true;
    }
}
