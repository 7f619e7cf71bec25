using System;
using Nf.Firmware.Errors;
using Nf.Firmware.WorkingMemory;
using Nf.Hal.Devices;

namespace Nf.Firmware.Journal;

/// <summary>Carries a decided document's lines from the spool to a file of the journal, once, whatever interrupts it.</summary>
/// <remarks>
/// The file's own length says how much of the document is there already: what is there is compared, what is missing is
/// added. So a power cut or a medium taken out in the middle neither loses nor repeats a byte.
/// </remarks>
internal sealed class JournalWriter
{
    private const int ChunkLength = 512;

    private readonly IJournalMedium _medium;
    private readonly Spool _spool;
    private readonly byte[] _chunk = new byte[ChunkLength];
    private readonly byte[] _line = new byte[256];
    private string _file;
    private bool _records;
    private int _start;
    private int _total;
    private int _spoolBytes;
    private int _position;
    private int _passed;
    private int _present;
    private int _recordsFrom;
    private bool _passedRecord;

    internal JournalWriter(IJournalMedium medium, Spool spool)
    {
        _medium = medium;
        _spool = spool;
    }

    internal bool IsDone => _present >= _total;

    /// <summary>Begins, or begins again after an interruption; a document's text comes before its records.</summary>
    /// <param name="file">The file.</param>
    /// <param name="records">True for receipt records, false for the journal's text.</param>
    /// <param name="start">Where the document starts in the file.</param>
    /// <param name="total">How many bytes it has there.</param>
    /// <param name="spoolBytes">Bytes of the document in the spool.</param>
    internal FiscalError Begin(string file, bool records, int start, int total, int spoolBytes)
    {
        _file = file;
        _records = records;
        _start = start;
        _total = total;
        _spoolBytes = spoolBytes;
        if (!records)
        {
            _recordsFrom = 0;
            _passedRecord = false;
        }

        _position = records ? _recordsFrom : 0;
        _passed = 0;
        _present = total;
        if (total == 0) return FiscalError.None;
        if (!_medium.Present) return FiscalError.JournalMissing;
        int length = _medium.Length(file);
        if (length < 0) length = 0;
        _present = length - start;
        return _present >= 0 && _present <= total ? FiscalError.None : FiscalError.JournalDamaged;
    }

    /// <summary>Adds one chunk. After an error <see cref="Begin"/> must come first again.</summary>
    internal FiscalError Turn()
    {
        int filled = 0;
        while (_position < _spoolBytes && filled + _line.Length <= ChunkLength)
        {
            int next = _spool.Read(_position, _spoolBytes);
            if (next == 0) return FiscalError.WorkingMemoryFailed;
            _position = next;
            if (!_records) FindRecords();
            if (_records ? !_spool.IsRecord : !_spool.IsJournalLine) continue;
            int length = TakeLine();
            int known = KnownPart(length);
            if (known > 0 && !SameOnMedium(known)) return FiscalError.JournalDamaged;
            Array.Copy(_line, known, _chunk, filled, length - known);
            filled += length - known;
            _passed += length;
        }

        // Everything was passed and the file is still short: spool and working state do not belong together.
        if (filled == 0) return _position < _spoolBytes || IsDone ? FiscalError.None : FiscalError.JournalDamaged;
        FiscalError error = Errors(_medium.Append(_file, _chunk, 0, filled));
        if (error == FiscalError.None) _present += filled;
        return error;
    }

    // The records stand behind the text: what was passed before the first of them need not be read for them again.
    private void FindRecords()
    {
        if (_passedRecord) return;
        _passedRecord = _spool.IsRecord;
        if (!_passedRecord) _recordsFrom = _position;
    }

    private int TakeLine()
    {
        int length = _spool.TextLength + 1;
        Array.Copy(_spool.Text, _spool.TextOffset, _line, 0, length);
        return length;
    }

    // How much of the line that starts at _passed was on the medium when we began.
    private int KnownPart(int length)
    {
        int known = _present - _passed;
        if (known <= 0) return 0;
        return known < length ? known : length;
    }

    private bool SameOnMedium(int count)
    {
        if (_medium.Read(_file, _start + _passed, _chunk, 0, count) != DeviceResult.Ok) return false;
        for (int i = 0; i < count; i++)
            if (_chunk[i] != _line[i]) return false;
        return true;
    }

    private static FiscalError Errors(DeviceResult result)
    {
        switch (result)
        {
            case DeviceResult.Ok: return FiscalError.None;
            case DeviceResult.NotConnected: return FiscalError.JournalMissing;
            case DeviceResult.Full: return FiscalError.JournalFull;
            default: return FiscalError.JournalWriteFailed;
        }
    }
}
