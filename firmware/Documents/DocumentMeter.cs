using Nf.Firmware.Checks;
using Nf.Firmware.Errors;
using Nf.Firmware.WorkingMemory;
using Nf.Hal.Crypto;

namespace Nf.Firmware.Documents;

/// <summary>Reads a finished document once more and measures it: lengths, check, and the day's hash with it.</summary>
internal sealed class DocumentMeter
{
    private readonly Spool _spool;
    private int _position;
    private ulong _check;
    private ulong _recordCheck;

    internal DocumentMeter(Spool spool) => _spool = spool;

    /// <summary>The day's hash with what was measured of this document.</summary>
    internal Sha256 Hash { get; } = new Sha256();

    internal int TextBytes { get; private set; }

    internal int RecordBytes { get; private set; }

    internal int PrintLines { get; private set; }

    /// <summary>The check of the document's records, each with its line feed a piece.</summary>
    internal uint RecordCheck => (uint)_recordCheck;

    internal uint SpoolCheck => (uint)_check;

    internal void Begin(Sha256 dayHash)
    {
        Hash.CopyFrom(dayHash);
        _position = 0;
        _check = 0;
        _recordCheck = 0;
        TextBytes = 0;
        RecordBytes = 0;
        PrintLines = 0;
    }

    /// <summary>Measures what the spool holds beyond what was measured before.</summary>
    internal FiscalError Measure()
    {
        while (_position < _spool.Length)
        {
            int next = _spool.Read(_position, _spool.Length);
            if (next == 0) return FiscalError.WorkingMemoryFailed;
            _position = next;
            _check = _spool.AddToCheck(_check);
            if (_spool.IsJournalLine) TakeJournalLine();
            else if (_spool.IsRecord) TakeRecord();
            else if (_spool.IsForPrinter) PrintLines++;
        }

        return FiscalError.None;
    }

    private void TakeRecord()
    {
        RecordBytes += _spool.TextLength + 1;
        if (_spool.EntryKind == Spool.SnapshotEntry) return;
        _recordCheck = MemoryCheck.Add(_recordCheck, _spool.Text, _spool.TextOffset, _spool.TextLength + 1);
    }

    private void TakeJournalLine()
    {
        int length = _spool.TextLength + 1;
        PrintLines++;
        TextBytes += length;
        if (_spool.EntryKind == Spool.UnhashedEntry) return;
        Hash.Update(_spool.Text, _spool.TextOffset, length);
    }
}
