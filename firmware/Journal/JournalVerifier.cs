using System;
using Nf.Firmware.Errors;
using Nf.Firmware.FiscalMemory;
using Nf.Firmware.WorkingMemory;
using Nf.Hal.Devices;

namespace Nf.Firmware.Journal;

/// <summary>Hashes a day's file again, a chunk a turn, and compares it with what the fiscal memory, or the open day, says.</summary>
/// <example><code>error = verifier.Begin(12); while (error == FiscalError.None &amp;&amp; !verifier.IsDone) error = verifier.Turn();</code></example>
public sealed class JournalVerifier
{
    private readonly IJournalMedium _medium;
    private readonly FiscalMemoryLog _log;
    private readonly WorkingState _state;
    private readonly ClosureFinder _finder;
    private readonly ClosingHash _closing;
    private readonly TextScan _text;
    private readonly byte[] _digest = new byte[ClosureRecord.DigestLength];
    private readonly byte[] _expected = new byte[ClosureRecord.DigestLength];
    private string _file;
    private int _length;

    public JournalVerifier(IJournalMedium medium, FiscalMemoryLog log, WorkingState state)
    {
        _medium = medium;
        _log = log;
        _state = state;
        _finder = new ClosureFinder(log);
        _closing = new ClosingHash(medium);
        _text = new TextScan(medium);
    }

    /// <summary>The day's file is what it was.</summary>
    public bool IsDone { get; private set; }

    /// <summary>Starts with a closed day, or with the open one.</summary>
    /// <param name="day">Number of the day's Z.</param>
    /// <returns>JournalMissing without a medium; JournalDayAbsent when the day is not on it; JournalDamaged when the file has another end.</returns>
    public FiscalError Begin(int day)
    {
        IsDone = false;
        if (!_medium.Present) return FiscalError.JournalMissing;
        _file = JournalFiles.Text(day);
        _text.Begin(_file);
        return day == _state.OpenDay ? BeginOpen() : BeginClosed(day);
    }

    /// <summary>Hashes one chunk. JournalDamaged: the file is not what it was.</summary>
    public FiscalError Turn()
    {
        if (_text.Position < _length) return _text.Turn(_length);
        _text.Hash.Finish(_digest, 0);
        if (!Same(_digest)) return FiscalError.JournalDamaged;
        IsDone = true;
        return FiscalError.None;
    }

    private FiscalError BeginOpen()
    {
        int length = _medium.Length(_file);
        _length = length > 0 ? length : 0;
        _state.DayHash.Finish(_expected, 0);
        return _length == _state.TextLength ? FiscalError.None : FiscalError.JournalDamaged;
    }

    private FiscalError BeginClosed(int day)
    {
        if (!_finder.ByNumber(day, out int slot) || !_log.Read(slot)) return FiscalError.JournalDayAbsent;
        var closure = new ClosureRecord();
        closure.Load(_log.Payload);
        if (_medium.Length(_file) < 0) return FiscalError.JournalDayAbsent;
        Array.Copy(closure.Digest, _expected, _expected.Length);
        if (!_closing.Read(_file) || !Same(_closing.Digest)) return FiscalError.JournalDamaged;
        _length = _closing.TextLength;
        return FiscalError.None;
    }

    private bool Same(byte[] digest)
    {
        for (int i = 0; i < digest.Length; i++)
            if (digest[i] != _expected[i]) return false;
        return true;
    }
}
